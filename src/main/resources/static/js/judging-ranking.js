// The ranking of a category, line by line with all scores; what was awarded on it; how far the judges agree.

import { data, element, text } from './page.js';
import { exact } from './figures.js';
import { get, post } from './api.js';
import { clear } from './form.js';
import { all } from './assignments.js';
import { once } from './once.js';

const CAMPAIGN = `/campaigns/${encodeURIComponent(data.campaign)}`;
const body = document.querySelector('#ranking tbody');
const more = document.getElementById('more');
const awards = new Map();
let works = new Map();
let after = null;
let before = null;

/** So many decimals, the minus sign as everywhere. */
function decimals(number, digits) {
    return Number(number).toFixed(digits).replace('-', '\u2212');
}

function scoresOf({ scores, reason }) {
    if (scores.length === 0) {
        return reason ? text('judging.tooFew') : '—';
    }
    const rows = scores.map(({ judge, scores: points, total, use }) => element('li', { class: use === 'counted' ? null : 'quiet' }, [
        element('b', {}, judge), ` ${total} `,
        element('span', { class: 'note' }, `${Object.entries(points).map(([name, value]) => `${name} ${value}`).join(' · ')}${use === 'counted' ? '' : ` · ${text(`judging.use.${use}`)}`}`)]));
    return element('details', { class: 'scores' }, [element('summary', {}, text('judging.scoresOf', { n: scores.length })), element('ul', {}, rows)]);
}

/** A form within a line, which says what is wrong where it is wrong. */
function lineForm(name, parts, send) {
    const form = element('form', { class: name, novalidate: '' }, [...parts, element('p', { class: 'error form-error', role: 'alert', hidden: '' })]);
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        clear(form);
        send(form);
    });
    return form;
}

function grantForm(entry, cell) {
    const choice = element('select', { 'aria-label': text('judging.level') }, data.awards.map((level) => element('option', { value: level }, level)));
    return lineForm('grant', [choice, element('button', { type: 'submit' }, text('judging.grant'))], async (form) => {
        const level = choice.value;
        const answer = await once(form, ['grant', entry, level], (key) => post(`/entries/${entry}/awards`, { level }, key));
        if (answer) {
            awards.set(entry, { id: answer.id, level, position: answer.position });
            showAward(entry, cell);
        }
    });
}

function revokeForm(entry, award, cell) {
    const id = `revoke-${award.id}`;
    const reason = element('input', { id, 'autocomplete': 'off', 'aria-describedby': `${id}-hint` });
    const field = element('div', { 'class': 'field', 'data-field': 'reason' }, [element('label', { for: id }, text('judging.revokeWhy')), reason,
        element('p', { 'class': 'hint', 'id': `${id}-hint`, 'data-hint': '' })]);
    const form = lineForm('revoke', [element('p', { class: 'note' }, text('judging.revokeThen')), field,
        element('button', { type: 'submit' }, text('judging.revokeDo'))], async (sent) => {
        const body = { reason: reason.value };
        const answer = await once(sent, ['revoke', award.id, reason.value], (key) => post(`/awards/${award.id}/revoke`, body, key));
        if (answer) {
            awards.delete(entry);
            showAward(entry, cell);
        }
    });
    return element('details', {}, [element('summary', { class: 'quiet' }, text('judging.revoke')), form]);
}

function showAward(entry, cell) {
    const award = awards.get(entry);
    const proof = award && element('a', { href: `/log/proof/${award.position}`, class: 'life-number' }, text('record.position', { position: exact(award.position) }));
    const figure = document.querySelector('#figures li:last-child b');
    figure.textContent = exact(Math.max(awards.size, 0));
    cell.replaceChildren(...(award ? [element('b', { class: 'award' }, award.level), ' ', proof, ...(data.mayAward ? [revokeForm(entry, award, cell)] : [])]
        : data.mayAward ? [grantForm(entry, cell)] : ['—']));
}

function line(one) {
    const { rank, entry, score } = one;
    const work = works.get(entry);
    const tied = rank !== undefined && rank === before;
    before = rank;
    const cell = element('td', { class: 'awards' });
    if (rank !== undefined) {
        showAward(entry, cell);
    }
    const link = element('a', { href: `/c/${encodeURIComponent(data.campaign)}/works/${entry}` }, work?.title ?? entry.slice(-8));
    return element('tr', {}, [
        element('th', { scope: 'row', class: 'number' }, rank === undefined ? '—' : tied ? text('judging.tied', { n: rank }) : String(rank)),
        element('td', { class: 'long' }, link),
        element('td', { class: 'short' }, data.names.units[work?.unit] ?? work?.unit ?? ''),
        element('td', { class: 'number' }, score === undefined ? text('judging.unranked') : decimals(score, 4)),
        element('td', {}, scoresOf(one)), cell]);
}

async function grow(root) {
    const page = await get(`${root}/ranking?limit=100${after ? `&after=${after}` : ''}`);
    body.append(...page.lines.map(line));
    after = page.next ?? null;
    more.hidden = after === null;
}

async function showAgreement(root) {
    const { alpha, judges } = await get(`${root}/judging/agreement`);
    document.getElementById('alpha').textContent = alpha === undefined ? text('judging.noAlpha') : text('judging.alpha', { n: decimals(alpha, 2) });
    document.querySelector('#agreement tbody').replaceChildren(...judges.map((each) => element('tr', {}, [
        element('th', { scope: 'row' }, each.judge), element('td', { class: 'number' }, exact(each.scores)),
        ...[each.mean, each.spread, each.deviation].map((value) => element('td', { class: 'number' }, value === undefined ? '—' : decimals(value, 2))),
        element('td', { class: 'urgent' }, each.standsOut ? text('judging.standsOut') : '')])));
    document.getElementById('agreement-part').hidden = false;
}

/** Awards are public: what stands is told by the showcase. */
async function readAwards() {
    for (const shown of await all(`${CAMPAIGN}/showcase?category=${encodeURIComponent(data.category)}`, 100)) {
        if (shown.award) {
            awards.set(shown.id, shown.award);
        }
    }
}

/** Shows the ranking. */
export async function showRanking(root, ranking) {
    document.getElementById('digest').textContent = text('judging.digest', { position: exact(ranking.position), digest: ranking.digest });
    await readAwards().catch(() => null);
    works = new Map((await all(`${CAMPAIGN}/entries?category=${encodeURIComponent(data.category)}`).catch(() => [])).map((work) => [work.id, work]));
    await grow(root);
    more.addEventListener('click', () => grow(root));
    document.getElementById('ranking-part').hidden = false;
    await showAgreement(root).catch(() => null);
}
