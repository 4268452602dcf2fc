// Deciding on a correction. An approval names the version whose effect is on the page; where the records have moved on
// meanwhile, the new effect takes its place and has to be approved anew.

import { data, text } from './page.js';
import { newKey, page, post } from './api.js';
import { bodyOf, check, clear, focusFirst } from './form.js';
import { showRefused } from './refused.js';

const PATH = `/corrections/${encodeURIComponent(data.id)}`;
const keys = new Map();
let version = data.reviewedVersion;

/** The same decision sent again is the same request; another version or reason is another. */
function keyOf(action, body) {
    const asked = action + JSON.stringify(body);
    keys.set(asked, keys.get(asked) ?? newKey());
    return keys.get(asked);
}

async function showNew(reviewed) {
    const [effect] = await page(PATH, '#effect');
    document.getElementById('effect').replaceWith(effect);
    version = reviewed;
    document.getElementById('spoken').textContent = text('desk.newEffect');
    document.getElementById('effect-head').focus();
    document.getElementById('effect').scrollIntoView();
}

async function decide(form, action) {
    const buttons = [...form.querySelectorAll('button')];
    if (buttons.some((button) => button.disabled) || !check(form)) {
        focusFirst(form);
        return;
    }
    clear(form);
    const body = action === 'withdraw' ? {} : { ...bodyOf(form), ...(action === 'approve' ? { reviewedVersion: version } : {}) };
    buttons.forEach((button) => { button.disabled = true; });
    try {
        await post(`${PATH}/${action}`, action === 'withdraw' ? '' : body, keyOf(action, body));
        location.reload();
    } catch (refusal) {
        buttons.forEach((button) => { button.disabled = false; });
        showRefused(form, refusal);
        if (refusal.problem?.code === 'stale-review') {
            await showNew(refusal.problem.reviewedVersion);
        }
    }
}

for (const form of document.querySelectorAll('#decide-form, #withdraw-form')) {
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        decide(form, (event.submitter ?? form.querySelector('button')).dataset.action);
    });
}
