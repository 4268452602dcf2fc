// Saying that two records are two: with a reason, and the pair leaves the list.

import { data, text } from './page.js';
import { newKey, post } from './api.js';
import { bodyOf, check, focusFirst } from './form.js';
import { showRefused } from './refused.js';

async function dismiss(pair, form) {
    const button = form.querySelector('button');
    if (button.disabled || !check(form)) {
        focusFirst(form);
        return;
    }
    button.disabled = true;
    try {
        await post(`/campaigns/${encodeURIComponent(data.campaign)}/duplicates/dismiss`,
            { kind: pair.dataset.kind, recordIds: [pair.dataset.one, pair.dataset.other], ...bodyOf(form) }, newKey());
        const next = pair.nextElementSibling?.querySelector('a') ?? document.querySelector('h1');
        pair.remove();
        document.getElementById('spoken').textContent = text('desk.saidTwo');
        next.focus();
    } catch (refusal) {
        button.disabled = false;
        showRefused(form, refusal);
    }
}

for (const pair of document.querySelectorAll('.pair-of-records')) {
    pair.querySelector('form')?.addEventListener('submit', (event) => {
        event.preventDefault();
        dismiss(pair, event.target);
    });
}
