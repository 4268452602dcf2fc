// Signed notes, proofs and entries of the sealed log (docs/sealed-log.md), without a page around them.

import { bytes, hex, sha256 } from './audit-tree.js';

const DASH = '\u2014 ';
const LOG = 1;
const WITNESS = 4;
const utf8 = (text) => new TextEncoder().encode(text);

/** A checkpoint with its signatures: { text, origin, size, root, signatures: [{ name, id, signature }] }. */
export function checkpointOf(note) {
    const end = note.indexOf('\n\n');
    const [origin, size, root] = note.slice(0, end).split('\n');
    if (end < 0 || !origin || !/^(0|[1-9]\d{0,15})$/.test(size) || bytes(root).length !== 32) {
        throw new Error('not a checkpoint');
    }
    const signatures = note.slice(end + 2).split('\n').filter((line) => line.startsWith(DASH)).map((line) => {
        const [name, signed] = line.slice(DASH.length).split(' ');
        const told = bytes(signed);
        return { name, id: hex(told.slice(0, 4)), signature: told.slice(4) };
    });
    return { text: note.slice(0, end + 1), origin, size: Number(size), root: bytes(root), signatures };
}

/** A proof as /log/proof gives it: { entry, index, hashes, checkpoint }. */
export function proofOf(text) {
    const end = text.indexOf('\n\n');
    const [form, extra, index, ...hashes] = text.slice(0, end).split('\n');
    if (form !== 'c2sp.org/tlog-proof@v1' || !extra.startsWith('extra ') || !/^index \d{1,16}$/.test(index)) {
        throw new Error('not a proof');
    }
    return { entry: bytes(extra.slice(6)), index: Number(index.slice(6)), hashes: hashes.map(bytes),
        checkpoint: checkpointOf(text.slice(end + 2)) };
}

/** What is sealed of an event: { position, recordedAt (ms), revision, payload, metadata (hashes), type }. */
export function entryOf(raw) {
    if (raw.length < 84 || raw[0] !== 1) {
        throw new Error('not an entry');
    }
    const view = new DataView(raw.buffer, raw.byteOffset);
    return { position: Number(view.getBigUint64(1)), recordedAt: Number(view.getBigInt64(9)),
        revision: view.getUint16(17), payload: raw.slice(19, 51), metadata: raw.slice(51, 83),
        type: new TextDecoder().decode(raw.slice(83)) };
}

/** The hash under which a stored text is sealed. */
export const sealedHash = (salt, text) => sha256(salt, utf8(text));

/** The verifier keys in these lines whose id is that of their key: [{ name, id, type, key }]. */
export async function keysOf(text) {
    const keys = [];
    for (const line of text.split('\n').filter((each) => each.split('+').length >= 3)) {
        const [name, id, ...rest] = line.split('+');
        const material = bytes(rest.join('+'));
        const own = await sha256(utf8(`${name}\n`), material);
        if (material.length === 33 && hex(own.slice(0, 4)) === id) {
            keys.push({ name, id, type: material[0], key: material.slice(1) });
        }
    }
    return keys;
}

async function verifies(key, message, signature) {
    let imported;
    try {
        imported = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
    } catch {
        return null;
    }
    return crypto.subtle.verify({ name: 'Ed25519' }, imported, signature, message);
}

/** Whether the log has signed a checkpoint: true, false, or null where Ed25519 cannot be verified here. */
export async function isSigned(checkpoint, keys) {
    for (const key of keys.filter(({ type }) => type === LOG)) {
        for (const line of checkpoint.signatures.filter(({ name, id }) => name === key.name && id === key.id)) {
            const holds = await verifies(key.key, utf8(checkpoint.text), line.signature);
            if (holds !== false) {
                return holds;
            }
        }
    }
    return false;
}

/** The names of the witnesses whose cosignatures hold; null where Ed25519 cannot be verified here. */
export async function cosigned(checkpoint, keys) {
    const names = new Set();
    for (const key of keys.filter(({ type }) => type === WITNESS)) {
        for (const line of checkpoint.signatures.filter(({ name, id }) => name === key.name && id === key.id)) {
            const time = new DataView(line.signature.buffer).getBigUint64(0);
            const holds = await verifies(key.key, utf8(`cosignature/v1\ntime ${time}\n${checkpoint.text}`),
                line.signature.slice(8));
            if (holds === null) {
                return null;
            }
            if (holds) {
                names.add(key.name);
            }
        }
    }
    return [...names];
}

