// The dashboard: one balance, live or past, shown in all its parts; what is looked at stands in the address.

import { data, text } from './page.js';
import { exact } from './figures.js';
import { get } from './api.js';
import { follow } from './live.js';
import { day, minute } from './time.js';
import { seasonOf } from './wording.js';
import { showCards } from './cards.js';
import { markTile, showTiles, tileOf, watchTiles } from './tilemap.js';
import { showDay, watchRail } from './rail.js';
import { stopPlaying, watchPlay } from './play.js';
import { showFunnel } from './funnel.js';
import { showRanking } from './ranking.js';
import { ledgerMoved, pageShowsPast } from './latest.js';
import { focusUnit, openUnit, showUnit, unitShowsPast, watchUnit } from './unit.js';
import { keepMoment } from './ways.js';
import { chooseMetric, showSeason, watchSeason } from './season.js';

const SPEAK_MS = 30_000;

const campaign = data.campaign;
const phase = campaign.phases.find((each) => each.id === 'MOBILISE') ?? campaign;
const moment = document.getElementById('moment');
const momentText = document.getElementById('moment-text');
const momentDown = document.getElementById('moment-down');
const past = document.getElementById('past');
const pastText = document.getElementById('past-text');
const pastLive = document.getElementById('past-live');
const spoken = document.getElementById('spoken');

const isPast = (where) => where.on !== null || where.position !== null;

let where = readAddress();
let shown = data.progress;
let newest = isPast({ on: data.on, position: data.position }) ? null : data.progress;
let lastSpoken = performance.now();
let asked = 0;

function readAddress() {
    const query = new URLSearchParams(location.search);
    const position = /^\d+$/.test(query.get('position') ?? '') ? Number(query.get('position')) : null;
    return { on: query.get('on'), position, unit: query.get('unit'), metric: query.get('metric') };
}

function writeAddress() {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(where)) {
        if (value !== null) {
            query.set(name, value);
        }
    }
    const text = query.toString();
    history.pushState(null, '', text ? `?${text}` : location.pathname);
}

function shownDay() {
    return where.on ?? (isPast(where) || !data.today ? day(shown.asOf) : liveDay());
}

/** Today moves on while a page stays open: the day of the newest moment known, never before the server's today. */
function liveDay() {
    const last = day(shown.asOf);
    return last > data.today ? last : data.today;
}

function showMoment() {
    momentText.textContent = text('moment.live', { time: minute(shown.asOf), position: exact(shown.position) });
    document.body.classList.toggle('is-past', isPast(where));
    past.hidden = !isPast(where);
    if (isPast(where)) {
        pastText.textContent = where.on !== null
            ? text('past.on', { date: where.on })
            : text('past.position', { position: exact(where.position) });
    }
    pageShowsPast(isPast(where));
    unitShowsPast(isPast(where));
    keepMoment(where);
}

function render() {
    const today = shownDay();
    const season = seasonOf(phase, today);
    showMoment();
    showDay(today);
    showCards(shown, season, phase);
    showTiles(shown);
    showFunnel(shown);
    showUnit(shown);
    showRanking(shown, where);
    const live = newest?.position ?? shown.position;
    showSeason({ progress: shown, day: today, phase, season, live, isPast: isPast(where), position: where.position });
}

/** Loads what the address asks for; an answer that was overtaken by another question is dropped. */
async function load() {
    const question = ++asked;
    const query = where.on !== null ? `?on=${where.on}` : where.position !== null ? `?position=${where.position}` : '';
    try {
        const known = query === '' ? newest : null;
        const answer = known ?? await get(`/campaigns/${campaign.id}/progress${query}`);
        if (question === asked) {
            shown = answer;
            render();
        }
    } catch {
        if (question === asked) {
            pastText.textContent = text('past.failed');
            past.hidden = false;
        }
    }
}

function go(changes) {
    where = { ...where, ...changes };
    writeAddress();
}

/** Says now and then, not at each change, where the figures stand. */
function speak(progress) {
    if (performance.now() - lastSpoken > SPEAK_MS) {
        lastSpoken = performance.now();
        const named = progress.targets.find((each) => each.metric === (where.metric ?? 'events'));
        const first = named ?? progress.targets[0];
        spoken.textContent = text('moment.spoken', {
            position: exact(progress.position), metric: text(`metric.${first.metric}`), n: exact(first.actual),
        });
    }
}

function onProgress(progress) {
    newest = progress;
    ledgerMoved(progress.position);
    if (!isPast(where)) {
        shown = progress;
        render();
        speak(progress);
    } else {
        pastLive.textContent = text('past.live', { position: exact(progress.position) });
    }
}

function closeUnit() {
    const tile = tileOf(where.unit);
    go({ unit: null });
    openUnit(null, shown);
    markTile(null);
    tile?.focus();
}

function start() {
    chooseMetric(where.metric);
    openUnit(where.unit, shown);
    markTile(where.unit);
    if (where.on !== data.on || where.position !== data.position) {
        where = { ...where, on: data.on, position: data.position };
    }
    render();
    ledgerMoved(shown.position);
}

watchRail((on) => {
    stopPlaying();
    go({ on, position: null });
    load();
});
watchPlay((on) => {
    where = { ...where, on, position: null };
    return load();
}, () => where.on, writeAddress);
watchTiles((unit) => {
    go({ unit });
    openUnit(unit, shown);
    markTile(unit);
    focusUnit();
});
watchUnit(closeUnit);
watchSeason((metric) => {
    go({ metric });
    chooseMetric(metric);
});
document.getElementById('back-to-live').addEventListener('click', (event) => {
    event.preventDefault();
    stopPlaying();
    go({ on: null, position: null });
    load();
});
addEventListener('popstate', () => {
    stopPlaying();
    where = readAddress();
    chooseMetric(where.metric);
    openUnit(where.unit, shown);
    markTile(where.unit);
    load();
});
follow(`/api/v1/campaigns/${campaign.id}/progress/stream`, {
    onProgress,
    onDown: (since) => {
        moment.classList.add('is-down');
        momentDown.textContent = text('moment.down', { since: minute(since).slice(11) });
        momentDown.hidden = false;
    },
    onUp: () => {
        moment.classList.remove('is-down');
        momentDown.hidden = true;
    },
});
start();
