// The wall: the same balance as the dashboard, live only, with nobody at a keyboard. It turns from one metric to the next,
// says in large letters when its figures are old, and loads itself anew now and then, so that a new version reaches it.

import { data, text } from './page.js';
import { exact } from './figures.js';
import { follow } from './live.js';
import { day, minute } from './time.js';
import { seasonOf } from './wording.js';
import { showCards } from './cards.js';
import { showTiles } from './tilemap.js';
import { ledgerMoved } from './latest.js';
import { chooseMetric, showSeason } from './season.js';

const TURN_MS = 20_000;
const TICK_MS = 1_000;
const ANEW_MS = 6 * 3_600_000;

const campaign = data.campaign;
const phase = campaign.phases.find((each) => each.id === 'MOBILISE') ?? campaign;
const moment = document.getElementById('moment');
const momentText = document.getElementById('moment-text');
const stale = document.getElementById('stale');
const metricName = document.getElementById('wall-metric');
const metrics = campaign.targets.map((target) => target.metric);

let shown = data.progress;
let turn = Math.max(0, metrics.indexOf('events'));
let downSince = null;

function today() {
    const last = day(shown.asOf);
    return last > data.today ? last : data.today;
}

function render() {
    const season = seasonOf(phase, today());
    momentText.textContent = text('moment.live', { time: minute(shown.asOf), position: exact(shown.position) });
    showCards(shown, season, phase);
    showTiles(shown);
    showSeason({ progress: shown, day: today(), phase, season, live: shown.position, isPast: false });
}

function show(at) {
    turn = at % metrics.length;
    metricName.textContent = text(`metric.${metrics[turn]}`);
    chooseMetric(metrics[turn]);
    for (const card of document.querySelectorAll('.card')) {
        card.classList.toggle('is-turn', card.dataset.metric === metrics[turn]);
    }
}

function tellHowOld() {
    stale.hidden = downSince === null;
    moment.classList.toggle('is-down', downSince !== null);
    if (downSince !== null) {
        const minutes = Math.floor((Date.now() - downSince) / 60_000);
        stale.textContent = text(minutes < 1 ? 'wall.staleNow' : 'wall.stale', {
            since: downSince.toTimeString().slice(0, 5), minutes: exact(minutes),
        });
    }
}

/** Only where the service answers: a wall keeps what it last showed rather than an error page. */
async function anew() {
    try {
        if ((await fetch(location.href, { method: 'HEAD', cache: 'no-store' })).ok) {
            location.reload();
            return;
        }
    } catch {
        // Not now.
    }
    setTimeout(anew, TURN_MS);
}

follow(`/api/v1/campaigns/${campaign.id}/progress/stream`, {
    onProgress: (progress) => {
        shown = progress;
        ledgerMoved(progress.position);
        render();
    },
    onDown: (since) => {
        downSince = since;
        tellHowOld();
    },
    onUp: () => {
        downSince = null;
        tellHowOld();
    },
});
show(turn);
render();
ledgerMoved(shown.position);
setInterval(tellHowOld, TICK_MS);
setInterval(() => show(turn + 1), TURN_MS);
setTimeout(anew, ANEW_MS);
