// Awarded and recommended works: a grid that grows as it is asked to, and a panel for each work, which has an address.

import { data, element, text } from './page.js';
import { get } from './api.js';
import { mediumOf, player, thumb } from './media.js';

const gallery = document.getElementById('gallery');
const panel = document.getElementById('panel');
const more = document.getElementById('more');
const works = new Map();
let after = null;

const unitOf = (work) => data.names.units[work.unit] ?? work.unit ?? '';
const standing = (work) => work.award?.level ?? text('showcase.recommended');

function tile(work) {
    return element('li', {}, element('a', { href: `#${work.id}`, class: 'tile-work' }, [
        thumb(mediumOf(work.work?.mediaType), work.work?.thumbnail),
        element('span', { class: work.award ? 'award' : 'quiet' }, standing(work)),
        element('b', {}, work.title),
        element('span', { class: 'quiet' }, [data.names.categories[work.category] ?? work.category, unitOf(work)].filter(Boolean).join(' · ')),
    ]));
}

function fact(label, value) {
    return value ? [element('div', {}, [element('dt', {}, label), element('dd', {}, value)])] : [];
}

function show(work) {
    document.getElementById('panel-title').textContent = work.title;
    const medium = mediumOf(work.work?.mediaType);
    const stage = document.getElementById('panel-player');
    stage.replaceChildren(...(work.work ? [player(medium, work.work.href, work.title)] : []));
    stage.hidden = !work.work;
    const proof = work.award && element('a', { href: `/log/proof/${work.award.position}` },
        text('record.position', { position: work.award.position }));
    const links = (work.links ?? []).map((link) => element('a', { class: 'said', href: link, rel: 'noopener noreferrer nofollow', target: '_blank' }, link));
    document.getElementById('panel-facts').replaceChildren(
        ...fact(text('showcase.award'), work.award && `${work.award.level} · ${text('showcase.rank', { n: work.award.rank })} · ${work.award.score}`),
        ...fact(text('showcase.proof'), proof),
        ...fact(text('showcase.category'), data.names.categories[work.category]),
        ...fact(text('showcase.unit'), unitOf(work)),
        ...fact(text('showcase.by'), work.submitter?.name),
        ...fact(text('showcase.theme'), work.theme),
        ...fact(text('showcase.description'), work.description),
        ...fact(text('showcase.links'), links.length > 0 ? links : null));
    panel.showModal();
}

function fromAddress() {
    const work = works.get(location.hash.slice(1));
    if (work && !panel.open) {
        show(work);
    }
}

async function grow() {
    more.disabled = true;
    const query = new URLSearchParams({ limit: '48', ...(data.category ? { category: data.category } : {}), ...(after ? { after } : {}) });
    try {
        const page = await get(`/campaigns/${encodeURIComponent(data.campaign)}/showcase?${query}`);
        page.items.forEach((work) => works.set(work.id, work));
        gallery.append(...page.items.map(tile));
        after = page.next ?? null;
        more.hidden = after === null;
        document.getElementById('nothing').hidden = works.size > 0;
        fromAddress();
    } catch (refusal) {
        const wrong = document.getElementById('wrong');
        wrong.textContent = refusal.problem?.detail ?? text('problem.busy');
        wrong.hidden = false;
    } finally {
        more.disabled = false;
    }
}

more.addEventListener('click', grow);
panel.addEventListener('close', () => {
    document.getElementById('panel-player').replaceChildren();
    history.replaceState(null, '', location.pathname + location.search);
});
addEventListener('hashchange', fromAddress);
grow();
