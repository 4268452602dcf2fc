// Pace and forecast in words; Wording.java puts them the same way on the server.

import { text } from './page.js';
import { amount, signedShare } from './figures.js';

/** Where a day (YYYY-MM-DD) lies with regard to the phase in which the plan's figures are made. */
export function seasonOf(phase, day) {
    return day < phase.from ? 'before' : day > phase.to ? 'after' : 'during';
}

/** How far from the plan, or from the target once the season is over. */
export function pace(line, season, phase, measure) {
    if (line.target === undefined || line.planned === undefined) {
        return '';
    }
    if (season === 'before') {
        return text('pace.before', { date: phase.from });
    }
    const against = season === 'after' ? line.target : line.planned;
    const gap = line.actual - against;
    const kind = season === 'after' ? 'pace.end.' : 'pace.now.';
    if (gap === 0) {
        return text(`${kind}even`);
    }
    const words = text(kind + (gap < 0 ? 'behind' : 'ahead'), { n: amount(Math.abs(gap), measure) });
    const part = signedShare(gap, against);
    return part ? text('pace.withShare', { text: words, share: part }) : words;
}

/** How the season ends at the speed of the last thirty days; empty when there is nothing to foresee. */
export function forecast(line, season, measure) {
    if (line.forecast === undefined || season !== 'during') {
        return season === 'after' ? text('forecast.over') : '';
    }
    const n = amount(line.forecast, measure);
    return text(line.target !== undefined && line.forecast >= line.target ? 'forecast.met' : 'forecast.open', { n });
}

/** What the forecast falls short of the target by, while something can be done about it; empty otherwise. */
export function shortfall(line, season) {
    return line.target === undefined || line.forecast === undefined || season !== 'during' || line.forecast >= line.target
        ? '' : text('forecast.short', { d: amount(line.target - line.forecast, '') });
}
