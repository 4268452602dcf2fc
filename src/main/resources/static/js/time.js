// Days and minutes in the campaign's own time zone, whatever zone the browser is in.

import { data } from './page.js';

const DAY = 86_400_000;

const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: data.campaign?.timeZone ?? 'Asia/Shanghai',
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});

/** An instant to the minute: 2019-07-31 23:59. */
export function minute(instant) {
    const of = Object.fromEntries(parts.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
    return `${of.year}-${of.month}-${of.day} ${of.hour}:${of.minute}`;
}

/** The day of an instant: 2019-07-31. */
export function day(instant) {
    return minute(instant).slice(0, 10);
}

/** A day some days after another. */
export function plusDays(from, days) {
    return new Date(Date.parse(from) + days * DAY).toISOString().slice(0, 10);
}

/** Days from one day to another. */
export function daysBetween(from, to) {
    return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
