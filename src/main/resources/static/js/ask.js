// Asking for a correction: its effect is seen first, and what is sent is exactly what was seen.

import { data, element, text } from './page.js';
import { exact } from './figures.js';
import { drawn, newKey, post } from './api.js';
import { bodyOf, check, clear, focusFirst, mark, tell, watchFields } from './form.js';
import { changesOf } from './changes.js';
import { showRefused } from './refused.js';

const SHOWN = 100;
const form = document.getElementById('ask');
const preview = document.getElementById('preview');
const send = document.getElementById('ask-send');
const one = form.dataset.one;
const many = one ? [] : JSON.parse(sessionStorage.getItem(`chosen ${data.campaign} ${data.kind}`) ?? '[]');
let seen = null;
let key = null;

function follow() {
    const action = form.elements.action.value;
    form.querySelectorAll('[data-when]').forEach((part) => {
        part.hidden = part.dataset.when !== action;
    });
    form.querySelectorAll('[data-for]').forEach((hint) => {
        hint.hidden = hint.dataset.for !== action;
    });
}

function inputs() {
    return [...form.querySelectorAll('[data-change]')].map((input) => ({ name: input.dataset.change,
        value: input.value, was: input.dataset.was, number: input.dataset.number, check: input.dataset.check }));
}

function body() {
    const { action, into, reasonCode, reason } = bodyOf(form);
    const asked = { action, reasonCode, reason, ...(one ? { recordId: one } : { recordIds: many }) };
    if (action === 'AMEND') {
        asked.changes = changesOf(inputs());
    } else if (action === 'MERGE') {
        asked.into = into;
    }
    return asked;
}

/** Rules that concern the whole. */
function holds(asked) {
    let wrong = false;
    if (!asked.reasonCode) {
        mark(form.querySelector('[data-field="reasonCode"]'), text('check.required'));
        wrong = true;
    }
    if (asked.action === 'AMEND' && Object.keys(asked.changes).length === 0) {
        tell(form, text('desk.nothingChanged'));
        wrong = true;
    }
    return !wrong;
}

/** What was changed after it was seen has to be seen anew. */
function outdate() {
    const isOld = seen !== null && JSON.stringify(body()) !== seen;
    send.disabled = isOld;
    document.getElementById('preview-old').hidden = !isOld;
    document.getElementById('preview-effect').classList.toggle('is-old', isOld);
}

async function look() {
    const button = document.getElementById('ask-preview');
    const fine = check(form);
    const asked = body();
    if (!holds(asked) || !fine) {
        focusFirst(form);
        return;
    }
    button.disabled = true;
    try {
        const effect = await drawn(`/c/${encodeURIComponent(data.campaign)}/corrections/preview`, asked);
        document.getElementById('preview-effect').replaceChildren(...effect);
        seen = JSON.stringify(asked);
        key = newKey();
        preview.hidden = false;
        outdate();
        document.getElementById('preview-title').focus();
    } catch (refusal) {
        preview.hidden = true;
        seen = null;
        showRefused(form, refusal);
    } finally {
        button.disabled = false;
    }
}

async function ask() {
    if (send.disabled || seen === null) {
        return;
    }
    send.disabled = true;
    clear(form);
    try {
        const { id, position } = await post('/corrections', seen, key);
        const done = document.getElementById('done');
        document.getElementById('done-position').textContent = text('record.position', { position: exact(position) });
        document.getElementById('done-correction').href = `/corrections/${id}`;
        form.hidden = true;
        done.hidden = false;
        sessionStorage.removeItem(`chosen ${data.campaign} ${data.kind}`);
        document.getElementById('done-title').focus();
    } catch (refusal) {
        send.disabled = false;
        showRefused(form, refusal);
    }
}

function showMany() {
    const section = document.getElementById('ask-section');
    document.getElementById('many-none').hidden = many.length > 0;
    section.hidden = many.length === 0;
    document.getElementById('many-list').hidden = many.length === 0;
    document.getElementById('many-count').textContent = text('desk.chosen', { n: exact(many.length) });
    const list = document.getElementById('many-ids');
    const root = `/c/${encodeURIComponent(data.campaign)}/registers/${data.kind}/`;
    list.replaceChildren(...many.slice(0, SHOWN).map((id) => element('li', {},
        element('a', { href: root + encodeURIComponent(id) }, element('code', {}, id)))));
    if (many.length > SHOWN) {
        list.after(element('p', { class: 'note' }, text('desk.andMore', { n: exact(many.length - SHOWN) })));
    }
}

watchFields(form);
form.addEventListener('submit', (event) => {
    event.preventDefault();
    look();
});
form.addEventListener('input', () => {
    follow();
    outdate();
});
send.addEventListener('click', (event) => {
    event.preventDefault();
    ask();
});
preview.hidden = true;
if (!one) {
    showMany();
}
follow();
