// While a category is judged: judges are drawn, and at the end no score is taken any more.

import { text } from './page.js';
import { exact } from './figures.js';
import { get, post } from './api.js';
import { check, clear, focusFirst, mark, watchFields } from './form.js';
import { plain, wholeNumber } from './checks.js';
import { once } from './once.js';

async function draw(form, root, refresh) {
    clear(form);
    const judges = [...form.querySelectorAll('input[name="judge"]:checked')].map((box) => box.value);
    const isRight = check(form);
    if (judges.length === 0) {
        mark(form.querySelector('[data-field="judges"]'), text('check.required'));
    }
    if (!isRight || judges.length === 0) {
        focusFirst(form);
        return;
    }
    const seed = plain(form.elements.seed.value);
    const body = { judges, perEntry: wholeNumber(form.elements.perEntry.value), ...(seed ? { seed: wholeNumber(seed) } : {}) };
    const answer = await once(form, body, (key) => post(`${root}/judges/assign`, body, key));
    if (!answer) {
        return;
    }
    await refresh(answer.position);
    const { draw: drawn, shortfalls } = await get(`${root}/judges/draws/${answer.id}?waitFor=${answer.position}`);
    const said = document.getElementById('drawn');
    said.textContent = [text('judging.drawn', { position: exact(answer.position), seed: drawn.seed }),
        shortfalls.length > 0 ? text('judging.short', { n: exact(shortfalls.length), each: body.perEntry }) : text('judging.noneShort')].join(' ');
    said.hidden = false;
}

/** The form by which judges are drawn, where there is one. */
export function watchDrawing(root, refresh) {
    const form = document.getElementById('draw-form');
    if (form) {
        watchFields(form);
        form.addEventListener('submit', (event) => {
            event.preventDefault();
            draw(form, root, refresh);
        });
    }
}

/** The form by which judging ends, where there is one. */
export function watchClosing(root) {
    const form = document.getElementById('close-form');
    if (!form) {
        return;
    }
    const button = document.getElementById('close-do');
    document.getElementById('close-sure').addEventListener('change', (event) => { button.disabled = !event.target.checked; });
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        if (button.disabled) {
            return;
        }
        clear(form);
        const answer = await once(form, 'close', (key) => post(`${root}/judging/close`, {}, key));
        if (answer) {
            await get(`${root}/judging?waitFor=${answer.position}`).catch(() => null);
            location.reload();
        }
    });
}
