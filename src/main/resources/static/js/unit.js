// One unit in the place of the season: its figures, and its last ledger events.

import { data, element, named, text } from './page.js';
import { exact, share } from './figures.js';
import { get } from './api.js';
import { line } from './sentences.js';
import { explainUnit, mayExplain } from './ways.js';

const panel = document.getElementById('unit');
const seasonPanel = document.getElementById('season');
const title = document.getElementById('unit-title');
const rows = panel.querySelector('tbody');
const note = document.getElementById('unit-note');
const events = document.getElementById('unit-events');
const signedIn = data.role !== 'PUBLIC';

let shown = null;
let isPast = false;
let hasEvents = false;

/** The list of events is always of now; the page says so where the rest of it is not. */
function now() {
    return isPast ? 'latest.now' : '';
}

function row(target, figure, code) {
    const cells = [
        element('th', { scope: 'row' }, [
            element('span', { 'class': 'digit-small', 'aria-hidden': 'true' }, target.digit),
            element('span', {}, named(target.name)),
        ]),
        element('td', { 'class': 'number' }, exact(figure.actual)),
        element('td', { 'class': 'number' }, figure.target === undefined ? '' : exact(figure.target)),
        element('td', { 'class': 'number' }, figure.target ? share(figure.actual, figure.target) : ''),
    ];
    if (signedIn) {
        const way = explainUnit(target.metric, code);
        cells.push(element('td', { 'class': 'number' }, way === null ? '' : element('a', { 'class': 'of-moment', href: way },
            [text('unit.explain'), element('span', { 'class': 'unseen' }, ` ${named(target.name)}`)])));
    }
    return element('tr', {}, cells);
}

function say(key) {
    note.hidden = !key;
    if (key) {
        note.textContent = text(key);
    }
}

/** The way to an event: its trail entry for those who may see it, else the ledger as it stood then. */
function wayTo(event, code) {
    return mayExplain(code, null) ? `/c/${encodeURIComponent(data.campaign.id)}/trail/${event.position}` : `?position=${event.position}&unit=${code}`;
}

async function loadEvents(code) {
    try {
        const { items } = await get(`/campaigns/${data.campaign.id}/latest?unit=${encodeURIComponent(code)}&limit=5`);
        if (code === shown) {
            events.replaceChildren(...items.map((event) => line(event, wayTo(event, code))));
            hasEvents = items.length > 0;
            say(hasEvents ? now() : 'unit.noEvents');
        }
    } catch {
        if (code === shown) {
            events.replaceChildren();
            say('unit.failed');
        }
    }
}

/** Shows the figures of the open unit from this balance. */
export function showUnit(progress) {
    const metrics = progress.units.find((unit) => unit.unit === shown)?.metrics;
    if (shown && metrics) {
        rows.replaceChildren(...data.campaign.targets.map(
            (target) => row(target, metrics[target.metric] ?? { actual: 0 }, shown)));
    }
}

/** Opens the panel of a unit, or closes it (null). */
export function openUnit(code, progress) {
    const unit = data.campaign.units.find((each) => each.code === code);
    const isNew = unit && code !== shown;
    shown = unit ? code : null;
    panel.hidden = !unit;
    seasonPanel.hidden = Boolean(unit);
    if (unit) {
        title.textContent = named(unit.name);
        showUnit(progress);
    }
    if (isNew) {
        events.replaceChildren();
        hasEvents = false;
        loadEvents(code);
    }
}

/** Whether the rest of the page shows the past, which the list of events never does. */
export function unitShowsPast(does) {
    isPast = does;
    if (shown && hasEvents) {
        say(now());
    }
}

/** Puts the reader at the head of the panel. */
export function focusUnit() {
    title.focus();
}

/** Calls onClose when the reader is done with the unit. */
export function watchUnit(onClose) {
    document.getElementById('unit-close').addEventListener('click', (event) => {
        event.preventDefault();
        onClose();
    });
    document.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && !panel.hidden) {
            onClose();
        }
    });
}
