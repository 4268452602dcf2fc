// Whoever signs out leaves nothing of what they typed in this browser.

import { forgetAll } from './draft.js';

const form = document.getElementById('sign-out');
form.addEventListener('submit', () => forgetAll(form.dataset.account));
