// The tiles of the units: brought up to date, and walked through with the arrow keys.

import { data, named, text } from './page.js';
import { exact } from './figures.js';

const tiles = [...document.querySelectorAll('.tile')];
const allocated = data.campaign.targets.find((target) => target.allocated)?.metric ?? 'events';

function step(actual, quota) {
    return actual >= quota ? 5 : Math.min(4, Math.max(1, 1 + Math.trunc((actual * 4) / quota)));
}

function show(tile, unit, figure) {
    const places = { unit: named(unit.name), n: exact(figure.actual) };
    let label = text('tile.plain', places);
    let number = exact(figure.actual);
    if (figure.target !== undefined) {
        const missing = Math.max(0, figure.target - figure.actual);
        label = text(missing === 0 ? 'tile.met' : 'tile.missing',
            { ...places, target: exact(figure.target), missing: exact(missing) });
        number = missing === 0 ? text('tile.done') : exact(missing);
        tile.dataset.step = step(figure.actual, figure.target);
    }
    tile.title = label;
    tile.querySelector('.unseen').textContent = label;
    tile.querySelector('.tile-number').textContent = number;
}

/** Shows this balance on the tiles. */
export function showTiles(progress) {
    const byUnit = new Map(progress.units.map((unit) => [unit.unit, unit.metrics]));
    for (const tile of tiles) {
        const unit = data.campaign.units.find((each) => each.code === tile.dataset.code);
        const figure = byUnit.get(tile.dataset.code)?.[allocated] ?? { actual: 0 };
        show(tile, unit, figure);
    }
}

/** Marks the tile of the unit that is looked into. */
export function markTile(code) {
    for (const tile of tiles) {
        if (tile.dataset.code === code) {
            tile.setAttribute('aria-current', 'true');
        } else {
            tile.removeAttribute('aria-current');
        }
    }
}

/** The tile of a unit. */
export function tileOf(code) {
    return tiles.find((tile) => tile.dataset.code === code);
}

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The nearest tile in a direction: what lies ahead counts once, what lies aside counts thrice. */
function neighbour(from, [dx, dy]) {
    const here = from.getBoundingClientRect();
    let best = null;
    let least = Infinity;
    for (const tile of tiles) {
        const there = tile.getBoundingClientRect();
        const x = there.x + there.width / 2 - here.x - here.width / 2;
        const y = there.y + there.height / 2 - here.y - here.height / 2;
        const ahead = x * dx + y * dy;
        const cost = ahead + 3 * Math.abs(x * dy + y * dx);
        if (ahead > 1 && cost < least) {
            least = cost;
            best = tile;
        }
    }
    return best;
}

/** Calls onChoose with a unit's code when its tile is chosen. */
export function watchTiles(onChoose) {
    for (const tile of tiles) {
        tile.addEventListener('click', (event) => {
            if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
                event.preventDefault();
                onChoose(tile.dataset.code);
            }
        });
        tile.addEventListener('keydown', (event) => {
            const next = WAYS[event.key] && neighbour(tile, WAYS[event.key]);
            if (next) {
                event.preventDefault();
                next.focus();
            }
        });
    }
}
