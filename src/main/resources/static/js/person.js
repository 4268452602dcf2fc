// One propagandist: shown as far as the account may see; revealed for a stated reason; erased for good.

import { data, text } from './page.js';
import { exact } from './figures.js';
import { get, newKey, post } from './api.js';
import { bodyOf, check, focusFirst, showErrors, tell, watchFields } from './form.js';

const ROOT = `/campaigns/${encodeURIComponent(data.campaign)}/propagandists/${encodeURIComponent(data.id)}`;
const REASONS = { 0: 'problem.offline', 401: 'problem.signedOut', 403: 'problem.forbidden', 404: 'person.notFound',
    429: 'problem.busy', 500: 'problem.busy', 503: 'problem.busy' };
const state = document.getElementById('person-state');
const forms = { reveal: document.getElementById('form-reveal'), erase: document.getElementById('form-erase') };
const keys = new Map();
let subject = '';

function say(words) {
    state.textContent = words;
    state.hidden = words === '';
}

function show(person) {
    for (const cell of document.querySelectorAll('[data-person]')) {
        cell.textContent = person?.[cell.dataset.person] ?? '—';
    }
}

function erased(words) {
    show(null);
    say(words);
    for (const form of Object.values(forms)) {
        form?.remove();
    }
}

function wordsOf({ status, problem = {} }) {
    return REASONS[status] ? text(REASONS[status]) : problem.detail ?? text('problem.unknown', { code: problem.code });
}

/** The same words asked again are the same request; other words are another. */
function keyOf(action, reason) {
    const asked = `${action} ${reason}`;
    keys.set(asked, keys.get(asked) ?? newKey());
    return keys.get(asked);
}

const done = {
    reveal(answer) {
        if (answer.erased) {
            erased(text('person.erased'));
            return;
        }
        show(answer.person);
        say(text('person.revealed', { position: exact(answer.position) }));
    },
    erase(answer) {
        erased(text('person.erasedNow', { position: exact(answer.position) }));
    },
};

async function send(form, action) {
    const button = form.querySelector('button[type="submit"]');
    if (button.disabled || !check(form)) {
        focusFirst(form);
        return;
    }
    const body = bodyOf(form);
    button.disabled = true;
    try {
        done[action](await post(`/personal-data/${subject}/${action}`, body, keyOf(action, body.reason)));
    } catch (refusal) {
        if (refusal.problem?.errors?.length) {
            showErrors(form, refusal.problem.errors);
        } else {
            tell(form, wordsOf(refusal));
        }
        focusFirst(form);
    } finally {
        button.disabled = false;
    }
}

async function begin() {
    try {
        const record = await get(ROOT);
        subject = encodeURIComponent(record.subject);
        for (const cell of document.querySelectorAll('[data-record]')) {
            cell.textContent = record[cell.dataset.record] ?? '—';
        }
        document.getElementById('person').hidden = false;
        if (record.erased) {
            erased(text('person.erased'));
            return;
        }
        show(record.person);
        say(record.masked ? text('person.masked') : '');
        for (const form of Object.values(forms)) {
            form?.removeAttribute('hidden');
        }
    } catch (refusal) {
        const error = document.getElementById('person-error');
        error.textContent = wordsOf(refusal);
        error.hidden = false;
    }
}

for (const [action, form] of Object.entries(forms)) {
    if (form) {
        watchFields(form);
        form.addEventListener('submit', (event) => {
            event.preventDefault();
            send(form, action);
        });
    }
}
if (forms.erase) {
    const sure = document.getElementById('erase-confirmed');
    const button = document.getElementById('erase-submit');
    forms.erase.noValidate = true;
    button.disabled = !sure.checked;
    sure.addEventListener('change', () => { button.disabled = !sure.checked; });
}
begin();
