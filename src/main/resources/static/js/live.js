// The stream of progress. It mends itself: when the connection breaks, the page says since when, and tries again until
// the server is back. A page that nobody sees lets its connection go: a browser has few per server.

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;

/** Calls onProgress with each state and onDown with the moment since when there is none; onUp when it is back. */
export function follow(url, { onProgress, onDown, onUp }) {
    let source = null;
    let wait = FIRST_WAIT_MS;
    let timer = 0;
    let downSince = null;

    function up() {
        wait = FIRST_WAIT_MS;
        if (downSince !== null) {
            downSince = null;
            onUp();
        }
    }

    function down() {
        if (downSince === null) {
            downSince = new Date();
            onDown(downSince);
        }
    }

    function open() {
        clearTimeout(timer);
        source?.close();
        source = new EventSource(url);
        source.addEventListener('open', up);
        source.addEventListener('progress', (event) => {
            up();
            onProgress(JSON.parse(event.data));
        });
        source.addEventListener('error', retry);
    }

    // A browser gives up for good on an answer such as 503, so the next attempt is always made here.
    function retry() {
        source?.close();
        source = null;
        down();
        clearTimeout(timer);
        timer = setTimeout(open, wait * (0.75 + Math.random() / 2));
        wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }

    function rest() {
        clearTimeout(timer);
        source?.close();
        source = null;
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
