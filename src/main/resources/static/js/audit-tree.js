// The sealed log's tree (docs/sealed-log.md; RFC 6962 §2.1), without a page around it: runs in a browser and under node.

/** Whether hashes can be made here at all: browsers offer them only on pages that came over HTTPS or from this machine. */
export const canHash = () => Boolean(globalThis.crypto?.subtle);

/** SHA-256 over these parts, one after another. */
export async function sha256(...parts) {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        all.set(part, at);
        at += part.length;
    }
    return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
}

/** The hash of an entry as it stands in the tree. */
export const leafHash = (entry) => sha256(Uint8Array.of(0), entry);

/** The hash of two neighbours. */
export const nodeHash = (left, right) => sha256(Uint8Array.of(1), left, right);

/** Whether two runs of bytes are the same. */
export const same = (one, other) => one.length === other.length && one.every((byte, i) => byte === other[i]);

/** The bytes of a base64 text; throws where it is none. */
export const bytes = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** The base64 text of bytes. */
export const base64 = (raw) => btoa(String.fromCharCode(...raw));

/** Bytes as hexadecimal digits. */
export const hex = (raw) => [...raw].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const half = (number) => Math.floor(number / 2);
const isOdd = (number) => number % 2 === 1;

/**
 * The root to which a leaf and the hashes beside its path lead, in a tree of this size; null where there are too many or
 * too few of them. Sizes are exact up to 2^53.
 */
export async function rootOf(leaf, index, size, hashes) {
    if (index < 0 || index >= size) {
        return null;
    }
    let [node, last, root] = [index, size - 1, leaf];
    for (const beside of hashes) {
        if (last === 0) {
            return null;
        }
        if (isOdd(node) || node === last) {
            root = await nodeHash(beside, root);
            while (!isOdd(node) && node !== 0) {
                [node, last] = [half(node), half(last)];
            }
        } else {
            root = await nodeHash(root, beside);
        }
        [node, last] = [half(node), half(last)];
    }
    return last === 0 ? root : null;
}

const isPowerOfTwo = (number) => Number.isInteger(Math.log2(number));

/** Whether the tree of size "to" begins with that of size "from": nothing of it was changed, only more was added. */
export async function isContinued(from, to, fromRoot, toRoot, hashes) {
    if (from === 0) {
        return hashes.length === 0 && same(fromRoot, await sha256());
    }
    if (from >= to) {
        return from === to && hashes.length === 0 && same(fromRoot, toRoot);
    }
    const path = isPowerOfTwo(from) ? [fromRoot, ...hashes] : hashes;
    let [node, last] = [from - 1, to - 1];
    while (isOdd(node)) {
        [node, last] = [half(node), half(last)];
    }
    let [first, second] = [path[0], path[0]];
    if (!first) {
        return false;
    }
    for (const beside of path.slice(1)) {
        if (last === 0) {
            return false;
        }
        if (isOdd(node) || node === last) {
            [first, second] = [await nodeHash(beside, first), await nodeHash(beside, second)];
            while (!isOdd(node) && node !== 0) {
                [node, last] = [half(node), half(last)];
            }
        } else {
            second = await nodeHash(second, beside);
        }
        [node, last] = [half(node), half(last)];
    }
    return last === 0 && same(first, fromRoot) && same(second, toRoot);
}
