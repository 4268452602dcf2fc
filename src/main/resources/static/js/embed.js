// The embedded dashboard: the parts that it has, live unless its address names a day.

import { data, text } from './page.js';
import { exact } from './figures.js';
import { follow } from './live.js';
import { day, minute } from './time.js';
import { seasonOf } from './wording.js';
import { showCards } from './cards.js';
import { showTiles } from './tilemap.js';
import { showFunnel } from './funnel.js';

const campaign = data.campaign;
const phase = campaign.phases.find((each) => each.id === 'MOBILISE') ?? campaign;
const isPast = data.on !== null || data.position !== null;
const moment = document.getElementById('moment');
const momentText = document.getElementById('moment-text');
const momentDown = document.getElementById('moment-down');
const has = (id) => document.getElementById(id) !== null;
const metric = new URLSearchParams(location.search).get('metric');

// A part that was not asked for is not fetched either.
const season = has('season-chart') ? await import('./season.js') : null;
const ranking = has('ranking') ? await import('./ranking.js') : null;

function show(progress) {
    const last = day(progress.asOf);
    const today = data.on ?? (isPast || last > data.today ? last : data.today);
    const part = seasonOf(phase, today);
    momentText.textContent = text('moment.live', { time: minute(progress.asOf), position: exact(progress.position) });
    showCards(progress, part, phase);
    showTiles(progress);
    showFunnel(progress);
    season?.showSeason({ progress, day: today, phase, season: part, live: progress.position, isPast });
    ranking?.showRanking(progress, { on: data.on, position: data.position });
}

season?.watchSeason(() => {});
season?.chooseMetric(metric);
show(data.progress);
if (!isPast) {
    follow(`/api/v1/campaigns/${campaign.id}/progress/stream`, {
        onProgress: show,
        onDown: (since) => {
            moment.classList.add('is-down');
            momentDown.textContent = text('moment.down', { since: minute(since).slice(11) });
            momentDown.hidden = false;
        },
        onUp: () => {
            moment.classList.remove('is-down');
            momentDown.hidden = true;
        },
    });
}
