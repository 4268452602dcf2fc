// The collection of works, brought up to date in place.

import { exact, length } from './figures.js';

const STAGES = ['submitted', 'accepted', 'recommended', 'judged', 'awarded'];

/** Shows this balance in the funnel. */
export function showFunnel(progress) {
    const greatest = Math.max(0, ...progress.categories.flatMap((row) => STAGES.map((stage) => row[stage] ?? 0)));
    for (const category of progress.categories) {
        const row = document.querySelector(`#funnel tr[data-category="${CSS.escape(category.category)}"]`);
        for (const cell of row?.querySelectorAll('td') ?? []) {
            const figure = category[cell.dataset.stage] ?? 0;
            cell.querySelector('span').textContent = exact(figure);
            cell.querySelector('.funnel-fill').setAttribute('width', length(figure, greatest));
            cell.classList.toggle('zero', figure === 0);
        }
    }
}
