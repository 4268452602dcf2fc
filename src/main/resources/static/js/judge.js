// What a judge has to score: what waits first, and how far they have come.

import { data, element, text } from './page.js';
import { exact } from './figures.js';
import { get } from './api.js';
import { mediumOf, thumb } from './media.js';
import { all } from './assignments.js';

const ROOT = `/campaigns/${encodeURIComponent(data.campaign)}`;
const list = document.getElementById('assignments');
const page = (entry) => `/c/${encodeURIComponent(data.campaign)}/judging/${entry}`;

function row({ entry, category, scored, recused }, work) {
    const medium = mediumOf(work?.work?.mediaType);
    const state = recused ? 'recused' : scored ? 'scored' : 'waits';
    const inside = [
        thumb(medium, medium === 'picture' && !recused ? `/api/v1/entries/${entry}/thumbnail` : null),
        element('span', { class: 'work-title' }, [element('b', {}, work?.title ?? text('work.untitled')), ' ',
            element('span', { class: 'quiet' }, data.names.categories[category] ?? category)]),
        element('span', { class: `mark mark-${state}` }, text(`judging.state.${state}`)),
    ];
    return element('li', { class: recused ? 'is-gone' : null },
        recused ? element('span', { class: 'work-row' }, inside) : element('a', { class: 'work-row', href: page(entry) }, inside));
}

function showProgress(mine) {
    const due = mine.filter((each) => !each.recused);
    const scored = due.filter((each) => each.scored).length;
    document.getElementById('progress-words').textContent = text('judging.progressIs', { n: exact(scored), of: exact(due.length) });
    const bar = document.getElementById('progress-bar');
    bar.max = Math.max(due.length, 1);
    bar.value = scored;
    const next = due.find((each) => !each.scored);
    const start = document.getElementById('start');
    start.hidden = !next;
    if (next) {
        start.href = page(next.entry);
    }
    document.getElementById('progress').hidden = due.length === 0;
}

try {
    const mine = await all(`${ROOT}/judging/assignments`);
    const works = new Map((await all(`${ROOT}/entries`)).map((work) => [work.id, work]));
    const order = (each) => (each.recused ? 2 : each.scored ? 1 : 0);
    showProgress(mine);
    document.getElementById('nothing').hidden = mine.length > 0;
    list.replaceChildren(...mine.toSorted((one, other) => order(one) - order(other)).map((each) => row(each, works.get(each.entry))));
} catch (refusal) {
    const wrong = document.getElementById('wrong');
    wrong.textContent = refusal.problem?.detail ?? text('problem.busy');
    wrong.hidden = false;
}
