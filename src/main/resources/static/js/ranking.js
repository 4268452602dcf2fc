// The units in their order. Live figures come with the stream and are ranked here; the small lines, and how the units
// stood in the past, are drawn by the server.

import { data, named, text } from './page.js';
import { page } from './api.js';
import { exact, length, share } from './figures.js';

// A redrawing is a question to the server, of everybody who watches: seldom, and not of all at the same moment.
const LINES_MS = 900_000 + Math.random() * 600_000;
const PAST_MS = 250;

const place = document.getElementById('ranking');
const body = place.querySelector('tbody');
const rows = Number(place.dataset.rows);
const notice = new Map(data.campaign.units.map((unit, at) => [unit.code, at]));

let shownQuery = data.on !== null ? `on=${data.on}` : data.position !== null ? `position=${data.position}` : '';
let wanted = shownQuery;
let timer = 0;
let drawnAt = performance.now();

function write(row, part, words) {
    const cell = row.querySelector(`[data-part="${part}"]`);
    if (cell) {
        cell.textContent = words;
    }
}

function fill(row, { actual, quota, rank }, whole, hasQuotas) {
    write(row, 'rank', String(rank));
    write(row, 'figure', exact(actual));
    write(row, 'target', hasQuotas ? exact(quota) : '');
    write(row, 'share', quota > 0 ? share(actual, quota) : '');
    write(row, 'missing', hasQuotas ? exact(Math.max(0, quota - actual)) : '');
    row.querySelector('.bar-fill')?.setAttribute('width', length(actual, hasQuotas ? quota : whole));
    const unit = data.campaign.units[notice.get(row.dataset.unitRow)];
    row.querySelector('.ranking-line svg')?.setAttribute('aria-label', text('ranking.line', { unit: named(unit.name), n: exact(actual) }));
}

/** The same order as the server's: by share where there are quotas, else by figure; units that are even share a rank. */
function rankLive(progress) {
    const figures = new Map(progress.units.map((unit) => [unit.unit, unit.metrics[place.dataset.metric]]));
    const standings = [...body.rows].filter((row) => notice.has(row.dataset.unitRow)).map((row) => {
        const figure = figures.get(row.dataset.unitRow) ?? { actual: 0 };
        return { row, actual: figure.actual, quota: figure.target ?? 0 };
    });
    const hasQuotas = standings.some(({ quota }) => quota > 0);
    const worth = ({ actual, quota }) => (!hasQuotas ? actual : quota === 0 ? 0 : actual / quota);
    standings.sort((one, other) => worth(other) - worth(one)
        || notice.get(one.row.dataset.unitRow) - notice.get(other.row.dataset.unitRow));
    const whole = Math.max(0, ...standings.map(({ actual }) => actual));
    standings.forEach((each, at) => {
        const before = standings[at - 1];
        each.rank = before && worth(before) === worth(each) ? before.rank : at + 1;
        fill(each.row, each, whole, hasQuotas);
        each.row.hidden = at >= rows;
    });
    const order = standings.map(({ row }) => row);
    // Moved only where they have changed places: whoever is at a row with the keyboard stays there.
    if (order.some((row, at) => body.rows[at] !== row)) {
        const held = document.activeElement;
        body.append(...order);
        if (body.contains(held)) {
            held.focus({ preventScroll: true });
        }
    }
}

async function draw() {
    timer = 0;
    drawnAt = performance.now();
    const asked = wanted;
    try {
        const found = await page(`/c/${data.campaign.id}/units?lang=${data.language}&${asked}`, '.ranking tbody tr');
        if (asked === wanted && found.length > 0) {
            found.forEach((row, at) => { row.hidden = at >= rows; });
            body.replaceChildren(...found);
            shownQuery = asked;
        }
        place.removeAttribute('title');
    } catch {
        // The order last known stays; its moment is the page's, and the next change asks again.
        place.title = text('ranking.failed');
    }
}

/** Shows the units as they stand in this balance, or stood at a moment of the past; both null for now. */
export function showRanking(progress, { on, position }) {
    const query = on !== null ? `on=${on}` : position !== null ? `position=${position}` : '';
    const isOther = query !== wanted;
    wanted = query;
    if (query === '' && shownQuery === '') {
        rankLive(progress);
    }
    const isOld = query === '' && performance.now() - drawnAt > LINES_MS;
    if (isOther || (isOld && timer === 0)) {
        clearTimeout(timer);
        timer = query === shownQuery && !isOld ? 0 : setTimeout(draw, PAST_MS);
    }
}
