// The sealed log, verified on the reader's own machine, which remembers what it has seen.

import { text } from './page.js';
import { exact } from './figures.js';
import { checkContinuity, checkLog } from './audit-check.js';
import { ask, show } from './audit-steps.js';

const SEEN = 'campaign-ledger.log.seen';
const byId = (id) => document.getElementById(id);

/** What was seen last; null where nothing was, or where the browser keeps nothing. */
function seen() {
    try {
        const kept = JSON.parse(localStorage.getItem(SEEN) ?? 'null');
        return kept && Number.isInteger(kept.size) && typeof kept.root === 'string' ? kept : null;
    } catch {
        return null;
    }
}

function tell() {
    const kept = seen();
    byId('seen').textContent = kept ? text('audit.seen', { size: exact(kept.size), root: kept.root })
        : text('audit.seen.never');
}

function keep(checkpoint) {
    try {
        localStorage.setItem(SEEN, JSON.stringify(checkpoint));
    } catch {
        // The browser keeps nothing: the next visit is a first one again.
    }
    tell();
}

const button = byId('verify');
button.hidden = false;
button.addEventListener('click', () => show(checkLog(ask, seen(), keep),
    { button, list: byId('verify-steps'), result: byId('verify-result') }));

const form = byId('consistency');
form.addEventListener('submit', (event) => {
    event.preventDefault();
    show(checkContinuity(Number(form.elements.from.value), Number(form.elements.to.value), ask), {
        button: form.querySelector('button'), list: byId('consistency-steps'), result: byId('consistency-result') });
});
tell();
