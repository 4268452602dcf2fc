// A file on its way while the form is being filled in: checked before it goes, shown as it goes, sent again if it breaks.

import { data, text } from './page.js';
import { cookie, language, newKey } from './api.js';
import { mark } from './form.js';

const WAITS = [1000, 3000, 8000];
const field = document.getElementById('upload');
const input = document.getElementById('work-file');
const digest = document.getElementById('work-digest');
const state = document.getElementById('upload-state');
const bar = document.getElementById('upload-progress');
const again = document.getElementById('upload-again');
const words = document.getElementById('upload-words');

let running = null;
let going = null;
let key = '';

function size(bytes) {
    return text('work.megabytes', { n: (bytes / 1048576).toFixed(bytes < 1048576 ? 2 : 1) });
}

/** What can be told of a file before it is sent; the ledger finds out the rest. */
function problemOf(file, rules) {
    if (file.size === 0) {
        return text('work.emptyFile');
    }
    const ending = `.${file.name.split('.').pop().toLowerCase()}`;
    if (rules.accept && !rules.accept.split(',').includes(ending)) {
        return text('work.wrongType', { types: rules.accept.replaceAll('.', '').replaceAll(',', ' / ').toUpperCase() });
    }
    const over = rules.maxBytes > 0 && (rules.sizeExclusive ? file.size >= rules.maxBytes : file.size > rules.maxBytes);
    return over ? text('work.tooBig', { size: size(file.size), max: size(rules.maxBytes) }) : '';
}

function answerOf(request) {
    try {
        return JSON.parse(request.responseText);
    } catch {
        return {};
    }
}

function once(path, file) {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        running = request;
        request.open('POST', `/api/v1${path}`);
        request.setRequestHeader('Accept', 'application/json');
        request.setRequestHeader('Accept-Language', language());
        request.setRequestHeader('Idempotency-Key', key);
        request.setRequestHeader('X-XSRF-TOKEN', cookie('XSRF-TOKEN'));
        request.upload.addEventListener('progress', (event) => {
            bar.value = event.lengthComputable ? (event.loaded / event.total) * 100 : 0;
            words.textContent = bar.value < 100 ? text('work.sending', { share: Math.floor(bar.value) }) : text('work.reading');
        });
        request.addEventListener('load', () => (request.status < 300 ? resolve(answerOf(request))
            : reject({ status: request.status, problem: answerOf(request) })));
        request.addEventListener('error', () => reject({ status: 0, problem: {} }));
        request.addEventListener('abort', () => reject({ status: -1, problem: {} }));
        const form = new FormData();
        form.append('file', file);
        request.send(form);
    });
}

const mayPass = (status) => status === 0 || status >= 500;
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

async function persist(path, file) {
    for (let turn = 0; ; turn++) {
        try {
            return await once(path, file);
        } catch (failure) {
            if (!mayPass(failure.status) || turn >= WAITS.length) {
                throw failure;
            }
            words.textContent = text('work.broken');
            await pause(WAITS[turn]);
        }
    }
}

function wordsOf({ status, problem }) {
    const [first] = problem.errors ?? [];
    return status === 401 ? text('problem.signedOut') : mayPass(status) ? text('work.failed')
        : first?.message ?? problem.detail ?? text('problem.unknown', { code: problem.code ?? status });
}

function start(path, file) {
    again.hidden = true;
    bar.hidden = false;
    bar.value = 0;
    words.textContent = text('work.sending', { share: 0 });
    digest.value = '';
    mark(field, '');
    const mine = persist(path, file).then((facts) => {
        digest.value = facts.sha256;
        bar.hidden = true;
        words.textContent = text('work.arrived', { size: size(facts.bytes) });
        return true;
    }).catch((failure) => {
        if (failure.status !== -1) {
            bar.hidden = true;
            words.textContent = '';
            again.hidden = false;
            mark(field, wordsOf(failure));
        }
        return false;
    });
    going = mine;
    return mine;
}

/** Forgets the file that was chosen. */
export function drop() {
    running?.abort();
    running = null;
    going = null;
    digest.value = '';
    input.value = '';
    input.hidden = false;
    state.hidden = true;
    mark(field, '');
}

/** Whether the file is there; waits for one that is on its way. */
export async function arrived() {
    return going === null ? false : going;
}

/** Whether a file was chosen at all. */
export function isChosen() {
    return going !== null;
}

/** Sends a file as soon as it is chosen, to the place and by the rules that hold then. */
export function watchFile(pathOf, rulesOf) {
    input.addEventListener('change', () => {
        const [file] = input.files;
        if (!file) {
            return;
        }
        const problem = problemOf(file, rulesOf());
        if (problem) {
            input.value = '';
            mark(field, problem);
            return;
        }
        key = newKey();
        document.getElementById('upload-name').textContent = file.name;
        input.hidden = true;
        state.hidden = false;
        start(pathOf(), file);
    });
    again.addEventListener('click', () => {
        const [file] = input.files;
        if (file) {
            start(pathOf(), file);
        }
    });
    document.getElementById('upload-drop').addEventListener('click', drop);
}

/** Which files the browser offers. */
export function offer(rules) {
    input.accept = rules.accept;
    document.querySelector('[data-optional="work"]').hidden = rules.needsFile;
}

/** Says that a file is missing. */
export function missing() {
    mark(field, text('check.required'));
}
