// A page that shows what goes on: it is asked for again every two seconds, and what has changed takes its place, until
// it says itself that there is no more to come (data-over). What somebody works at, an open step or a field, is left
// alone.

const PERIOD = 2000;
const PATIENCE = 8000;
const stale = document.getElementById('stale');

function isInHand(part) {
    return part.contains(document.activeElement) || part.querySelector('details[open]') !== null
        || part.querySelector('.form-error:not([hidden])') !== null;
}

// A form is drawn with a fresh key each time: that alone is no news.
const plain = (part) => part.innerHTML.replace(/ (value|id)="[0-9a-f]{8}-[0-9a-f-]{27}[^"]*"/g, '');

function take(fresh) {
    for (const part of document.querySelectorAll('[data-live]')) {
        const now = fresh.getElementById(part.id);
        if (now && !isInHand(part) && plain(now) !== plain(part)) {
            part.replaceChildren(...now.childNodes);
        }
    }
}

// An unattended screen ends its session like any other page.
const UNATTENDED = 15 * 60_000;
let touched = performance.now();

for (const kind of ['pointermove', 'keydown', 'touchstart']) {
    addEventListener(kind, () => { touched = performance.now(); }, { passive: true });
}

async function look() {
    if (document.querySelector('[data-over]') !== null) {
        return;
    }
    if (document.hidden || performance.now() - touched > UNATTENDED) {
        stale.hidden = document.hidden;
        setTimeout(look, PERIOD);
        return;
    }
    try {
        const answer = await fetch(location.pathname + location.search, { credentials: 'same-origin', redirect: 'error',
            headers: { Accept: 'text/html' }, signal: AbortSignal.timeout(PATIENCE) });
        if (!answer.ok) {
            throw new Error(String(answer.status));
        }
        take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
        stale.hidden = true;
    } catch {
        stale.hidden = false;
    }
    setTimeout(look, PERIOD);
}

setTimeout(look, PERIOD);
