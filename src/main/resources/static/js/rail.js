// The rail: dragging its knob shows an earlier day.

import { data } from './page.js';
import { daysBetween, plusDays } from './time.js';

const PAUSE_MS = 120;

const knob = document.getElementById('day');
const today = Number(knob.dataset.today);

function dayAt(value) {
    return plusDays(data.campaign.from, value);
}

function tell() {
    knob.setAttribute('aria-valuetext', dayAt(Number(knob.value)));
}

/** Shortens the names of phases that are longer than their bands; the whole name stays as the band's title. */
function fitNames() {
    for (const band of document.querySelectorAll('.band')) {
        const name = band.querySelector('text');
        name.dataset.whole ??= name.textContent;
        const room = band.querySelector('rect').getBoundingClientRect().width - 10;
        let shown = name.dataset.whole;
        name.textContent = shown;
        while (shown && name.getComputedTextLength() > room) {
            shown = shown.slice(0, -1);
            name.textContent = shown.length > 1 ? `${shown.trimEnd()}…` : '';
        }
    }
}

/** Puts the knob on a day. */
export function showDay(day) {
    knob.value = Math.min(Math.max(daysBetween(data.campaign.from, day), 0), today);
    tell();
}

/** Calls onDay with the day chosen, null for today. What is still to come cannot be chosen. */
export function watchRail(onDay) {
    let timer = 0;
    knob.disabled = false;
    tell();
    fitNames();
    addEventListener('resize', fitNames);
    knob.addEventListener('input', () => {
        if (Number(knob.value) > today) {
            knob.value = today;
        }
        tell();
        clearTimeout(timer);
        timer = setTimeout(() => onDay(Number(knob.value) >= today ? null : dayAt(Number(knob.value))), PAUSE_MS);
    });
}
