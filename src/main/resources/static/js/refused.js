// What a refusal is told in: at the fields it names, or of the whole form.

import { data, element, text } from './page.js';
import { exact } from './figures.js';
import { fieldOf, focusFirst, showErrors, tell } from './form.js';

const BUSY = [429, 500, 502, 503, 504];

function wordsOf({ status, problem = {} }) {
    if (status === 0) {
        return text('problem.offline');
    }
    if (BUSY.includes(status)) {
        return text('problem.busy');
    }
    return problem.detail ?? text(status === 403 ? 'problem.forbidden' : 'problem.unknown', { code: problem.code });
}

function ways({ status, problem = {} }) {
    if (status === 401) {
        return [element('a', { href: '/login', target: '_blank', rel: 'noopener' }, text('problem.signIn'))];
    }
    return problem.existing?.position && problem.code !== 'stale-review' ? [element('a', { href: `${data.campaign
        ? `/c/${data.campaign}` : '/api/v1'}/trail/${problem.existing.position}`,
        target: '_blank', rel: 'noopener' }, text('desk.existing', { position: exact(problem.existing.position) }))] : [];
}

/** Tells a form what was refused, and puts the reader there. */
export function showRefused(form, refusal) {
    const errors = refusal.problem?.errors ?? [];
    tell(form, refusal.status === 401 ? text('problem.signedOut') : wordsOf(refusal), ...ways(refusal));
    const named = errors.filter((error) => error.field && fieldOf(form, error.field));
    showErrors(form, named);
    focusFirst(form);
    if (named.length === 0) {
        form.querySelector('.form-error').scrollIntoView({ block: 'nearest' });
    }
}
