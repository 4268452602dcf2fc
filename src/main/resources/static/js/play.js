// The play button: the season again, day by day. Each step waits for its figures, so a slow line plays slower and skips
// nothing; it ends at today, or when somebody takes hold of the rail.

import { data, text } from './page.js';
import { daysBetween, plusDays } from './time.js';

// A season of half a year in about half a minute.
const STEP_MS = 180;

const button = document.getElementById('play');
const words = document.getElementById('play-text');
const last = Number(document.getElementById('day').dataset.today);

let playing = 0;

function show(isPlaying) {
    button.setAttribute('aria-pressed', String(isPlaying));
    words.textContent = text(isPlaying ? 'play.stop' : 'play.go');
}

/** Stops where it is. */
export function stopPlaying() {
    playing++;
    show(false);
}

async function play(onDay, dayShown, onStop) {
    const mine = ++playing;
    show(true);
    const at = dayShown() === null ? 0 : daysBetween(data.campaign.from, dayShown());
    for (let day = at >= last ? 0 : at; day < last && mine === playing; day++) {
        const began = performance.now();
        try {
            await onDay(plusDays(data.campaign.from, day));
        } catch {
            break;
        }
        await new Promise((resolve) => { setTimeout(resolve, Math.max(0, STEP_MS - (performance.now() - began))); });
    }
    if (mine === playing) {
        show(false);
        await onDay(null);
        onStop();
    }
}

/** Plays with onDay, which shows a day and answers when it is shown; onStop when it has ended. */
export function watchPlay(onDay, dayShown, onStop) {
    button.disabled = last < 1;
    button.addEventListener('click', () => {
        if (button.getAttribute('aria-pressed') === 'true') {
            stopPlaying();
            onStop();
        } else {
            play(onDay, dayShown, onStop);
        }
    });
}
