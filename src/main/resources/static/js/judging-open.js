// The rules of a judging are laid down: criteria with weights and maxima, how many scores, the order in which ties break.

import { element, text } from './page.js';
import { post } from './api.js';
import { check, clear, focusFirst, mark, watchFields } from './form.js';
import { plain, wholeNumber } from './checks.js';
import { once } from './once.js';

const form = document.getElementById('open-form');
const rows = document.getElementById('rubric');
const order = document.getElementById('tie-break');
const START = ['judging.start.theme', 'judging.start.content', 'judging.start.craft'];

function input(name, value, mode) {
    const made = element('input', { 'data-part': name, 'autocomplete': 'off', 'inputmode': mode, 'aria-label': text(`judging.part.${name}`) });
    made.value = value;
    made.addEventListener('input', showOrder);
    return made;
}

function labelled(name, value, mode) {
    return element('label', {}, [element('span', { class: 'note' }, text(`judging.part.${name}`)), input(name, value, mode)]);
}

function add(name = '', max = '10', weight = '1') {
    const drop = element('button', { type: 'button', class: 'plain' }, text('judging.drop'));
    const row = element('div', { class: 'rubric-row' }, [labelled('criterion', name, 'text'), labelled('max', max, 'numeric'),
        labelled('weight', weight, 'decimal'), drop]);
    drop.addEventListener('click', () => {
        row.remove();
        showOrder();
    });
    rows.append(row);
    showOrder();
    return row;
}

function criteria() {
    return [...rows.children].map((row) => {
        const part = (name) => row.querySelector(`[data-part="${name}"]`).value;
        const weight = plain(part('weight'));
        return { criterion: plain(part('criterion')), max: wholeNumber(part('max')),
            weight: /^\d+(\.\d+)?$/.test(weight) ? Number(weight) : null };
    });
}

/** The order as it is, with criteria that are new at its end. */
function showOrder() {
    const names = criteria().map((each) => each.criterion).filter(Boolean);
    const before = [...order.children].map((each) => ({ name: each.dataset.name, on: each.querySelector('input').checked }));
    const kept = before.filter((each) => names.includes(each.name));
    const fresh = names.filter((name) => !kept.some((each) => each.name === name)).map((name) => ({ name, on: false }));
    order.replaceChildren(...[...kept, ...fresh].map(tie));
}

function tie({ name, on }) {
    const box = element('input', { type: 'checkbox' });
    box.checked = on;
    const up = element('button', { 'type': 'button', 'class': 'plain', 'aria-label': text('judging.up', { criterion: name }) }, '\u2191');
    const item = element('li', { 'data-name': name }, [element('label', {}, [box, ' ', name]), up]);
    up.addEventListener('click', () => item.previousElementSibling?.before(item));
    return item;
}

function holds(rubric) {
    const isRight = check(form);
    const isWhole = rubric.length > 0 && rubric.every(({ criterion, max, weight }) => criterion && max > 0 && weight > 0);
    const areApart = new Set(rubric.map((each) => each.criterion)).size === rubric.length;
    if (!isWhole || !areApart) {
        mark(form.querySelector('[data-field="rubric"]'), text(isWhole ? 'judging.twice' : 'judging.incomplete'));
    }
    return isRight && isWhole && areApart;
}

async function open(root, refresh) {
    clear(form);
    const rubric = criteria();
    if (!holds(rubric)) {
        focusFirst(form);
        return;
    }
    const body = { rubric, minScores: wholeNumber(form.elements.minScores.value),
        tieBreak: [...order.children].filter((each) => each.querySelector('input').checked).map((each) => each.dataset.name) };
    if (document.getElementById('normalise').checked) {
        body.normalise = { kind: 'MEAN_SHIFT', minScores: wholeNumber(document.getElementById('normalise-min').value) ?? 0 };
    }
    const answer = await once(form, body, (key) => post(`${root}/judging/open`, body, key));
    if (answer) {
        await refresh(answer.position);
    }
}

/** Makes the form ready, where there is one. */
export function begin(root, refresh) {
    if (!form) {
        return;
    }
    START.forEach((key) => add(text(key)));
    watchFields(form);
    document.getElementById('add-criterion').addEventListener('click', () => add().querySelector('input').focus());
    document.getElementById('normalise').addEventListener('change', (event) => {
        document.getElementById('normalise-least').hidden = !event.target.checked;
    });
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        open(root, refresh);
    });
}
