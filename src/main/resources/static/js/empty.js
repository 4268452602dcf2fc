// The empty ledger: an ADMIN opens the campaign whose definition is shipped.

import { text } from './page.js';
import { getText, newKey, post } from './api.js';

const button = document.getElementById('open-campaign');
const error = document.getElementById('empty-error');
const key = newKey();

const REASONS = { 0: 'problem.offline', 401: 'problem.signedOut', 403: 'problem.forbidden', 503: 'problem.busy' };

button.addEventListener('click', async () => {
    button.disabled = true;
    error.hidden = true;
    try {
        const definition = await getText('/definitions/2019');
        const { id } = await post('/campaigns', definition, key, 'application/yaml');
        location.assign(`/c/${encodeURIComponent(id)}`);
    } catch (refusal) {
        error.textContent = REASONS[refusal.status]
            ? text(REASONS[refusal.status])
            : refusal.problem?.detail ?? text('problem.unknown', { code: refusal.problem?.code ?? '' });
        error.hidden = false;
        button.disabled = false;
    }
});
