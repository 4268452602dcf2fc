// Choosing records of a register: some of the page, all that the filter finds, or the ids of a file.

import { data, text } from './page.js';
import { exact } from './figures.js';
import { newKey, post } from './api.js';
import { idsOf } from './changes.js';

const panel = document.getElementById('choose');
const boxes = [...document.querySelectorAll('input[name="pick"]')];
const all = document.getElementById('pick-all');
const go = document.getElementById('choose-go');
const error = document.getElementById('choose-error');

function chosen() {
    return boxes.filter((box) => box.checked).map((box) => box.value);
}

function count() {
    const n = chosen().length;
    document.getElementById('choose-count').textContent = n > 0 ? text('desk.chosen', { n: exact(n) }) : '';
    go.disabled = n === 0;
    if (all) {
        all.checked = n > 0 && n === boxes.length;
        all.indeterminate = n > 0 && n < boxes.length;
    }
}

/** To the request; one record has a page of its own for that. */
function take(ids) {
    const root = `/c/${encodeURIComponent(data.campaign)}/registers/${data.kind}`;
    if (ids.length === 1) {
        location.assign(`${root}/${encodeURIComponent(ids[0])}#ask-section`);
        return;
    }
    sessionStorage.setItem(`chosen ${data.campaign} ${data.kind}`, JSON.stringify(ids));
    location.assign(`${root}/correct`);
}

function say(words) {
    error.textContent = words;
    error.hidden = words === '';
}

async function takeFound(button) {
    const asked = new URLSearchParams(location.search);
    const filter = { campaign: data.campaign, kind: data.kind };
    for (const name of ['unit', 'from', 'to', 'text']) {
        if (asked.get(name)?.trim()) {
            filter[name] = asked.get(name).trim();
        }
    }
    button.disabled = true;
    try {
        take((await post('/corrections/selection', filter, newKey())).recordIds);
    } catch (refusal) {
        button.disabled = false;
        say(refusal.problem.detail ?? text('problem.busy'));
    }
}

async function takeFile(file) {
    const { ids, unread } = idsOf(await file.text());
    if (ids.length === 0) {
        say(text('desk.noIds'));
    } else if (unread > 1) {
        say(text('desk.unread', { n: exact(unread) }));
    } else {
        take(ids);
    }
}

for (const box of boxes) {
    box.hidden = false;
    box.addEventListener('change', count);
}
if (all) {
    all.hidden = false;
    all.addEventListener('change', () => {
        for (const box of boxes) {
            box.checked = all.checked;
        }
        count();
    });
}
go.addEventListener('click', () => take(chosen()));
document.getElementById('choose-all')?.addEventListener('click', (event) => takeFound(event.currentTarget));
document.getElementById('choose-file').addEventListener('change', (event) => {
    say('');
    if (event.target.files.length > 0) {
        takeFile(event.target.files[0]);
    }
    event.target.value = '';
});
panel.hidden = false;
count();
