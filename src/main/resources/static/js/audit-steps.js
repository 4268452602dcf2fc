// Shows what is checked, step by step, in words; what fails is named.

import { element, text } from './page.js';
import { exact } from './figures.js';

/** Fetches a place of the log. */
export async function ask(path) {
    const answer = await fetch(path, { credentials: 'same-origin', cache: 'no-store', headers: { Accept: '*/*' } });
    return { ok: answer.ok, status: answer.status, text: await answer.text() };
}

function inWords(places) {
    return Object.fromEntries(Object.entries(places).map(([name, value]) => [name,
        typeof value === 'number' ? exact(value) : value]));
}

function verdict(steps) {
    const failed = steps.findIndex(({ is }) => is === 'fails');
    if (failed >= 0) {
        return ['fails', text('audit.verdict.fails', { n: failed + 1, step: text(`audit.step.${steps[failed].step}`) })];
    }
    const open = steps.filter(({ is }) => is === 'unknown').length;
    return open ? ['unknown', text('audit.verdict.unknown', { n: open })] : ['holds', text('audit.verdict.holds')];
}

/** Runs the checks and shows them in the list; the button waits meanwhile. */
export async function show(checks, { button, list, result }) {
    const steps = [];
    button.disabled = true;
    list.replaceChildren();
    list.hidden = false;
    result.hidden = true;
    try {
        for await (const step of checks) {
            steps.push(step);
            list.append(element('li', { 'class': `step step-${step.is}`, 'data-step': step.step, 'data-is': step.is }, [
                element('b', {}, text(`audit.step.${step.step}`)),
                element('span', { 'class': 'step-is' }, text(`audit.is.${step.is}`)),
                element('span', { 'class': 'step-said' }, text(`audit.step.${step.step}.${step.is}`, inWords(step.places))),
            ]));
        }
        const [is, said] = verdict(steps);
        result.dataset.is = is;
        result.textContent = said;
    } catch {
        result.dataset.is = 'unknown';
        result.textContent = text('audit.verdict.broken');
    } finally {
        result.hidden = false;
        button.disabled = false;
    }
}
