// The contacts of a category that this reader may see. They are asked for apart, so that no page that is kept holds them.

import { data, element } from './page.js';
import { get } from './api.js';

const list = document.getElementById('contacts');

try {
    const { items } = await get(`/campaigns/${encodeURIComponent(data.campaign)}/categories/${encodeURIComponent(data.category)}/contacts`);
    list.replaceChildren(...items.map(({ name, phone, host }) => element('li', {}, [
        element('b', {}, name), ' ', phone ? element('a', { href: `tel:${phone.replace(/[^+0-9]/g, '')}` }, phone) : '', ' ',
        element('span', { class: 'quiet', lang: 'zh-CN' }, host)])));
    document.getElementById('no-contacts').hidden = items.length > 0;
} catch {
    list.replaceChildren();
}
