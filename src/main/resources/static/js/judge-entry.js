// A judge scores one entry: whole numbers by criterion, a comment, and on to the next that waits; or recuses.

import { data, element, text } from './page.js';
import { get, newKey, post, put } from './api.js';
import { bodyOf, check, clear, focusFirst, mark, watchFields } from './form.js';
import { wholeNumber } from './checks.js';
import { showRefused } from './refused.js';
import { all } from './assignments.js';
import { draftOf } from './draft.js';
import { minute } from './time.js';

const ROOT = `/campaigns/${encodeURIComponent(data.campaign)}`;
const ENTRY = `/entries/${encodeURIComponent(data.entry)}`;
const DESK = `/c/${encodeURIComponent(data.campaign)}/judging`;
const form = document.getElementById('score-form');
const recusal = document.getElementById('recuse-form');
const criteria = document.getElementById('criteria');
const draft = draftOf(data.account, `score:${data.campaign}:${data.entry}`);
const said = document.getElementById('draft');
const keys = new Map();
let rubric = [];
let recorded = {};

function keyOf(body) {
    const asked = JSON.stringify(body);
    keys.set(asked, keys.get(asked) ?? newKey());
    return keys.get(asked);
}

function total() {
    const weights = rubric.reduce((sum, { weight }) => sum + Number(weight), 0);
    const points = rubric.map((each, at) => [each, wholeNumber(document.getElementById(`score-${at}`).value)]);
    const isWhole = points.every(([, point]) => point !== null);
    const sum = points.reduce((all, [{ max, weight }, point]) => all + ((point ?? 0) / max) * Number(weight), 0);
    document.getElementById('total').textContent = isWhole ? ((100 * sum) / weights).toFixed(2) : '—';
}

function step(input, by, max) {
    const now = wholeNumber(input.value) ?? (by > 0 ? -1 : max + 1);
    input.value = String(Math.min(max, Math.max(0, now + by)));
    input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** What stands in the form: the points as they were typed, by criterion, and the comment. */
function typed() {
    return {
        scores: Object.fromEntries(rubric.map(({ criterion }, at) => [criterion, document.getElementById(`score-${at}`)?.value ?? ''])),
        comment: form.elements.comment.value,
    };
}

function fill({ scores, comment }) {
    rubric.forEach(({ criterion }, at) => { document.getElementById(`score-${at}`).value = scores[criterion] ?? ''; });
    form.elements.comment.value = comment ?? '';
    total();
}

const isRecorded = (what) => JSON.stringify(what) === JSON.stringify(recorded);

function keepDraft() {
    const now = typed();
    if (isRecorded(now)) {
        draft.drop();
    } else {
        draft.keep(now);
    }
}

/** What was typed here earlier and never sent comes back, where nothing else was typed since, and the page says so. */
function restore(touched) {
    const kept = draft.kept();
    if (kept === null || isRecorded(kept.typed)) {
        draft.drop();
        return;
    }
    const now = typed();
    fill({
        scores: Object.fromEntries(rubric.map(({ criterion }, at) => [criterion,
            (touched.has(`score-${at}`) ? now : kept.typed).scores[criterion]])),
        comment: (touched.has('comment') ? now : kept.typed).comment,
    });
    document.getElementById('draft-text').textContent = text('judging.draft', { time: minute(kept.at) });
    said.hidden = false;
}

function field({ criterion, max, weight }, at, given) {
    const input = element('input', { 'id': `score-${at}`, 'inputmode': 'numeric', 'autocomplete': 'off', 'value': given ?? '',
        'aria-describedby': `score-${at}-hint` });
    const words = text('judging.upTo', { max, weight });
    const button = (by, label) => {
        const made = element('button', { 'type': 'button', 'aria-label': text(label, { criterion }) }, by > 0 ? '+' : '\u2212');
        made.addEventListener('click', () => step(input, by, max));
        return made;
    };
    input.addEventListener('input', () => {
        if ((wholeNumber(input.value) ?? max + 1) <= max) {
            mark(input.closest('[data-field]'), '');
        }
        total();
    });
    return element('div', { 'class': 'field criterion', 'data-field': `scores.${criterion}` }, [
        element('label', { for: `score-${at}` }, criterion),
        element('span', { class: 'stepper' }, [button(-1, 'judging.less'), input, button(1, 'judging.more')]),
        element('p', { 'class': 'hint', 'id': `score-${at}-hint`, 'data-hint': words }, words),
    ]);
}

/** The points; null where one is missing or beyond its maximum, and that is said at its place. */
function points() {
    const scores = {};
    let isRight = true;
    rubric.forEach(({ criterion, max }, at) => {
        const input = document.getElementById(`score-${at}`);
        const given = wholeNumber(input.value);
        if (given === null || given > max) {
            mark(input.closest('[data-field]'), text('judging.between', { max }));
            isRight = false;
        } else {
            scores[criterion] = given;
        }
    });
    return isRight ? scores : null;
}

async function toNext() {
    const mine = await all(`${ROOT}/judging/assignments`).catch(() => []);
    const next = mine.find((each) => !each.scored && !each.recused && each.entry !== data.entry);
    location.assign(next ? `${DESK}/${next.entry}` : DESK);
}

async function send(of, command) {
    const button = of.querySelector('button[type="submit"]');
    if (button.disabled) {
        return;
    }
    button.disabled = true;
    try {
        const { position } = await command();
        draft.drop();
        await get(`${ROOT}/judging/assignments?limit=1&waitFor=${position}`).catch(() => null);
        await toNext();
    } catch (refusal) {
        button.disabled = false;
        showRefused(of, refusal);
    }
}

async function begin() {
    const judging = await get(`${ROOT}/categories/${encodeURIComponent(data.category)}/judging`);
    if (judging.stage !== 'OPEN') {
        const said = document.getElementById('not-open');
        said.textContent = text(`judging.notNow.${judging.stage}`);
        said.hidden = false;
        return;
    }
    rubric = judging.terms.rubric;
    const own = form.dataset.given ? await get(`${ENTRY}/scores/mine`).catch(() => null) : null;
    // Whoever was faster than this script has typed already: that stays, and so does the place in which they type.
    const drawn = [...form.querySelectorAll('#criteria input, #comment')];
    const touched = new Set(drawn.filter((input) => input.value !== input.defaultValue).map((input) => input.id));
    const before = typed();
    const place = document.activeElement?.id ?? '';
    criteria.replaceChildren(...rubric.map((each, at) => field(each, at, before.scores[each.criterion] || own?.scores[each.criterion])));
    if (place !== '') {
        document.getElementById(place)?.focus();
    }
    if (form.elements.comment.value === '') {
        form.elements.comment.value = own?.comment ?? '';
    }
    document.getElementById('saved').textContent = own ? text('judging.given') : '';
    form.hidden = false;
    form.querySelector('[data-script]').hidden = false;
    document.getElementById('recuse-part').hidden = false;
    total();
    recorded = {
        scores: Object.fromEntries(rubric.map(({ criterion }) => [criterion, String(own?.scores[criterion] ?? '')])),
        comment: own?.comment ?? '',
    };
    restore(touched);
    if (touched.size > 0) {
        keepDraft();
    }
    form.addEventListener('input', keepDraft);
}

watchFields(form);
watchFields(recusal);
document.getElementById('draft-drop').addEventListener('click', () => {
    draft.drop();
    fill(recorded);
    said.hidden = true;
    document.getElementById('score-0')?.focus();
});
form.addEventListener('submit', (event) => {
    event.preventDefault();
    clear(form);
    const scores = points();
    if (scores === null || !check(form)) {
        points();
        focusFirst(form);
        return;
    }
    const body = { ...bodyOf(form), scores };
    send(form, () => put(`${ENTRY}/scores/mine`, body, keyOf(body)));
});
recusal.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!check(recusal)) {
        focusFirst(recusal);
        return;
    }
    const body = bodyOf(recusal);
    send(recusal, () => post(`${ENTRY}/recuse`, body, keyOf(body)));
});
begin().catch((refusal) => {
    const said = document.getElementById('not-open');
    said.textContent = refusal.problem?.detail ?? text('problem.busy');
    said.hidden = false;
});
