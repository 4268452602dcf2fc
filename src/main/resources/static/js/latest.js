// The last ledger events; fetched again when the ledger has moved on, and never more often than every two seconds.

import { data, text } from './page.js';
import { get } from './api.js';
import { line } from './sentences.js';

const LINES = 10;
const PAUSE_MS = 2_000;

// Nobody can press anything on a wall.
const isWall = 'wall' in document.documentElement.dataset;
const list = document.getElementById('latest');
const note = document.getElementById('latest-note');

let shown = -1;
let timer = 0;
let past = false;

function say(key) {
    note.hidden = !key;
    note.textContent = key ? text(key) : '';
}

async function load() {
    timer = 0;
    try {
        const { items } = await get(`/campaigns/${data.campaign.id}/latest?limit=${LINES}`);
        list.replaceChildren(...items.map((event) => line(event, isWall ? null : `?position=${event.position}`)));
        say(items.length === 0 ? 'latest.none' : past ? 'latest.now' : '');
    } catch {
        say('latest.failed');
    }
}

/** The ledger stands at this position now. */
export function ledgerMoved(position) {
    if (position !== shown && timer === 0) {
        timer = setTimeout(load, shown < 0 ? 0 : PAUSE_MS);
        shown = position;
    }
}

/** Whether the rest of the page shows the past, which this list never does. */
export function pageShowsPast(does) {
    past = does;
    if (list.childElementCount > 0) {
        say(does ? 'latest.now' : '');
    }
}
