// A work is submitted: by anyone in a category that takes works here, or by a reporter or a host. One form, sent once
// however often its button is pressed; what was filled in stays until it has been taken.

import { data, text } from './page.js';
import { exact } from './figures.js';
import { newKey, post } from './api.js';
import { bodyOf, check, clear, focusFirst, watchFields } from './form.js';
import { showRefused } from './refused.js';
import { arrived, drop, isChosen, missing, offer, watchFile } from './upload.js';

const form = document.getElementById('submit-form');
const done = document.getElementById('done');
const chooser = document.getElementById('work-category');
const open = Boolean(data.category);
const root = `/campaigns/${encodeURIComponent(data.campaign)}`;
const keys = new Map();

const category = () => data.category ?? chooser.value;
const rules = () => data.rules[category()];
const place = () => `${root}/categories/${encodeURIComponent(category())}/submissions`;

/** The same content is the same request, whatever became of the first. */
function keyOf(body) {
    const asked = JSON.stringify(body);
    keys.set(asked, keys.get(asked) ?? newKey());
    return keys.get(asked);
}

function must(name, isRequired) {
    const field = form.querySelector(`textarea[name="${name}"]`);
    field.dataset.check = field.dataset.check ?? 'lines';
    if (isRequired) {
        field.dataset.required = 'yes';
    } else {
        delete field.dataset.required;
    }
    form.querySelector(`[data-optional="${name}"]`).hidden = isRequired;
}

/** Shows what this category takes. */
function showRules() {
    offer(rules());
    must('description', !rules().needsFile);
    must('links', rules().needsLink);
    const themes = document.getElementById('work-themes');
    const sheet = document.querySelector(`[data-rules="${CSS.escape(category())}"]`);
    const offered = sheet ? sheet.querySelectorAll('option') : document.querySelectorAll('#themes-of option');
    themes.replaceChildren(...[...offered].map((option) => option.cloneNode(true)));
    document.querySelectorAll('[data-rules]').forEach((each) => { each.hidden = each !== sheet; });
    if (sheet) {
        const individuals = sheet.dataset.individuals === 'true';
        form.querySelector('label[data-kind="INDIVIDUAL"]').hidden = !individuals;
        if (!individuals) {
            form.querySelector('input[value="UNION"]').checked = true;
        }
    }
}

function showDone(answer) {
    document.getElementById('done-position').textContent = text('record.position', { position: exact(answer.position) });
    if (open) {
        document.getElementById('receipt-code').textContent = answer.receipt;
        document.getElementById('done-fate').href = `/c/${encodeURIComponent(data.campaign)}/receipt#${encodeURIComponent(answer.receipt)}`;
    } else {
        document.getElementById('done-work').href = `/c/${encodeURIComponent(data.campaign)}/works/${answer.id}`;
        document.getElementById('done-proof').href = `/log/proof/${answer.position}`;
    }
    form.hidden = true;
    document.querySelectorAll('.rules-sheet').forEach((sheet) => { sheet.hidden = true; });
    done.hidden = false;
    document.getElementById('done-title').focus();
    scrollTo(0, 0);
}

async function copy(button) {
    const code = document.getElementById('receipt-code').textContent;
    try {
        await navigator.clipboard.writeText(code);
    } catch {
        // Older browsers inside other apps have no clipboard for scripts: the code is selected, to be copied by hand.
        getSelection().selectAllChildren(document.getElementById('receipt-code'));
        document.execCommand('copy');
    }
    button.textContent = text('submit.copied');
}

/** Checks everything at once, the file included. */
function holds() {
    const isRight = check(form);
    if (rules().needsFile && !isChosen()) {
        missing();
        return false;
    }
    return isRight;
}

async function send() {
    const button = form.querySelector('button[type="submit"]');
    if (button.disabled || !holds()) {
        focusFirst(form);
        return;
    }
    const words = button.textContent;
    button.disabled = true;
    try {
        if (isChosen()) {
            button.textContent = text('submit.waiting');
            if (!await arrived()) {
                return;
            }
        }
        button.textContent = text('record.sending');
        const body = bodyOf(form);
        showDone(await post(open ? place() : `${root}/entries`, body, keyOf(body)));
    } catch (refusal) {
        showRefused(form, refusal);
    } finally {
        button.disabled = false;
        button.textContent = words;
    }
}

/** Ready for another: who submits stays, the work is empty. */
function another() {
    for (const name of ['title', 'theme', 'description', 'links', 'externalId']) {
        const input = form.elements[name];
        if (input) {
            input.value = '';
        }
    }
    drop();
    clear(form);
    keys.clear();
    done.hidden = true;
    form.hidden = false;
    document.querySelectorAll('.rules-sheet:not([data-rules])').forEach((sheet) => { sheet.hidden = false; });
    showRules();
    form.elements.title.focus();
}

if (form) {
    watchFields(form);
    watchFile(() => (open ? `${place()}/files` : `${root}/works`), rules);
    chooser?.addEventListener('change', () => {
        drop();
        showRules();
    });
    showRules();
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        send();
    });
    document.getElementById('another').addEventListener('click', another);
    document.getElementById('copy')?.addEventListener('click', (event) => copy(event.currentTarget));
    addEventListener('beforeunload', (event) => {
        if (!form.hidden && isChosen()) {
            event.preventDefault();
        }
    });
}
