// The units in their order: drawn anew by the server when figures have moved, never more often than an eye can follow.

import { data, text } from './page.js';
import { page } from './api.js';

// Each redrawing is a question to the server, of everybody who watches: seldom, and not of all at the same moment.
const PAUSE_MS = 45_000 + Math.random() * 30_000;
const PAST_MS = 250;

const place = document.getElementById('ranking');
const rows = Number(place.dataset.rows);

let shownQuery = data.on !== null ? `on=${data.on}` : data.position !== null ? `position=${data.position}` : '';
let shown = `${shownQuery}:${data.progress.position}`;
let wanted = null;
let timer = 0;
let drawnAt = performance.now();

async function draw() {
    timer = 0;
    drawnAt = performance.now();
    const asked = wanted;
    try {
        const found = await page(`/c/${data.campaign.id}/units?lang=${data.language}&${asked.query}`, '.ranking tbody tr');
        if (asked === wanted && found.length > 0) {
            place.querySelector('tbody').replaceChildren(...found.slice(0, rows));
            shown = asked.key;
            shownQuery = asked.query;
            wanted = null;
        }
    } catch {
        // The order last known stays; its moment is the page's, and the next change asks again.
        place.title = text('ranking.failed');
        wanted = null;
        return;
    }
    place.removeAttribute('title');
}

/** Shows the units as they stood at a moment; both null for now. */
export function showRanking(position, { on, position: at }) {
    const query = on !== null ? `on=${on}` : at !== null ? `position=${at}` : '';
    const key = `${query}:${position}`;
    if (key === (wanted?.key ?? shown)) {
        return;
    }
    const isOtherMoment = query !== (wanted ?? { query: shownQuery }).query;
    wanted = key === shown ? null : { key, query };
    if (wanted === null || isOtherMoment) {
        clearTimeout(timer);
        timer = 0;
    }
    if (wanted !== null && timer === 0) {
        const pause = isOtherMoment ? PAST_MS : Math.max(0, PAUSE_MS - (performance.now() - drawnAt));
        timer = setTimeout(draw, pause);
    }
}
