// The judging of a category, for its host: opened with its rules, judges drawn, watched, closed, ranked, awarded. Whoever
// runs or audits the ledger reads along.

import { data, element, text } from './page.js';
import { exact } from './figures.js';
import { get } from './api.js';
import { begin as beginOpening } from './judging-open.js';
import { watchClosing, watchDrawing } from './judging-run.js';
import { showRanking } from './judging-ranking.js';

const ROOT = `/campaigns/${encodeURIComponent(data.campaign)}/categories/${encodeURIComponent(data.category)}`;
const part = (name) => document.getElementById(`${name}-part`);

function figure(number, words) {
    return element('li', { class: number === 0 ? 'zero' : null }, [element('b', {}, exact(number)), ' ', element('span', {}, words)]);
}

function showTerms(terms) {
    document.querySelector('#terms tbody').replaceChildren(...terms.rubric.map(({ criterion, max, weight }) => element('tr', {}, [
        element('th', { scope: 'row' }, criterion), element('td', { class: 'number' }, exact(max)),
        element('td', { class: 'number' }, String(weight))])));
    document.getElementById('terms-words').textContent = [
        text('judging.termsMin', { n: terms.minScores }),
        terms.tieBreak.length > 0 ? text('judging.termsTies', { order: terms.tieBreak.join(' › ') }) : text('judging.termsNoTies'),
        terms.normalise ? text('judging.termsShift', { n: terms.normalise.minScores }) : text('judging.termsNoShift'),
    ].join(' ');
    part('terms').hidden = false;
}

function judgeRow({ judge, assigned, scored, recused }) {
    const bar = element('progress', { 'max': Math.max(assigned, 1), 'value': scored, 'aria-label': text('judging.progressOf', { judge }) });
    return element('tr', {}, [element('th', { scope: 'row' }, judge),
        ...[assigned, scored, recused].map((number) => element('td', { class: 'number' }, exact(number))),
        element('td', {}, [bar, ' ', element('span', { class: assigned > scored ? 'urgent' : 'quiet' },
            assigned > scored ? text('judging.left', { n: exact(assigned - scored) }) : text('judging.finished'))])]);
}

function showJudges(judges) {
    document.querySelector('#judges tbody').replaceChildren(...judges.map(judgeRow));
    document.getElementById('judges').hidden = judges.length === 0;
    document.getElementById('no-judges').hidden = judges.length > 0;
    part('progress').hidden = false;
}

function showClosing({ entries, judges }) {
    const missing = entries.recommended - entries.withEnoughScores;
    const open = judges.reduce((sum, each) => sum + each.assigned - each.scored, 0);
    document.getElementById('close-words').textContent = [text('judging.closeThen'),
        missing > 0 ? text('judging.closeMissing', { n: exact(missing) }) : text('judging.closeComplete'),
        open > 0 ? text('judging.closeOpen', { n: exact(open) }) : ''].join(' ');
    part('close').hidden = false;
}

async function show(judging) {
    const { stage, terms, entries, judges, ranking } = judging;
    const mark = document.getElementById('stage');
    mark.textContent = text(`judging.stage.${stage}`);
    mark.className = `mark mark-${stage}`;
    document.getElementById('figures').replaceChildren(figure(entries.recommended, text('judging.entries')),
        ...(terms ? [figure(entries.withEnoughScores, text('judging.enough', { n: terms.minScores }))] : []),
        figure(judges.length, text('judging.judgesWord')), ...(ranking ? [figure(ranking.awards, text('judging.awardsWord'))] : []));
    part('open').hidden = stage !== 'NOT_OPENED';
    part('draw').hidden = !data.runs || (stage !== 'NOT_OPENED' && stage !== 'OPEN');
    if (terms) {
        showTerms(terms);
    }
    if (stage !== 'CLOSED' && (stage !== 'NOT_OPENED' || judges.length > 0)) {
        showJudges(judges);
    }
    if (stage === 'OPEN' || stage === 'ENDED') {
        showClosing(judging);
    }
    if (stage === 'CLOSED') {
        await showRanking(ROOT, ranking);
    }
}

async function refresh(position) {
    await show(await get(`${ROOT}/judging${position ? `?waitFor=${position}` : ''}`));
}

beginOpening(ROOT, refresh);
watchDrawing(ROOT, refresh);
watchClosing(ROOT);
refresh().catch((refusal) => {
    const wrong = document.getElementById('wrong');
    wrong.textContent = refusal.problem?.detail ?? text('problem.busy');
    wrong.hidden = false;
});
