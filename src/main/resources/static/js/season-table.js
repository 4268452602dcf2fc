// The chart's data as a table: newest day first, every day on which something was posted.

import { element, text } from './page.js';
import { exact, signed } from './figures.js';

function cell(content) {
    return element('td', { 'class': 'number' }, content);
}

/** The table of what is drawn. */
export function seasonTable(drawn) {
    const plan = new Map(drawn.plan.map((each) => [each.on, each.amount]));
    const heads = ['on', 'amount', 'cumulative', 'plan', 'difference'].map((key, column) => element('th',
        { 'scope': 'col', 'class': column === 0 ? null : 'number' }, text(`season.${key}`)));
    const rows = drawn.days.toReversed().map((day) => {
        const planned = plan.get(day.on);
        return element('tr', {}, [
            element('th', { scope: 'row' }, day.on), cell(signed(day.amount)), cell(exact(day.cumulative)),
            cell(planned === undefined ? '' : exact(planned)),
            cell(planned === undefined ? '' : signed(day.cumulative - planned)),
        ]);
    });
    return element('table', {}, [
        element('caption', { 'class': 'unseen' }, text('season.caption', { metric: text(`metric.${drawn.metric}`) })),
        element('thead', {}, element('tr', {}, heads)),
        element('tbody', {}, rows),
    ]);
}
