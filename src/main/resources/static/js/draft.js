// What was typed into a form and not yet sent, kept in this browser alone, for whoever typed it: leaving the page loses
// nothing. It is dropped once it was sent, when its account signs out or another comes, and after a month.

const PREFIX = 'draft';
const KEPT_MS = 30 * 86_400_000;

const beginning = (account) => `${PREFIX}:${encodeURIComponent(account)}:`;

/** The browser's own store; null where it keeps nothing for pages. */
function store() {
    try {
        return globalThis.localStorage ?? null;
    } catch {
        return null;
    }
}

function keysOf(kept, start) {
    return Array.from({ length: kept.length }, (_, at) => kept.key(at)).filter((key) => key.startsWith(start));
}

function read(kept, key) {
    try {
        const found = JSON.parse(kept.getItem(key));
        return Date.now() - Date.parse(found.at) < KEPT_MS ? found : null;
    } catch {
        return null;
    }
}

/** Drops what an account has typed anywhere and not sent. */
export function forgetAll(account) {
    const kept = store();
    if (kept !== null) {
        keysOf(kept, beginning(account)).forEach((key) => kept.removeItem(key));
    }
}

/** The draft of one form of an account: what it is of names it. */
export function draftOf(account, what) {
    const kept = store();
    const key = beginning(account) + what;
    if (kept !== null) {
        // Who sat here before, and did not sign out, left something that is nobody else's to read.
        keysOf(kept, `${PREFIX}:`).filter((each) => !each.startsWith(beginning(account)) || read(kept, each) === null)
            .forEach((each) => kept.removeItem(each));
    }
    return {
        /** What was typed, { at, typed }; null where nothing is kept. */
        kept: () => (kept === null ? null : read(kept, key)),
        keep(typed) {
            try {
                kept?.setItem(key, JSON.stringify({ at: new Date().toISOString(), typed }));
            } catch {
                // The browser's store is full: the page holds what was typed, as it does without a store.
            }
        },
        drop: () => kept?.removeItem(key),
    };
}
