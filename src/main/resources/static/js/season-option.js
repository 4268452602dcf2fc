// The chart's one theme, made from the tokens: no gradient, no legend, labels at the lines themselves.

import { element, text } from './page.js';
import { exact, glance } from './figures.js';

const DAY_MS = 86_400_000;

// The least distance of two labels, as a share of the chart's height.
const LABEL_GAP = 0.055;

function token(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function short(figure) {
    const shown = glance(figure);
    return shown.scale ? `${shown.number} ${shown.scale}` : shown.number;
}

/** The size of a chart's letters: with the page's own, which a wall has greater. */
function letters(of = 12) {
    return Math.round((of / 14) * Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
}

function endLabel(word, figure, color) {
    return {
        show: true, formatter: `${word} ${short(figure)}`, color, align: 'left',
        fontSize: letters(), fontFamily: token('--sans'), distance: letters(6),
    };
}

/** The figure of each day up to the day shown, which has the balance's own: the series may be seconds older. */
function steps({ days, from, day, line }) {
    const points = days.map((each) => [each.on, each.cumulative]);
    if (points.length > 0 && points[0][0] > from) {
        points.unshift([from, 0]);
    }
    if (points.length > 0) {
        points.splice(points.at(-1)[0] === day ? -1 : points.length, 1, [day, line.actual]);
    }
    return points.length > 0 ? points : [[from, 0], [day, line.actual]];
}

function tip(drawn) {
    const plan = new Map(drawn.plan.map((each) => [each.on, each.amount]));
    const done = new Map(drawn.days.map((each) => [each.on, each]));
    return (params) => {
        // The chart reads days as the browser's own midnights, so they are read back the same way.
        const on = new Date(params[0].axisValue).toLocaleDateString('en-CA');
        const before = [...drawn.days].reverse().find((each) => each.on <= on);
        const rows = [element('b', {}, on)];
        if (on <= drawn.day) {
            const today = done.get(on)?.amount;
            rows.push(element('span', {}, `${text('season.actual')} ${exact(before?.cumulative ?? 0)}`
                + (today ? ` (${today > 0 ? '+' : ''}${exact(today)})` : '')));
        }
        if (plan.has(on)) {
            rows.push(element('span', {}, `${text('season.plan')} ${exact(plan.get(on))}`));
        }
        return element('div', { 'class': 'chart-tip' }, rows.flatMap((row) => [row, element('br')]));
    };
}

function corrections(drawn, red) {
    const marks = drawn.days.filter((each) => each.amount < 0)
        .map((each) => ({ name: text('season.correction'), coord: [each.on, each.cumulative], value: exact(each.amount) }));
    return {
        symbol: 'triangle', symbolRotate: 180, symbolSize: 8, symbolOffset: [0, -8], itemStyle: { color: red },
        label: { show: marks.length <= 3, position: 'top', formatter: '{c}', color: red, fontSize: letters(11), distance: 2 },
        data: marks, silent: true,
    };
}

/** Keeps the labels at the right end apart: how far each is moved from its line, by name. */
function apart(labels, top) {
    const sorted = labels.filter((label) => label.figure !== undefined).sort((one, other) => other.figure - one.figure);
    const moves = {};
    let last = Infinity;
    for (const { name, figure } of sorted) {
        const wanted = figure / top;
        const placed = Math.min(wanted, last - LABEL_GAP);
        moves[name] = (wanted - placed) * 300;
        last = placed;
    }
    return moves;
}

/** The four series: actual as a filled step, its end as a dot, plan as a thin line, forecast dashed. */
function lines(drawn, isLow, moves) {
    const [ink, quiet, fill, line] = ['--ink', '--quiet', '--ramp-2', '--ramp-4'].map(token);
    const actual = steps(drawn);
    const isAtEnd = drawn.day >= drawn.to;
    const planned = drawn.plan.at(-1)?.amount;
    const label = (key, figure, color) => (figure === undefined ? undefined
        : { ...endLabel(text(`season.${key}`), figure, color), offset: [0, moves[key] ?? 0] });
    return [
        {
            data: actual, step: 'end', lineStyle: { color: line, width: letters(2) }, areaStyle: { color: fill, opacity: 1 }, z: 2,
            markPoint: corrections(drawn, token('--red')),
            markLine: {
                silent: true, symbol: 'none', lineStyle: { color: quiet, type: [2, 2], width: 1 }, label: { show: false },
                data: isAtEnd ? [] : [{ xAxis: drawn.day }],
            },
        },
        {
            data: [actual.at(-1)], symbol: 'circle', symbolSize: 7, z: 4, itemStyle: { color: line },
            label: {
                ...endLabel(text('season.actual'), drawn.line.actual, ink), fontWeight: 600,
                position: isAtEnd ? 'right' : [10, isLow ? -18 : 6], offset: [0, isAtEnd ? moves.actual ?? 0 : 0],
            },
        },
        {
            data: drawn.plan.map((each) => [each.on, each.amount]), lineStyle: { color: ink, width: letters(1) }, z: 3,
            endLabel: label('plan', planned, ink),
        },
        {
            data: drawn.forecast === undefined ? [] : [actual.at(-1), [drawn.phase.to, drawn.forecast]],
            lineStyle: { color: line, width: 2, type: [5, 4] }, z: 3, endLabel: label('forecast', drawn.forecast, quiet),
        },
    ].map((each) => ({ type: 'line', symbol: 'none', emphasis: { disabled: true }, ...each }));
}

/** The chart of what is drawn, in a place this wide. */
export function seasonOption(drawn, width) {
    const [ink, quiet, rule] = ['--ink', '--quiet', '--rule'].map(token);
    const font = { fontFamily: token('--sans'), fontSize: letters() };
    const plan = drawn.plan.at(-1)?.amount;
    const top = Math.max(plan ?? 0, drawn.line.actual, drawn.forecast ?? 0, 1);
    const moves = apart([
        { name: 'plan', figure: plan }, { name: 'forecast', figure: drawn.forecast },
        { name: 'actual', figure: drawn.day >= drawn.to ? drawn.line.actual : undefined },
    ], top);
    return {
        animation: false,
        textStyle: font,
        grid: { left: 8, right: letters(width < 480 ? 76 : 104), top: letters(16), bottom: 4, containLabel: true },
        tooltip: {
            trigger: 'axis', formatter: tip(drawn), backgroundColor: token('--sheet'), borderColor: rule, padding: 8,
            axisPointer: { type: 'line', lineStyle: { color: quiet, type: 'solid', width: 1 } }, transitionDuration: 0,
            textStyle: { color: ink },
        },
        xAxis: {
            type: 'time', min: drawn.from, max: drawn.to, axisLine: { lineStyle: { color: quiet } },
            axisTick: { show: false }, splitLine: { show: false },
            minInterval: 28 * DAY_MS, maxInterval: 31 * DAY_MS,
            axisLabel: {
                ...font, color: quiet, hideOverlap: true, align: 'left',
                formatter: (at) => (new Date(at).getDate() === 1 ? text(`month.${new Date(at).getMonth() + 1}`) : ''),
            },
        },
        yAxis: {
            type: 'value', min: 0, splitNumber: 4, axisLabel: { ...font, color: quiet, formatter: short },
            splitLine: { lineStyle: { color: rule } },
        },
        series: lines(drawn, drawn.line.actual < 0.1 * top, moves),
    };
}
