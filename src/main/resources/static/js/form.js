// A form: an error takes the place of its field's hint, the first one is focused, nothing that was typed is lost.

import { text } from './page.js';
import { code, plain, problemOf, wholeNumber } from './checks.js';

const CODES = new Set(['orgCode', 'idNumber', 'phone']);

function isUsed(input) {
    return !input.closest('[data-when][hidden]');
}

/** The place of a field, or of the list that it is an element of; where a form has none of this name, errors go to the form itself. */
export function fieldOf(form, name) {
    return form.querySelector(`[data-field="${CSS.escape(name)}"]`)
        ?? form.querySelector(`[data-field="${CSS.escape(name.replace(/\[\d+\].*$/, ''))}"]`);
}

/** Says what is wrong with a field; an empty message gives its hint back. */
export function mark(field, message) {
    const hint = field.querySelector('.hint');
    const input = field.querySelector('input:not([type="hidden"]), select, textarea');
    field.classList.toggle('is-wrong', message !== '');
    hint.textContent = message || hint.dataset.hint || '';
    if (message) {
        input?.setAttribute('aria-invalid', 'true');
    } else {
        input?.removeAttribute('aria-invalid');
    }
}

/** Gives every field its hint back. */
export function clear(form) {
    form.querySelectorAll('[data-field]').forEach((field) => mark(field, ''));
    const error = form.querySelector('.form-error');
    error.hidden = true;
    error.replaceChildren();
}

/** Puts the reader at the first field that is wrong, or at what is said of the whole. */
export function focusFirst(form) {
    const first = form.querySelector('.is-wrong:not([hidden]) :is(input:not([type="hidden"]), select, textarea)');
    (first ?? form.querySelector('button[type="submit"]'))?.focus();
}

/** Says something of the whole form, with what can be done about it. */
export function tell(form, message, ...ways) {
    const error = form.querySelector('.form-error');
    const said = document.createElement('span');
    said.textContent = message;
    error.replaceChildren(said, ...ways);
    error.hidden = false;
}

/** Checks all fields; answers whether nothing is wrong. */
export function check(form) {
    clear(form);
    let wrong = 0;
    for (const input of form.querySelectorAll('[data-check], select[data-required]')) {
        const message = isUsed(input) ? problemOf(input) : '';
        if (message) {
            mark(input.closest('[data-field]'), message);
            wrong++;
        }
    }
    return wrong === 0;
}

/** Shows errors of the door at their fields; those of no field of this form are said of the whole. */
export function showErrors(form, errors) {
    const rest = [];
    for (const error of errors) {
        const field = error.field ? fieldOf(form, error.field) : null;
        if (field) {
            mark(field, error.message ?? error.code);
        } else {
            rest.push(error.message ?? error.code);
        }
    }
    if (rest.length > 0) {
        tell(form, rest.join(' '));
    }
}

/** The command's body: names with a dot become objects, empty fields are left out. */
export function bodyOf(form) {
    const body = {};
    for (const input of form.querySelectorAll('input[name], select[name], textarea[name]')) {
        if (input.name.startsWith('_') || !isUsed(input) || (['radio', 'checkbox'].includes(input.type) && !input.checked) || plain(input.value) === '') {
            continue;
        }
        const value = input.dataset.lines ? input.value.split('\n').map(plain).filter((line) => line !== '')
            : input.dataset.number ? wholeNumber(input.value)
            : CODES.has(input.dataset.check) ? code(input.value) : plain(input.value);
        const path = input.name.split('.');
        const last = path.pop();
        path.reduce((at, step) => (at[step] ??= {}), body)[last] = value;
    }
    return body;
}

/** Checks a field when the reader leaves it, and takes an error back as soon as it is mended. */
export function watchFields(form) {
    for (const input of form.querySelectorAll('[data-check], select[data-required]')) {
        const field = input.closest('[data-field]');
        input.addEventListener('blur', () => {
            if (plain(input.value) !== '') {
                mark(field, problemOf(input));
            }
        });
        input.addEventListener('input', () => {
            if (field.classList.contains('is-wrong') && problemOf(input) === '') {
                mark(field, '');
            }
        });
    }
}
