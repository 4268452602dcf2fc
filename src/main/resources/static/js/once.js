// A command that is sent once, however often its button is pressed: the same content is the same request.

import { newKey } from './api.js';
import { showRefused } from './refused.js';

const keys = new Map();

function keyOf(content) {
    keys.set(content, keys.get(content) ?? newKey());
    return keys.get(content);
}

/** Sends what the form says; answers undefined where it was refused, and that is told at the form. */
export async function once(form, content, command) {
    const buttons = [...form.querySelectorAll('button')].filter((button) => !button.disabled);
    buttons.forEach((button) => { button.disabled = true; });
    try {
        const answer = await command(keyOf(JSON.stringify(content)));
        keys.delete(JSON.stringify(content));
        return answer;
    } catch (refusal) {
        showRefused(form, refusal);
        return undefined;
    } finally {
        buttons.forEach((button) => { button.disabled = false; });
    }
}
