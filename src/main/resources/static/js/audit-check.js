// What a reader's own machine checks of the sealed log, step by step, without a page around it. Each step is
// { step, is: 'holds' | 'fails' | 'unknown' | 'note', places }; the first that fails is the last.
// "ask" fetches: ask(path) gives { ok, status, text }.

import { base64, bytes, canHash, hex, isContinued, leafHash, rootOf, same } from './audit-tree.js';
import { checkpointOf, cosigned, entryOf, isSigned, keysOf, proofOf, sealedHash } from './audit-note.js';

const told = (step, holds, places = {}) => ({ step, is: holds === null ? 'unknown' : holds ? 'holds' : 'fails', places });

async function read(ask, path, parse) {
    const answer = await ask(path);
    if (!answer.ok) {
        return { missing: answer.status };
    }
    try {
        return { found: await parse(answer.text) };
    } catch {
        return { unreadable: true };
    }
}

/** Keys in another order, and numbers written otherwise, say the same. */
function sameJson(one, other) {
    const sorted = (node) => (Array.isArray(node) ? node.map(sorted) : node && typeof node === 'object'
        ? Object.fromEntries(Object.keys(node).sort().map((key) => [key, sorted(node[key])])) : node);
    return JSON.stringify(sorted(JSON.parse(one))) === JSON.stringify(sorted(JSON.parse(other)));
}

/** Whether what is read here is what was sealed; null where this account may not read the stored text. */
async function isWhatWasSealed(ask, position, entry, shown) {
    const { found } = await read(ask, `/api/v1/trail/${position}`, JSON.parse);
    if (!found?.proof) {
        return null;
    }
    const { payload, metadata } = found.proof;
    const salt = bytes(found.proof.salt);
    return same(await sealedHash(salt, payload), entry.payload) && same(await sealedHash(salt, metadata), entry.metadata)
        && (!shown || (sameJson(shown.payload, payload) && (JSON.parse(metadata).account ?? '') === shown.account));
}

/** Whether one checkpoint continues another; null where the log does not answer. */
async function continues(ask, earlier, later) {
    if (earlier.origin !== later.origin || earlier.size > later.size) {
        return false;
    }
    const { found, missing } = await read(ask, `/log/consistency?from=${earlier.size}&to=${later.size}`, JSON.parse);
    if (missing) {
        return null;
    }
    return Boolean(found) && isContinued(earlier.size, later.size, earlier.root, later.root, found.hashes.map(bytes));
}

async function signed(ask, checkpoint) {
    const { found: keys } = await read(ask, '/log/key', keysOf);
    return told('signature', keys ? await isSigned(checkpoint, keys) : null, {
        key: keys?.[0]?.id ?? '', size: checkpoint.size });
}

/** Checks one event; "shown" is what the page has of it: { payload (JSON text), type, recordedAt (ms), account }. */
export async function* checkEvent(position, ask, shown) {
    if (!canHash()) {
        yield told('crypto', null);
        return;
    }
    const { found: proof, missing } = await read(ask, `/log/proof/${position}`, proofOf);
    if (!proof) {
        yield told('proof', missing ? null : false);
        return;
    }
    yield told('proof', true, { n: proof.hashes.length });
    const entry = entryOf(proof.entry);
    const isThis = entry.position === position && proof.index === position - 1
        && (!shown || (entry.type === shown.type && entry.recordedAt === shown.recordedAt));
    yield told('entry', isThis, { position: entry.position, type: entry.type });
    if (!isThis) {
        return;
    }
    const content = await isWhatWasSealed(ask, position, entry, shown);
    yield told('content', content);
    if (content === false) {
        return;
    }
    const leaf = await leafHash(proof.entry);
    const root = await rootOf(leaf, proof.index, proof.checkpoint.size, proof.hashes);
    const leads = root !== null && same(root, proof.checkpoint.root);
    yield told('path', leads, { leaf: hex(leaf), n: proof.hashes.length, root: base64(proof.checkpoint.root) });
    if (leads) {
        yield* checkNewest(ask, proof.checkpoint);
    }
}

async function* checkNewest(ask, checkpoint) {
    const { found: newest } = await read(ask, '/log/checkpoint', checkpointOf);
    const order = newest && newest.size < checkpoint.size ? [newest, checkpoint] : [checkpoint, newest];
    const isPart = newest ? await continues(ask, ...order) : null;
    yield told('checkpoint', isPart, { size: checkpoint.size, newest: newest?.size ?? 0 });
    if (isPart !== false) {
        yield await signed(ask, checkpoint);
    }
}

/** Checks the newest checkpoint, and that it continues what was seen before ({ origin, size, root } or null). */
export async function* checkLog(ask, seen, keep) {
    if (!canHash()) {
        yield told('crypto', null);
        return;
    }
    const { found: newest } = await read(ask, '/log/checkpoint', checkpointOf);
    if (!newest) {
        yield told('newest', null);
        return;
    }
    yield told('newest', true, { size: newest.size, root: base64(newest.root) });
    const signature = await signed(ask, newest);
    yield signature;
    if (signature.is === 'fails') {
        return;
    }
    yield* checkWitnesses(ask, newest);
    const before = seen && { ...seen, root: bytes(seen.root) };
    const follows = before ? await continues(ask, before, newest) : null;
    yield before ? told('seen', follows, { size: before.size, root: seen.root, newest: newest.size })
        : { step: 'first', is: 'note', places: { size: newest.size } };
    if (!before || follows) {
        keep({ origin: newest.origin, size: newest.size, root: base64(newest.root) });
    }
}

async function* checkWitnesses(ask, newest) {
    const { found: text } = await read(ask, '/log/witnesses', (body) => body);
    const keys = await keysOf(text ?? '');
    const quorum = Number(/^quorum (\d+)/.exec(text ?? '')?.[1] ?? 0);
    if (keys.length === 0) {
        yield { step: 'witnesses', is: 'note', places: {} };
        return;
    }
    const names = await cosigned(newest, keys);
    yield told('witnesses', names && names.length >= quorum, { n: names?.length ?? 0, all: keys.length, quorum });
}

/** Checks that the log of one size begins with that of another; both as the log itself has signed them. */
export async function* checkContinuity(from, to, ask) {
    if (!canHash()) {
        yield told('crypto', null);
        return;
    }
    const [first, last] = await Promise.all([from, to].map((size) => read(ask, `/log/checkpoint?size=${size}`, checkpointOf)));
    if (!first.found || !last.found || from > to) {
        yield told('sizes', null);
        return;
    }
    const follows = await continues(ask, first.found, last.found);
    yield told('continued', follows, { size: from, newest: to });
    if (follows !== false) {
        yield await signed(ask, first.found);
        yield await signed(ask, last.found);
    }
}
