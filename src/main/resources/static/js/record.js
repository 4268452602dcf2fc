// Recording: four forms, one of them open; a filled form is sent once, however often its button is pressed.

import { data, element, text } from './page.js';
import { exact } from './figures.js';
import { newKey, post } from './api.js';
import { bodyOf, check, clear, focusFirst, mark, showErrors, tell, watchFields } from './form.js';
import { watchAlike } from './alike.js';

const tabs = [...document.querySelectorAll('#tabs a')];
const forms = [...document.querySelectorAll('form[data-kind]')];
const done = document.getElementById('done');
const keys = new WeakMap();

/** Without a script the tabs are links; with one nothing is loaded anew, and what was typed into another kind stays. */
function beTabs() {
    document.getElementById('tabs').setAttribute('role', 'tablist');
    for (const tab of tabs) {
        const panel = document.getElementById(`panel-${tab.dataset.kind}`);
        tab.setAttribute('role', 'tab');
        tab.setAttribute('aria-controls', panel.id);
        tab.removeAttribute('aria-current');
        panel.setAttribute('role', 'tabpanel');
        panel.setAttribute('aria-labelledby', tab.id);
        tab.addEventListener('click', (event) => {
            event.preventDefault();
            show(tab.dataset.kind);
        });
        tab.addEventListener('keydown', walkTabs);
    }
}

function show(kind) {
    const known = tabs.some((tab) => tab.dataset.kind === kind) ? kind : 'events';
    for (const tab of tabs) {
        const isShown = tab.dataset.kind === known;
        tab.setAttribute('aria-selected', String(isShown));
        tab.tabIndex = isShown ? 0 : -1;
    }
    for (const form of forms) {
        form.parentElement.hidden = form.dataset.kind !== known;
        form.hidden = false;
    }
    done.hidden = true;
    const address = new URL(location.href);
    ['told', 'sent'].forEach((name) => address.searchParams.delete(name));
    address.searchParams.set('kind', known);
    history.replaceState(null, '', address);
}

function walkTabs(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
        const next = tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length];
        show(next.dataset.kind);
        next.focus();
    }
}

/** Rules that concern two fields. */
function checkTogether(form) {
    const body = bodyOf(form);
    if (form.dataset.kind === 'propagandists' && !body.person?.idNumber && !body.person?.phone) {
        mark(form.querySelector('[data-field="person.idNumber"]'), text('check.either'));
        return false;
    }
    if (form.dataset.kind === 'reach-reports' && body.from > body.to) {
        mark(form.querySelector('[data-field="to"]'), text('check.order'));
        return false;
    }
    return true;
}

function showDone(form, body, position) {
    const what = body.title ?? body.organization?.name ?? body.person?.name
        ?? form.querySelector('select[name="channel"]')?.selectedOptions[0].text ?? '';
    document.getElementById('done-title').textContent = text('record.done');
    document.getElementById('done-position').textContent = text('record.position', { position: exact(position) });
    const when = body.occurredOn ?? `${body.from} – ${body.to}`;
    document.getElementById('done-summary').textContent = `${what} · ${when}`;
    const proof = document.getElementById('done-proof');
    proof.textContent = text('record.proof');
    proof.href = `/c/${data.campaign}/trail/${position}`;
    document.getElementById('done-dashboard').textContent = text('record.dashboard');
    const again = document.getElementById('again');
    again.textContent = text('record.again');
    again.onclick = () => startAnew(form);
    empty(form);
    form.hidden = true;
    done.hidden = false;
    document.getElementById('done-title').focus();
}

/** Makes a form ready for the next record: unit, form, channel and day stay, the rest is empty, the key is another. */
function empty(form) {
    for (const input of form.querySelectorAll('input:not([type="hidden"], [type="radio"], [type="date"])')) {
        input.value = '';
    }
    form.querySelector('[data-alike]').hidden = true;
    clear(form);
    keys.delete(form);
}

function startAnew(form) {
    done.hidden = true;
    form.hidden = false;
    form.querySelector('input:not([type="hidden"], [type="radio"])').focus();
}

/** An earlier record stands in the way: a way to see it, and for events to say that this is another. */
function showDuplicate(form, { existing, errors = [] }) {
    showErrors(form, errors.filter((error) => error.field));
    const ways = [];
    if (existing?.position) {
        ways.push(element('a', { href: `/c/${data.campaign}/trail/${existing.position}`, target: '_blank', rel: 'noopener' },
            text('record.existing', { position: exact(existing.position) })));
    } else {
        ways.push(text('record.existingHidden'));
    }
    if (form.dataset.kind === 'events' && existing?.id) {
        const distinct = element('button', { type: 'button' }, text('record.distinct'));
        distinct.addEventListener('click', () => send(form, { distinctFrom: existing.id }));
        ways.push(distinct);
    }
    tell(form, text('record.duplicate'), ...ways);
}

function showRefusal(form, refusal) {
    const { status, problem = {} } = refusal;
    const isDuplicate = status === 409 && problem.code === 'duplicate-record';
    if (isDuplicate) {
        showDuplicate(form, problem);
    } else if (status === 401) {
        tell(form, text('problem.signedOut'),
            element('a', { href: '/login', target: '_blank', rel: 'noopener' }, text('problem.signIn')));
    } else if (problem.code === 'idempotency-key-reused') {
        tell(form, text('record.keyReused'));
    } else if (status === 0) {
        tell(form, text('problem.offline'));
    } else if ([429, 500, 502, 503, 504].includes(status)) {
        tell(form, text('problem.busy'));
    } else {
        tell(form, problem.errors?.length ? text('record.summary', { n: problem.errors.length })
            : problem.detail ?? text(status === 403 ? 'problem.forbidden' : 'problem.unknown', { code: problem.code }));
        showErrors(form, problem.errors ?? []);
    }
    focusFirst(form);
}

async function send(form, extra = {}) {
    const button = form.querySelector('button[type="submit"]');
    if (button.disabled || !check(form) || !checkTogether(form)) {
        focusFirst(form);
        return;
    }
    const body = { ...bodyOf(form), ...extra };
    const words = button.textContent;
    keys.set(form, keys.get(form) ?? newKey());
    button.disabled = true;
    button.textContent = text('record.sending');
    try {
        const { position } = await post(`/campaigns/${data.campaign}/${form.dataset.kind}`, body, keys.get(form));
        button.disabled = false;
        showDone(form, body, position);
    } catch (refusal) {
        button.disabled = false;
        showRefusal(form, refusal);
    } finally {
        button.textContent = words;
    }
}

for (const form of forms) {
    watchFields(form);
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        send(form);
    });
    const follow = () => form.querySelectorAll('[data-when]').forEach((part) => {
        part.hidden = part.dataset.when !== form.elements.kind.value;
    });
    form.querySelectorAll('input[name="kind"]').forEach((radio) => radio.addEventListener('change', follow));
    follow();
    watchAlike(form);
}
beTabs();
for (const input of document.querySelectorAll('input[type="date"]')) {
    input.min = data.from;
    input.max = data.to;
}
show(location.hash.slice(1) || data.kind);
