// Lists that come page by page.

import { get } from './api.js';

const PAGE = 500;
const MOST = 20;

/** All of a list, up to twenty pages. */
export async function all(path, limit = PAGE) {
    const items = [];
    let after = null;
    for (let turn = 0; turn < MOST; turn++) {
        const more = path.includes('?') ? '&' : '?';
        const answer = await get(`${path}${more}limit=${limit}${after ? `&after=${encodeURIComponent(after)}` : ''}`);
        items.push(...answer.items);
        after = answer.next;
        if (!after) {
            break;
        }
    }
    return items;
}
