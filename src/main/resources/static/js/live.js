// The stream of progress. It mends itself: when the connection breaks, or nothing at all is heard on it any more, the page
// says since when, and tries again until the server is back. A page that nobody sees lets its connection go: a browser
// has few per server.

import { listen } from './server-events.js';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;

// The stream says something at least every 15 seconds: twice unheard, and some more for a slow line.
const SILENT_MS = 40_000;

/** Calls onProgress with each state and onDown with the moment since when there is none; onUp when it is back. */
export function follow(url, { onProgress, onDown, onUp }) {
    let line = null;
    let wait = FIRST_WAIT_MS;
    let asked = null;
    let timer = 0;
    let watch = 0;
    let heardAt = new Date();
    let isDown = false;

    function sign() {
        heardAt = new Date();
        wait = FIRST_WAIT_MS;
        expect();
        if (isDown) {
            isDown = false;
            onUp();
        }
    }

    /** A line that dies without a word breaks nothing that a browser would tell. */
    function expect() {
        clearTimeout(watch);
        watch = setTimeout(retry, SILENT_MS);
    }

    function rest() {
        clearTimeout(timer);
        clearTimeout(watch);
        line?.abort();
        line = null;
    }

    async function open() {
        rest();
        if (document.hidden) {
            return;
        }
        const mine = new AbortController();
        line = mine;
        expect();
        try {
            await listen(url, mine.signal, {
                onSign: () => mine === line && sign(),
                // By itself, so that what goes wrong in showing it is told as such, and breaks no line.
                onEvent: (name, data) => mine === line && name === 'progress' && queueMicrotask(() => onProgress(JSON.parse(data))),
                onRetry: (millis) => { asked = millis; },
            });
        } catch {
            // Told below, as an end without an error is.
        }
        if (mine === line) {
            retry();
        }
    }

    function retry() {
        rest();
        if (document.hidden) {
            return;
        }
        if (!isDown) {
            isDown = true;
            onDown(heardAt);
        }
        // An instance that stops says when to come back, to each another time.
        timer = setTimeout(open, asked ?? wait * (0.75 + Math.random() / 2));
        asked = null;
        wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }

    document.addEventListener('visibilitychange', () => (document.hidden ? rest() : open()));
    addEventListener('pagehide', rest);
    addEventListener('pageshow', (event) => event.persisted && open());
    addEventListener('online', open);
    addEventListener('offline', retry);
    if (!document.hidden) {
        open();
    }
}
