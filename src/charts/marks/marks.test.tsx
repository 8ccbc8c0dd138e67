import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { CurveSeries } from '../curve-series';
import { coarseColour, coarseProperty, RAMP_STEPS, RAMP_ZERO } from '../heatmap-colours';
import type { OrderMark } from '../order-mark';
import { exactBinary } from '../../numerics/exact-binary';
import { bitLine, placesOf } from '../aligned-terms';
import { AlignedRows, bitGrid, gridHeight, placeX } from './aligned-rows';
import { PlotAxes, powerMarks } from './axes';
import { BitSquares } from './bit-squares';
import { ColumnTicks } from './column-ticks';
import { curveEnds, CurveLines, CurveName, curveScales } from './curves';
import { Dots, dotScales, Wedge } from './dots';
import { HeatmapCells } from './heatmap-cells';
import { OrderSpan } from './order-span';
import { ProductCells } from './product-cells';
import { Ranges } from './ranges';
import { orderStretches, RowLabels, rowLabelsWidth } from './row-labels';
import { ShareBar } from './share-bar';
import { DifferingFigures } from './text';
import { LaneFrame, laneMost, Track } from './tracks';
import { TreeNode } from './tree-node';

const svg = (drawing: ReactElement): string => renderToStaticMarkup(drawing);

/** All values of an attribute, in document order. */
function all(markup: string, attribute: string): string[] {
  return [...markup.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value]) => value!);
}

/** All words of a drawing. */
function words(markup: string): string[] {
  return [...markup.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) => text!.replace(/<[^>]*>/g, ''));
}

const mark = (letter: string, place: number): OrderMark => ({ colour: `var(--order-${place})`, ink: `var(--on-order-${place})`, letter, repeated: false });
const [A, B] = [mark('A', 3), mark('B', 7)];

describe('text', () => {
  it('lets the digits stand out from the first that differs, in figures of one width', () => {
    expect(svg(<DifferingFigures x={1} y={2} text="0.125" against="0.12" />)).toBe(
      '<text x="1" y="2" font-family="var(--mono)" font-size="var(--text-small)" fill="var(--ink)">0.12<tspan fill="var(--differs)" font-weight="700">5</tspan></text>',
    );
    expect(svg(<DifferingFigures x={1} y={2} text="0.125" />)).not.toContain('tspan');
  });
});

describe('axes', () => {
  it('have a line across at each tick of y, measured downwards, and a tick below at each of x', () => {
    const markup = svg(<PlotAxes length={100} height={50} xTicks={powerMarks({ from: 1, to: 100, length: 100 }, 10, 40)} yTicks={[{ at: 20, text: '10⁻⁷' }]} xTitle="K" yTitle="error" />);
    expect(words(markup)).toEqual(['10⁻⁷', '10⁰', '10¹', '10²', 'error', 'K']);
    expect(all(markup, 'transform')).toEqual(['translate(0 20)', 'translate(0 50)', 'translate(0 0)', 'translate(50 0)', 'translate(100 0)']);
  });
});

describe('curves', () => {
  const series: CurveSeries[] = [
    { id: 'a', label: 'measured', colour: 'var(--order-0)', points: [{ x: 1, y: 1, low: 1, high: 10 }, { x: 100, y: 100, low: 10, high: 100 }] },
    { id: 'b', label: 'bound', colour: 'var(--order-1)', points: [{ x: 1, y: 100 }, { x: 100, y: 98 }], kind: 'bound' },
  ];
  const { plane, xTicks, yTicks } = curveScales({ xDomain: [1, 100], yDomain: [1, 100], xBase: 10 }, 200, 100);

  it('lie in a plane whose y grows upwards, with ticks at powers', () => {
    expect(xTicks).toEqual([{ at: 0, text: '10⁰' }, { at: 100, text: '10¹' }, { at: 200, text: '10²' }]);
    expect(yTicks).toEqual([{ at: 100, text: '10⁰' }, { at: 50, text: '10¹' }, { at: 0, text: '10²' }]);
    expect(curveScales({ xDomain: [1, 5], yDomain: [1, 10], even: true }, 200, 100).xTicks.map(({ text }) => text)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('are lines over bands; a bound is dashed, and what is not pointed at steps back', () => {
    const markup = svg(<CurveLines plane={plane} series={series} />);
    expect(all(markup, 'd')).toEqual(['M0,50L200,0L200,50L0,100Z', '', 'M0,100L200,0', 'M0,0L200,0.44']);
    expect(all(markup, 'stroke-dasharray')).toEqual(['5 4']);
    expect(all(markup, 'stroke-opacity')).toEqual([]);
    expect(all(svg(<CurveLines plane={plane} series={series} highlighted="b" />), 'stroke-opacity')).toEqual(['0.25']);
  });

  it('are named at their ends, apart from each other', () => {
    const [one, other] = curveEnds(plane, series);
    expect([one!.y, other!.y]).toEqual([0, 0.44]);
    expect(other!.nameY - one!.nameY).toBe(17);
    expect(words(svg(<CurveName {...one!} />))).toEqual(['measured']);
  });

  it('are named where they leave the plane at the top: on their right or, without room there, clear of them on their left', () => {
    const steep = (id: string, x: number, to: number): CurveSeries => ({ id, label: id, colour: 'red', points: [{ x: 1, y: 1 }, { x, y: to }, { x: 100, y: to * 100 }], kind: 'bound' });
    const [kept, early, late] = curveEnds(plane, [series[0]!, steep('early', 4, 50), steep('late', 60, 50)]);
    expect([kept!.leaves, early!.leaves, late!.leaves]).toEqual([false, true, true]);
    expect([early!.y, late!.y]).toEqual([0, 0]);
    expect(early!.nameX).toBeGreaterThan(early!.x);
    expect(late!.nameX).toBeLessThan(late!.x);
    expect(all(svg(<CurveName {...early!} />), 'd')).toEqual([]);
  });

  it('of which the strong one lies on top, and all within the plane', () => {
    const markup = svg(<CurveLines plane={plane} series={[{ ...series[0]!, strong: true }, series[1]!]} />);
    expect(all(markup, 'stroke')).toEqual(['var(--order-1)', 'var(--order-0)']);
    expect(markup).toContain('<svg width="200" height="100">');
  });
});

describe('dots', () => {
  const scales = dotScales([1, 100], [1, 1000], 126, 86, { x: 'tie', y: 'none' });

  it('lie on the edge where they are beyond the axes; zeros stand before them, with a name', () => {
    expect([0, 1e-9, 1, 10, 1000].map(scales.x)).toEqual([13, 26, 26, 76, 126]);
    expect([0, 1, 10, 1e9].map(scales.y)).toEqual([73, 60, 40, 0]);
    expect([scales.xTicks[0], scales.yTicks[0]]).toEqual([{ at: 13, text: 'tie' }, { at: 73, text: 'none' }]);
  });

  it('are one path for each kind, and a line parts those that can flip', () => {
    const groups = [{ id: 'a', label: 'a', colour: 'var(--ink)', size: 4, x: [1, 10], y: [10, 1000] }];
    expect(all(svg(<Dots groups={groups} x={scales.x} y={scales.y} />), 'd')).toEqual(['M26,40h0M76,0h0']);
    expect(scales.diagonal).toEqual({ x1: 26, y1: 60, x2: 126, y2: 20 });
    expect(all(svg(<Wedge {...scales.diagonal}>it can flip</Wedge>), 'd')).toEqual(['M0,0H126L26,60H0Z']);
  });
});

describe('ranges', () => {
  const ranges = { axis: { from: 0.01, to: 100, length: 400 }, reaches: [{ label: 'one by one', to: 0.1 }], below: 'normal', limits: [{ at: 1, beyond: 'unusual' }, { at: 10, beyond: 'not by order' }], title: 'multiples' } as const;

  it('reach from the left end to a dot each, with limits and one value across', () => {
    const markup = svg(<Ranges {...ranges} value={0.1} valueText="yours" />);
    expect(all(markup, 'cx')).toEqual(['100']);
    expect(all(markup, 'x1')).toEqual(['200', '300', '0', '100']);
    expect(words(markup)).toEqual(['normal', 'unusual', 'not by order', 'yours', 'one by one', '10⁻²', '10⁻¹', '10⁰', '10¹', '10²', 'multiples']);
  });

  it.each([0, Infinity, NaN])('leave out a value that has no place on the axis: %s', (value) => {
    const markup = svg(<Ranges {...ranges} value={value} valueText="yours" />);
    expect(words(markup)).not.toContain('yours');
    expect(markup).not.toMatch(/NaN|Infinity/);
  });
});

describe('tracks', () => {
  const lane = { top: 10, height: 20, most: 2 };

  it('have zero in the middle of their lane and stay within it', () => {
    const markup = svg(<Track lane={lane} x={(i) => 10 * i} values={[0, 2, -4]} colour="var(--order-2)" />);
    expect(all(markup, 'd')).toEqual(['M0,20L10,10L20,30']);
    expect(all(markup, 'cy')).toEqual(['20', '10', '30']);
    expect(all(svg(<LaneFrame lane={lane} width={50} title="error" scale="±2" />), 'y1')).toEqual(['20']);
  });

  it('begin anew where a value does not go on from the last, and are hollow where they have not been reached', () => {
    const markup = svg(<Track lane={lane} x={(i) => 10 * i} values={[0, 1, 2]} colour="" continues={(i) => i === 1} reached={1} />);
    expect(all(markup, 'd')).toEqual(['M10,15M20,10', 'M0,20L10,15']);
    expect(all(markup, 'r')).toEqual(['3', '5', '3']);
    expect(markup.match(/<circle[^>]*fill="var\(--paper\)"/g)).toHaveLength(1);
  });

  it('span what is finite', () => {
    expect(laneMost([1, -3, Infinity, NaN])).toBe(3);
    expect(laneMost([0])).toBe(1);
  });
});

describe('a bar of shares', () => {
  it('has them one after the other, and leaves the rest', () => {
    const markup = svg(<ShareBar parts={[{ share: 0.25, colour: 'red' }, { share: 0.5, colour: 'blue' }]} width={100} height={8} />);
    expect(all(markup, 'width')).toEqual(['100', '25', '50']);
    expect(all(markup, 'x')).toEqual(['0', '25']);
  });
});

describe('cells', () => {
  it('of products go along K, row by row', () => {
    expect(svg(<ProductCells products={[0, 5]} columns={4} size={10} fill="red" />)).toBe('<path d="M0.5 0.5h9v9h-9zM10.5 10.5h9v9h-9z" fill="red"></path>');
  });

  it('of a heatmap are runs of one colour; what is equal or not there yet stays blank', () => {
    const markup = svg(<HeatmapCells values={Float64Array.of(9, 9, 0, -9, NaN, 9)} columns={3} colourOf={(value) => coarseColour(value, 9)} cellWidth={10} rowHeight={20} />);
    expect(all(markup, 'stroke')).toEqual([`var(${coarseProperty(RAMP_ZERO + RAMP_STEPS)})`, `var(${coarseProperty(0)})`]);
    expect(all(markup, 'd')).toEqual(['M0 10H20M20 30H30', 'M0 30H10']);
  });

  it('of a float32 are its bits, those that differ marked', () => {
    const fills = all(svg(<BitSquares value={1} against={-1} />), 'fill');
    expect(fills).toHaveLength(32);
    expect(fills.slice(0, 3)).toEqual(['var(--differs)', 'none', 'var(--ink)']);
  });
});

describe('a heatmap’s labels', () => {
  it('name rows as there is room, and orders once for each stretch of rows that share them', () => {
    const rows = ['1', '2', '16'];
    const orders = [[A], [B], [B]];
    expect(orderStretches(orders)).toEqual([{ from: 0, to: 1, marks: [A] }, { from: 1, to: 3, marks: [B] }]);
    const markup = svg(<RowLabels title="batch" rows={rows} orders={orders} rowHeight={28} width={rowLabelsWidth(rows, orders)} />);
    expect(words(markup)).toEqual(['batch', '1', '2', '16', 'A', 'B']);
    expect(all(markup, 'height')).toEqual(['26', '54']);
    expect(all(markup, 'fill').slice(-4)).toEqual([A.colour, A.ink, B.colour, B.ink]);
  });

  it('have no letter where there is no room for one, and two orders side by side', () => {
    const markup = svg(<RowLabels title="" rows={['1', '2']} orders={[[A], [B, A]]} rowHeight={4} width={60} />);
    expect(words(markup)).toEqual(['', '1']);
    expect(all(markup, 'width')).toEqual(['28', '14', '14']);
  });

  it('keep the numbers of the first and the last of thin columns within the map', () => {
    expect(all(svg(<ColumnTicks columns={768} cellWidth={1} />), 'text-anchor').filter((anchor) => anchor !== 'middle')).toEqual(['start', 'end']);
    expect(new Set(all(svg(<ColumnTicks columns={8} cellWidth={72} />), 'text-anchor'))).toEqual(new Set(['middle']));
  });
});

describe('a span of batch sizes', () => {
  const span = { parts: [{ mark: A, share: 1 }], width: 100, height: 24, sure: 30, rowsDiffer: false };

  it('is solid where it was recorded, and pale up to a size with the same order', () => {
    const markup = svg(<OrderSpan {...span} next="same" />);
    expect(all(markup, 'width')).toEqual(['29', '70']);
    expect(all(markup, 'fill-opacity')).toEqual(['0.28']);
    expect(svg(<OrderSpan {...span} next={null} />)).toBe('<g transform="translate(0 0)"><rect width="29" height="24" fill="var(--order-3)"></rect></g>');
  });

  it('is hatched up to a size with another, within the box and at 45°', () => {
    const [path = ''] = all(svg(<OrderSpan {...span} next="other" />), 'd');
    const lines = [...path.matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g)].map((found) => found.slice(1).map(Number));
    expect(lines.length).toBeGreaterThan(8);
    for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of lines) {
      expect(x2 - x1).toBeCloseTo(y1 - y2, 0);
      for (const x of [x1, x2]) expect(x >= 30 && x <= 100).toBe(true);
      for (const y of [y1, y2]) expect(y >= 0 && y <= 24).toBe(true);
    }
  });

  it('has its orders one above the other, a quarter at least for the smallest, and a line through a colour that has come round', () => {
    const two = svg(<OrderSpan {...span} parts={[{ mark: { ...A, repeated: true }, share: 0.01 }, { mark: B, share: 0.75 }]} next={null} />);
    expect(all(two, 'height')).toEqual(['5.3', '17.7']);
    expect(all(two, 'stroke')).toEqual(['var(--paper)']);
  });

  it('has a dotted line under what was recorded where rows of one call differ', () => {
    const markup = svg(<OrderSpan {...span} rowsDiffer next="same" />);
    expect(all(markup, 'd').at(-1)).toBe('M0 27.5H28');
    expect(all(markup, 'stroke-dasharray')).toEqual(['2 2']);
  });
});

describe('a node of a tree', () => {
  const columns = { label: 20, graph: 30, levelWidth: 20, point: 100, value: 80, lost: 200, width: 220 };
  const node = { label: '3', valueText: '0.5', lostText: '1e-9', isLeaf: true, fused: false };
  const signs = (more: object): string => svg(<TreeNode node={{ ...node, ...more }} columns={columns} top={0} level={0} parentLevel={1} />);

  it('has its name, its value and what was lost on one line', () => {
    expect(words(signs({}))).toEqual(['3', '0.5', '1e-9']);
  });

  it('is a dot, a ring, a circled plus, a diamond or a stack', () => {
    expect(all(signs({}), 'r')).toEqual(['3.5']);
    expect(signs({ fused: true })).toContain('<circle r="3.5" fill="var(--paper)"');
    expect(signs({ isLeaf: false })).toContain('<circle r="6.5"');
    expect(signs({ isLeaf: false, fused: true })).toContain('M0,-8.5L8.5,0');
    expect(signs({ folded: true })).toContain('M-5,-6h10');
  });
});

describe('aligned terms', () => {
  const line = (value: number, from: number | null, last?: number) => bitLine(exactBinary(value), from, last);
  const aligned = { terms: [line(4, 2, 0), line(-1.5, 0, 0), line(0, null)], kept: { largest: 2, last: 0 }, sum: line(3, null), result: line(3, null), exact: line(2.5, null) };
  const text = (name: string) => ({ name, value: `${name}!`, lost: name === 'b' ? '−0.5' : undefined });
  const texts = { terms: ['a', 'b', 'z'].map(text), sum: text('sum'), result: text('result'), exact: text('exact') };
  const drawn = (width: number) => svg(<AlignedRows aligned={aligned} texts={texts} grid={bitGrid(placesOf(aligned), width)} />);

  it('have each bit in its place, those behind the cut in the colour of what differs, and the number of places above it', () => {
    const grid = bitGrid(placesOf(aligned), 900);
    const markup = drawn(900);
    expect(placeX(grid, 1) - placeX(grid, 2)).toBeCloseTo(grid.cell, 0);
    expect(words(markup)).toContain('F = 2 bits below the largest');
    const lost = [...markup.matchAll(/<text x="([\d.]+)"[^>]*fill="var\(--differs\)"[^>]*font-weight="700"[^>]*>1<\/text>/g)].map(([, x]) => Number(x));
    expect(lost).toHaveLength(1);
    expect(lost[0]).toBeCloseTo(placeX(grid, -1) + grid.cell / 2, 0);
    expect(words(markup).slice(-3)).toEqual(['exact!', '0', '11']);
    expect(gridHeight(grid, 3)).toBeGreaterThan(6 * grid.row);
  });

  it('have their numbers beside them where there is room, and stay within any width', () => {
    expect(words(drawn(900))).toContain('b!');
    expect(words(drawn(900))).toContain('−0.5');
    expect(words(drawn(340))).not.toContain('b!');
    for (const width of [300, 340, 720, 1216]) {
      const grid = bitGrid(placesOf(aligned), width);
      expect(placeX(grid, grid.places.bottom - 1)).toBeLessThanOrEqual(width + 1);
    }
  });
});
