// How like two texts are: shared pairs of neighbouring characters (Dice), as the ledger's own list of likely duplicates
// measures it. Pure, so that it can be looked at alone.

const ALIKE = 0.75;

function pairs(words) {
    const normal = words.normalize('NFKC').toLowerCase().replace(/[\s\p{P}]/gu, '');
    return [...normal].slice(1).map((each, at) => [...normal][at] + each);
}

/** Whether most of both is the same, or one holds the other. */
export function isAlike(one, other) {
    const [mine, theirs] = [pairs(one), pairs(other)];
    if (mine.length === 0 || theirs.length === 0) {
        return one === other;
    }
    const left = [...theirs];
    const shared = mine.filter((pair) => {
        const at = left.indexOf(pair);
        return at >= 0 && left.splice(at, 1).length > 0;
    }).length;
    return (2 * shared) / (mine.length + theirs.length) >= ALIKE || shared === Math.min(mine.length, theirs.length);
}
