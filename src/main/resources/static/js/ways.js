// Where figures lead to: to what they are made of, for those who are let in there, at the moment that is shown.

import { data } from './page.js';

const MOMENT = ['on', 'position'];

let moment = { on: null, position: null };

/** Whether whoever is signed in sees the records of a unit or a category; null where it is not of one. */
export function mayExplain(unit, category) {
    return ['ADMIN', 'AUDITOR'].includes(data.role)
        || (data.role === 'REPORTER' && unit !== null && unit === data.scope)
        || (data.role === 'HOST' && category !== null && category === data.scope);
}

function atMoment(url) {
    for (const name of MOMENT) {
        if (moment[name] === null) {
            url.searchParams.delete(name);
        } else {
            url.searchParams.set(name, moment[name]);
        }
    }
    return url.pathname + url.search;
}

/** The records behind a figure of a unit; null for whoever may not see them. */
export function explainUnit(metric, unit) {
    const query = new URLSearchParams({ metric, unit });
    const path = `/c/${encodeURIComponent(data.campaign.id)}/explain?${query}`;
    return mayExplain(unit, null) ? atMoment(new URL(path, location.href)) : null;
}

/** Every link that keeps the moment leads to the one that is shown now. */
export function keepMoment({ on, position }) {
    moment = { on, position };
    for (const link of document.querySelectorAll('a.of-moment')) {
        link.setAttribute('href', atMoment(new URL(link.href)));
    }
}
