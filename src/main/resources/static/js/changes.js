// What an amendment changes: only fields whose value is another than it was. Pure, so that it can be looked at alone.

import { code, plain, wholeNumber } from './checks.js';

const CODES = new Set(['orgCode', 'idNumber', 'phone']);

/** The value of an input as the ledger takes it; null where it is empty. */
export function valueOf({ value, number, check }) {
    if (plain(value) === '') {
        return null;
    }
    return number ? wholeNumber(value) : CODES.has(check) ? code(value) : plain(value);
}

/** Changes by path without their prefix: what was emptied becomes null, what was never filled in is left out. */
export function changesOf(inputs) {
    const changes = {};
    for (const input of inputs) {
        const value = valueOf(input);
        const was = plain(input.was ?? '');
        if (String(value ?? '') !== was) {
            changes[input.name.replace(/^changes\./, '')] = value;
        }
    }
    return changes;
}

/** Ids of a file: one per line, or the first column of a CSV; each once, a heading left out. */
export function idsOf(content) {
    const first = content.replace(/^\uFEFF/, '').split(/\r?\n/)
        .map((line) => line.split(/[,;\t]/)[0].replace(/^"|"$/g, '').trim().toLowerCase());
    const ids = first.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id));
    return { ids: [...new Set(ids)], unread: first.filter((line) => line !== '').length - ids.length };
}
