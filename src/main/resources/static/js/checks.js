// What can be told of a field as it is typed, before the ledger judges it. The ledger's rules outrank these.

import { data, text } from './page.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** Full-width digits and stray spaces are what keyboards give; the ledger takes the plain form. */
export function plain(value) {
    return value.normalize('NFKC').trim();
}

/** A whole number as typed, with its separators of thousands taken out; null if it is none. */
export function wholeNumber(value) {
    const digits = plain(value).replace(/[,\s]/g, '');
    return /^\d{1,15}$/.test(digits) ? Number(digits) : null;
}

/** A code or number without inner spaces. */
export function code(value) {
    return plain(value).replace(/\s/g, '');
}

function idNumberHolds(value) {
    const number = code(value).toUpperCase();
    if (!/^\d{17}[\dX]$/.test(number)) {
        return false;
    }
    const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
    return CHECK_CHARACTERS[sum % 11] === number[17];
}

function dayProblem(value) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value))) {
        return text('check.date');
    }
    return value < data.from || value > data.to ? text('check.window', { from: data.from, to: data.to }) : '';
}

const CHECKS = {
    name: (value) => ([...value].length > 200 ? text('check.tooLong', { max: 200 }) : ''),
    reason: (value) => ([...value].length > 10000 ? text('check.tooLong', { max: 10000 }) : ''),
    whole: (value) => (wholeNumber(value) === null ? text('check.whole') : ''),
    day: dayProblem,
    orgCode: (value) => (/^[0-9A-Za-z]{4,32}$/.test(code(value)) ? '' : text('check.orgCode')),
    idNumber: (value) => (idNumberHolds(value) ? '' : text('check.idNumber')),
    phone: (value) => (/^((\+?86)?1\d{10}|\+\d{7,15})$/.test(code(value).replace(/-/g, '')) ? '' : text('check.phone')),
    link: (value) => (/^https?:\/\/\S+$/i.test(plain(value)) ? '' : text('check.link')),
};

/** What is wrong with an input, in words; empty if nothing is. */
export function problemOf(input) {
    const value = plain(input.value);
    if (value === '') {
        const unread = input.type === 'date' && input.validity.badInput;
        return unread ? text('check.date') : input.dataset.required ? text('check.required') : '';
    }
    return CHECKS[input.dataset.check]?.(value) ?? '';
}
