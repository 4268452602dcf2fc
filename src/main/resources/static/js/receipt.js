// What became of the work of a receipt code. The code comes in the address's fragment, which no server is ever sent, or
// is typed.

import { data, element, text } from './page.js';
import { exact } from './figures.js';
import { get } from './api.js';
import { check, clear, focusFirst, tell } from './form.js';
import { plain } from './checks.js';

const form = document.getElementById('receipt-form');
const fate = document.getElementById('fate');
const ENDS = ['REJECTED', 'WITHDRAWN', 'DISQUALIFIED', 'REVERSED', 'MERGED'];

function step(name, day, reason) {
    return element('li', day ? {} : { class: 'is-ahead' }, [
        element('p', {}, [element('b', {}, text(`work.fate.${name}`)), ' ', element('time', { class: 'quiet' }, day ?? text('work.fate.waits'))]),
        ...(reason ? [element('p', { class: 'said' }, reason)] : []),
    ]);
}

function stepsOf(found) {
    const over = ENDS.includes(found.state);
    const steps = [step('sent', found.submittedOn)];
    if (found.acceptedOn || !over) {
        steps.push(step('ACCEPTED', found.acceptedOn, found.state === 'ACCEPTED' ? found.reason : ''));
    }
    if (found.recommendedOn || !over) {
        steps.push(step('RECOMMENDED', found.recommendedOn));
    }
    if (found.award) {
        steps.push(step('AWARDED', found.award.on, found.award.level));
    }
    if (over) {
        steps.push(step(found.state, found.endedOn ?? '—', found.reason));
    }
    return steps;
}

function show(found) {
    document.getElementById('fate-title').textContent = text(`work.fate.${found.award ? 'AWARDED' : found.state}`);
    document.getElementById('fate-what').textContent = [data.names.categories[found.category] ?? found.category,
        data.names.units[found.unit] ?? found.unit, text('record.position', { position: exact(found.position) })].join(' · ');
    document.getElementById('fate-steps').replaceChildren(...stepsOf(found));
    fate.hidden = false;
    document.getElementById('fate-title').focus();
}

async function look() {
    if (!check(form)) {
        focusFirst(form);
        return;
    }
    clear(form);
    fate.hidden = true;
    const code = plain(form.elements.code.value);
    try {
        show(await get(`/campaigns/${encodeURIComponent(data.campaign)}/submissions/${encodeURIComponent(code)}`));
    } catch ({ status, problem = {} }) {
        tell(form, status === 404 ? text('work.fate.unknown') : status === 429 ? text('work.fate.tooMany')
            : status === 0 ? text('problem.offline') : problem.detail ?? text('problem.busy'));
        focusFirst(form);
    }
}

function fromAddress() {
    const code = decodeURIComponent(location.hash.slice(1));
    if (code) {
        form.elements.code.value = code;
        look();
    }
}

form.addEventListener('submit', (event) => {
    event.preventDefault();
    look();
});
addEventListener('hashchange', fromAddress);
fromAddress();
