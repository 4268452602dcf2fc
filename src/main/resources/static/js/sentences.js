// Ledger events as plain sentences.

import { data, element, hasText, named, text } from './page.js';
import { exact, signed } from './figures.js';
import { minute } from './time.js';

/** The name of a unit or a part of one. */
export function unitName(code) {
    for (const unit of data.campaign.units) {
        if (unit.code === code) {
            return named(unit.name);
        }
        const part = unit.subUnits.find((each) => each.code === code);
        if (part) {
            return part.name;
        }
    }
    return code ?? '';
}

function categoryName(id) {
    const category = data.campaign.categories.find((each) => each.id === id);
    return category ? named(category.name) : id ?? '';
}

function keyOf(type) {
    if (hasText(`event.${type}`)) {
        return `event.${type}`;
    }
    return ['Reversed', 'Corrected'].map((ending) => (type.endsWith(ending) ? `event.${ending}` : null))
        .find(Boolean) ?? 'event.other';
}

/** The sentence of an event as it stands in the list of the latest. */
export function sentence(event) {
    const figures = event.figures ?? event.postings ?? [];
    const places = { unit: unitName(event.unit), category: categoryName(event.category), type: event.type };
    for (const metric of ['contacts', 'directReach', 'secondaryReach']) {
        places[metric] = exact(figures.find((figure) => figure.metric === metric)?.amount ?? 0);
    }
    places.figures = figures.map((figure) => `${text(`metric.${figure.metric}`)} ${signed(figure.amount)}`)
        .join(data.language === 'en' ? ', ' : '，');
    const key = keyOf(event.type);
    const isPlain = figures.length === 0 && hasText(`${key}.plain`);
    const said = text(isPlain ? `${key}.plain` : key, places).replace(/^[:：\s]+/, '').replace(/[:：,，\s]+$/, '');
    const isLater = event.occurredOn && event.occurredOn !== minute(event.recordedAt).slice(0, 10);
    return isLater ? text('latest.on', { text: said, date: dated(event.occurredOn) }) : said;
}

/** A day or minute of this year without the year. */
function dated(at) {
    return at.startsWith(minute(new Date()).slice(0, 5)) ? at.slice(5) : at;
}

/** A line of the list: number, sentence, when it was recorded; without an address the number leads nowhere. */
export function line(event, href) {
    const at = minute(event.recordedAt);
    return element('li', { 'data-position': event.position }, [
        href === null ? element('b', {}, text('latest.position', { position: exact(event.position) }))
            : element('a', { href, title: text('latest.goTo', { position: exact(event.position) }) },
                text('latest.position', { position: exact(event.position) })),
        element('span', {}, sentence(event)),
        element('time', { datetime: event.recordedAt, title: at }, dated(at)),
    ]);
}
