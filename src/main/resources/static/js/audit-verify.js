// One event, verified on the reader's own machine.

import { data } from './page.js';
import { checkEvent } from './audit-check.js';
import { ask, show } from './audit-steps.js';

const button = document.getElementById('verify');
const parts = { button, list: document.getElementById('verify-steps'), result: document.getElementById('verify-result') };

button.hidden = false;
button.addEventListener('click', () => show(
    checkEvent(data.position, ask, { ...data.shown, payload: document.getElementById('raw').textContent }), parts));
