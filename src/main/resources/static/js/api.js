// The contract at the door: questions, commands, refusals (application/problem+json).

import { data } from './page.js';

const ROOT = '/api/v1';

/** The language in which refusals are to be told. */
export const language = () => (data.language === 'en' ? 'en' : 'zh-CN');

/** A refusal, or no answer at all (status 0). */
export class Refusal extends Error {
    constructor(status, problem) {
        super(problem.detail ?? problem.title ?? String(status));
        this.status = status;
        this.problem = problem;
    }
}

async function ask(path, init, root = ROOT) {
    let answer;
    try {
        answer = await fetch(root + path, { credentials: 'same-origin', ...init });
    } catch {
        throw new Refusal(0, { code: 'offline' });
    }
    if (answer.ok) {
        return answer;
    }
    const isProblem = (answer.headers.get('Content-Type') ?? '').includes('json');
    const problem = isProblem ? await answer.json().catch(() => ({})) : {};
    throw new Refusal(answer.status, { code: String(answer.status), ...problem });
}

/** Asks a question; answers its JSON. */
export async function get(path) {
    const answer = await ask(path, { headers: { Accept: 'application/json', 'Accept-Language': language() } });
    return answer.json();
}

/** Asks for a text, such as a definition. */
export async function getText(path) {
    return (await ask(path, { headers: { Accept: '*/*' } })).text();
}

/** Has the server draw a part of a page from what was filled in; nothing is written. Answers its elements. */
export async function drawn(path, body) {
    const answer = await ask(path, {
        method: 'POST',
        headers: { 'Accept': 'text/html, application/json', 'Accept-Language': language(),
            'Content-Type': 'application/json', 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') },
        body: JSON.stringify(body),
    }, '');
    return parts(await answer.text(), 'body > *');
}

/** A page as it is now; answers those of its elements that the selector finds. */
export async function page(path, selector) {
    return parts(await (await ask(path, { headers: { 'Accept': 'text/html' } }, '')).text(), selector);
}

function parts(html, selector) {
    return [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll(selector)];
}

/** Gives a command once: the same key again gives the first answer again. */
export function post(path, body, key, type = 'application/json') {
    return command('POST', path, body, key, type);
}

/** The same for what takes the place of what was there. */
export function put(path, body, key) {
    return command('PUT', path, body, key, 'application/json');
}

async function command(method, path, body, key, type) {
    const answer = await ask(path, {
        method,
        headers: {
            'Accept': 'application/json',
            'Accept-Language': language(),
            'Content-Type': type,
            'Idempotency-Key': key,
            'X-XSRF-TOKEN': cookie('XSRF-TOKEN'),
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return answer.json();
}

/** A key for one command; also where the page does not come over HTTPS and randomUUID is missing. */
export function newKey() {
    return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A cookie that scripts may read; empty if there is none. */
export function cookie(name) {
    const all = document.cookie.split('; ');
    const found = all.find((each) => each.startsWith(`__Host-${name}=`)) ?? all.find((each) => each.startsWith(`${name}=`));
    return found ? decodeURIComponent(found.slice(found.indexOf('=') + 1)) : '';
}
