// The season as one chart: the plan a thin line, what was done a filled step, the forecast dashed, days on which
// corrections took something away marked. The same data stand in a table one key away.

import { data, named, text } from './page.js';
import { exact } from './figures.js';
import { get } from './api.js';
import { seasonOption } from './season-option.js';
import { seasonTable } from './season-table.js';

const REFRESH_MS = 10_000;
const CALM_MS = 1_000;
const PAUSE_MS = 150;

const place = document.getElementById('season-chart');
const tablePlace = document.getElementById('season-table');
const toggle = document.getElementById('season-toggle');
const buttons = [...document.querySelectorAll('#metrics button')];
const note = document.getElementById('season-note');
const known = new Map();

let chart = null;
let loading = null;
let metric = 'events';
let view = null;
let timer = 0;
let drawnAt = -CALM_MS;

/** The chart library, fetched when the first chart is drawn: figures never wait for it. */
function charts() {
    loading ??= new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = place.dataset.echarts;
        script.addEventListener('load', () => resolve(globalThis.echarts));
        script.addEventListener('error', reject);
        document.head.append(script);
    });
    return loading;
}

function say(key) {
    note.hidden = !key;
    note.textContent = key ? text(key) : '';
}

/** The series as of now, or as of an earlier position: what was recorded later is not in that one. */
async function series(name, live, position) {
    const key = `${name}@${position ?? ''}`;
    const had = known.get(key);
    const isFresh = had && (position !== null || had.live === live || performance.now() - had.at < REFRESH_MS);
    if (!isFresh) {
        const query = new URLSearchParams(position === null ? { metric: name } : { metric: name, position });
        known.set(key, {
            live, at: performance.now(), series: await get(`/campaigns/${data.campaign.id}/progress/series?${query}`),
        });
    }
    return known.get(key).series;
}

/**
 * What the chart draws, to the end of the season or its last posting: the series up to the day shown, with the
 * balance's figure and forecast at its end.
 */
function picture(loaded, { progress, day, phase, season }) {
    const line = progress.targets.find((each) => each.metric === metric) ?? { actual: 0 };
    const days = loaded.days.filter((each) => each.on <= day);
    const lastPosted = days.at(-1)?.on ?? phase.to;
    const to = lastPosted > phase.to ? lastPosted : phase.to;
    return {
        metric, line, days, plan: loaded.plan ?? [], from: data.campaign.from, to,
        day: day < to ? day : to, phase,
        forecast: season === 'during' && days.length > 0 ? line.forecast : undefined,
    };
}

function spoken(drawn) {
    const planned = drawn.line.planned;
    const places = {
        metric: text(`metric.${metric}`), date: drawn.day, n: exact(drawn.line.actual),
        plan: planned === undefined ? '' : exact(planned),
    };
    return text(planned === undefined ? 'season.spokenOpen' : 'season.spoken', places);
}

async function draw() {
    timer = 0;
    drawnAt = performance.now();
    try {
        const asked = metric;
        const position = view.position ?? null;
        const loaded = await series(asked, view.live, position);
        if (asked !== metric || position !== (view.position ?? null)) {
            return;
        }
        const drawn = picture(loaded, view);
        say(drawn.days.length === 0 ? 'season.empty' : '');
        place.setAttribute('aria-label', spoken(drawn));
        if (tablePlace !== null && !tablePlace.hidden) {
            tablePlace.replaceChildren(seasonTable(drawn));
        }
        if (place.clientWidth > 0) {
            chart ??= (await charts()).init(place, null, { renderer: 'canvas' });
            chart.setOption(seasonOption(drawn, place.clientWidth), { notMerge: true });
        }
    } catch {
        say('season.failed');
    }
}

/** Draws this state of the page; a busy ledger changes it more often than an eye can follow. */
export function showSeason(state) {
    view = state;
    if (timer === 0) {
        const pause = state.isPast ? PAUSE_MS : CALM_MS;
        timer = setTimeout(draw, Math.max(0, pause - (performance.now() - drawnAt)));
    }
}

/** Chooses the metric that is drawn. */
export function chooseMetric(name) {
    metric = data.campaign.targets.some((target) => target.metric === name) ? name : 'events';
    for (const button of buttons) {
        button.setAttribute('aria-pressed', String(button.dataset.metric === metric));
        button.title = named(data.campaign.targets.find((each) => each.metric === button.dataset.metric).name);
    }
    if (view) {
        draw();
    }
}

function toggleTable() {
    const isTable = tablePlace.hidden;
    tablePlace.hidden = !isTable;
    place.hidden = isTable;
    toggle.setAttribute('aria-pressed', String(isTable));
    toggle.textContent = text(isTable ? 'season.chart' : 'season.table');
    draw();
}

/** Calls onMetric when another metric is chosen. */
export function watchSeason(onMetric) {
    if (toggle !== null) {
        toggle.disabled = false;
        toggle.addEventListener('click', toggleTable);
    }
    for (const button of buttons) {
        button.disabled = false;
        button.addEventListener('click', () => onMetric(button.dataset.metric));
    }
    new ResizeObserver(() => {
        if (place.clientWidth > 0 && view) {
            chart?.resize();
            draw();
        }
    }).observe(place);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => view && draw());
}
