// The contract at the door: questions, commands, refusals (application/problem+json).

import { data } from './page.js';

const ROOT = '/api/v1';
const language = () => (data.language === 'en' ? 'en' : 'zh-CN');

/** A refusal, or no answer at all (status 0). */
export class Refusal extends Error {
    constructor(status, problem) {
        super(problem.detail ?? problem.title ?? String(status));
        this.status = status;
        this.problem = problem;
    }
}

async function ask(path, init) {
    let answer;
    try {
        answer = await fetch(ROOT + path, { credentials: 'same-origin', ...init });
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

/** Gives a command once: the same key again gives the first answer again. */
export async function post(path, body, key, type = 'application/json') {
    const answer = await ask(path, {
        method: 'POST',
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

function cookie(name) {
    const found = document.cookie.split('; ').find((each) => each.startsWith(`${name}=`));
    return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}
