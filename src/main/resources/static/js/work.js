// What is done with a work: said before it happens, sent once, and shown when the register knows of it.

import { data, text } from './page.js';
import { get, newKey, post } from './api.js';
import { bodyOf, check, clear, focusFirst, tell, watchFields } from './form.js';
import { showRefused } from './refused.js';

const PATH = `/entries/${encodeURIComponent(data.entry)}`;
const keys = new Map();

function keyOf(action, body) {
    const asked = action + JSON.stringify(body);
    keys.set(asked, keys.get(asked) ?? newKey());
    return keys.get(asked);
}

/** Of an amendment only what is not as it was; taking a text away altogether is not offered. */
function changed(form, body) {
    const was = new Map([...form.querySelectorAll('[name]')].map((input) => [input.name, input.defaultValue.trim()]));
    return Object.fromEntries(Object.entries(body).filter(([name, value]) => was.get(name) !== value));
}

async function act(form) {
    const { action } = form.dataset;
    const button = form.querySelector('button[type="submit"]');
    if (button.disabled || !check(form)) {
        focusFirst(form);
        return;
    }
    clear(form);
    const body = action === 'amend' ? changed(form, bodyOf(form)) : bodyOf(form);
    if (action === 'amend' && Object.keys(body).length === 0) {
        tell(form, text('desk.nothingChanged'));
        return;
    }
    button.disabled = true;
    try {
        const { position } = await post(`${PATH}/${action}`, body, keyOf(action, body));
        await get(`${PATH}?waitFor=${position}`).catch(() => null);
        location.reload();
    } catch (refusal) {
        button.disabled = false;
        showRefused(form, refusal);
    }
}

for (const form of document.querySelectorAll('form[data-action]')) {
    watchFields(form);
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        act(form);
    });
}
