// While a record is being typed: what was recorded already and looks like it, said quietly, with a way to it. It never
// stands in the way; what the ledger refuses it refuses when the form is sent.

import { data, element, text } from './page.js';
import { exact } from './figures.js';
import { get, newKey, post } from './api.js';
import { plain, problemOf } from './checks.js';
import { isAlike } from './likeness.js';

const PAUSE_MS = 500;
const LEAST = 3;
const MOST = 3;
const DAYS = 2;
const ROOT = `/campaigns/${encodeURIComponent(data.campaign)}`;

const isThere = (item) => !['REVERSED', 'MERGED'].includes(item.state);
const valueOf = (form, name) => plain(form.elements[name]?.value ?? '');

function daysFrom(day, by) {
    const moved = new Date(`${day}T00:00:00Z`);
    moved.setUTCDate(moved.getUTCDate() + by);
    return moved.toISOString().slice(0, 10);
}

/** Events of these days, which take place at most two days apart, of a like title. */
async function events(form) {
    const title = valueOf(form, 'title');
    const day = valueOf(form, 'occurredOn');
    if (title.length < LEAST || day === '') {
        return [];
    }
    const { items } = await get(`${ROOT}/events?limit=200&from=${daysFrom(day, -DAYS)}&to=${daysFrom(day, DAYS)}`);
    return items.filter((item) => isAlike(title, item.title)).map((item) => ({ ...item, words: `${item.title} · ${item.occurredOn}` }));
}

/** Unions whose names hold most of what was typed. */
async function mobilizations(form) {
    const name = valueOf(form, 'organization.name');
    if (name.length < LEAST) {
        return [];
    }
    const part = name.slice(0, Math.max(LEAST, Math.ceil(name.length / 2)));
    const { items } = await get(`${ROOT}/mobilizations?limit=200&text=${encodeURIComponent(part)}`);
    return items.filter((item) => isAlike(name, item.organization?.name ?? ''))
        .map((item) => ({ ...item, words: item.organization.name }));
}

/** A person by a whole number only; sent as a body, so that it stands in no address. */
async function propagandists(form) {
    const numbers = ['idNumber', 'phone'].map((name) => [name, form.elements[`person.${name}`]])
        .filter(([, input]) => plain(input.value) !== '' && problemOf(input) === '');
    if (numbers.length === 0) {
        return [];
    }
    const body = Object.fromEntries(numbers.map(([name, input]) => [name, plain(input.value)]));
    const { existing } = await post(`${ROOT}/propagandists/known`, body, newKey());
    return existing ? [{ ...existing, words: text('record.alikePerson') }] : [];
}

const ASK = { events, mobilizations, propagandists };
const TYPED = { events: ['title', 'occurredOn'], mobilizations: ['organization.name'],
    propagandists: ['person.idNumber', 'person.phone'] };

function show(place, kind, found) {
    const links = found.filter(isThere).slice(0, MOST).map(({ id, position, words }) => element('li', {},
        [element('a', { href: `/c/${encodeURIComponent(data.campaign)}/registers/${kind}/${encodeURIComponent(id)}`,
            target: '_blank', rel: 'noopener' }, text('record.position', { position: exact(position) })), ` ${words}`]));
    place.hidden = links.length === 0;
    if (links.length > 0) {
        place.replaceChildren(element('b', {}, text('record.alike')), element('ul', {}, links));
    }
}

/** Looks for earlier records whenever the reader pauses. */
export function watchAlike(form) {
    const { kind } = form.dataset;
    const place = form.querySelector('[data-alike]');
    let timer = 0;
    let turn = 0;
    const look = async () => {
        const mine = ++turn;
        const found = await ASK[kind](form).catch(() => []);
        if (mine === turn) {
            show(place, kind, found);
        }
    };
    for (const name of TYPED[kind] ?? []) {
        form.elements[name].addEventListener('input', () => {
            clearTimeout(timer);
            timer = setTimeout(look, PAUSE_MS);
        });
    }
}
