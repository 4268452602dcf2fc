// Figures as they are shown; Figures.java does the same on the server. A figure that falls short of its target by one
// never reads as if it had reached it: shortened figures are cut off, and a share is full only when it is.

import { data, text } from './page.js';

const MINUS = '\u2212';
const english = () => data.language === 'en';

function grouped(number, decimals) {
    const digits = Math.abs(number).toLocaleString('en-US', {
        minimumFractionDigits: decimals, maximumFractionDigits: decimals,
    });
    return number < 0 ? MINUS + digits : digits;
}

function scaled(figure, by, decimals, word) {
    const steps = 10 ** decimals;
    const number = Math.trunc(figure / (by / steps)) / steps;
    return { number: grouped(number, decimals), scale: text(word), exact: exact(figure), shortened: true };
}

/** All digits, in groups of three. */
export function exact(figure) {
    return grouped(figure, 0);
}

/** A figure at a glance: number, the word it is to be multiplied by, and all digits. */
export function glance(figure) {
    const size = Math.abs(figure);
    if (english()) {
        if (size >= 1e9) return scaled(figure, 1e9, 2, 'figure.billion');
        if (size >= 1e6) return scaled(figure, 1e6, 2, 'figure.million');
    } else {
        if (size >= 1e8) return scaled(figure, 1e8, 2, 'figure.yi');
        if (size >= 1e5) return scaled(figure, 1e4, 1, 'figure.wan');
    }
    return { number: exact(figure), scale: '', exact: exact(figure), shortened: false };
}

/** A figure with the measure word that its language wants. */
export function amount(figure, measure) {
    const shown = glance(figure);
    const tail = shown.scale + (english() ? '' : measure);
    return tail ? `${shown.number} ${tail}` : shown.number;
}

function percent(part, whole) {
    return Math.round((part * 1000) / whole) / 10;
}

/** A share of a whole that is not zero, to one decimal; 100.0% only when nothing is missing. */
export function share(part, whole) {
    const of = percent(part, whole);
    return `${grouped(part < whole ? Math.min(of, 99.9) : of, 1)}%`;
}

/** A difference as a share, with its sign; empty where it does not reach the decimal shown. */
export function signedShare(difference, whole) {
    if (whole <= 0 || Math.abs(difference) * 1000 < whole) {
        return '';
    }
    return `${difference < 0 ? MINUS : '+'}${grouped(percent(Math.abs(difference), whole), 1)}%`;
}

/** A difference with its sign. */
export function signed(difference) {
    return difference > 0 ? `+${exact(difference)}` : exact(difference);
}

/** A part of a whole as a length: never more than all of it, and visible as soon as there is anything. */
export function length(part, whole) {
    const of = whole <= 0 ? 0 : Math.min(100, Math.max(0, (100 * part) / whole));
    return `${(part > 0 ? Math.max(of, 0.5) : of).toFixed(2)}%`;
}
