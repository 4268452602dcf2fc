// The six cards, brought up to date in place.

import { data, named, text } from './page.js';
import { amount, glance, length, share } from './figures.js';
import { forecast, pace, shortfall } from './wording.js';

const CALM_MS = 2_000;
const settled = new WeakMap();

function put(card, part, content) {
    const place = card.querySelector(`[data-part="${part}"]`);
    if (place.textContent === content) {
        return false;
    }
    place.textContent = content;
    return true;
}

/** Lets a changed figure settle in; not again at once, so that a busy hour does not flicker. */
function settle(place) {
    const now = performance.now();
    if (now - (settled.get(place) ?? -CALM_MS) < CALM_MS) {
        return;
    }
    settled.set(place, now);
    place.classList.remove('is-changed');
    requestAnimationFrame(() => place.classList.add('is-changed'));
}

function drawBar(card, line) {
    const fill = card.querySelector('.bar-fill');
    if (!fill || line.target === undefined) {
        return;
    }
    fill.setAttribute('width', length(line.actual, line.target));
    const tick = card.querySelector('.bar-tick');
    if (tick && line.planned !== undefined) {
        tick.setAttribute('x1', length(line.planned, line.target));
        tick.setAttribute('x2', length(line.planned, line.target));
    }
    card.querySelector('.bar').setAttribute('aria-label', text('card.bar', {
        share: share(line.actual, line.target), plan: share(line.planned ?? 0, line.target),
    }));
}

function show(card, target, line, season, phase) {
    const figure = glance(line.actual);
    const measure = data.language === 'en' ? '' : target.measure;
    if (put(card, 'figure', figure.number)) {
        settle(card.querySelector('[data-part="figure"]'));
    }
    put(card, 'tail', figure.scale + measure);
    put(card, 'exact', figure.shortened ? figure.exact : '');
    put(card, 'share', line.target ? share(line.actual, line.target) : '');
    put(card, 'target', line.target === undefined
        ? text('card.noTarget') : text('card.target', { n: amount(line.target, '') }));
    put(card, 'pace', pace(line, season, phase, target.measure));
    put(card, 'forecast', forecast(line, season, target.measure));
    put(card, 'shortfall', shortfall(line, season));
    card.setAttribute('aria-label', named(target.name));
    drawBar(card, line);
}

/** Shows this balance on the cards. */
export function showCards(progress, season, phase) {
    for (const card of document.querySelectorAll('.card')) {
        const target = data.campaign.targets.find((each) => each.metric === card.dataset.metric);
        const line = progress.targets.find((each) => each.metric === card.dataset.metric);
        if (target && line) {
            show(card, target, line, season, phase);
        }
    }
}
