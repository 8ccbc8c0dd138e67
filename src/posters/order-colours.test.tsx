import { readdirSync } from 'node:fs';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { OrderMark } from '../charts/order-mark';
import { galleryRecording } from '../experiments/gallery-recording.fixture';
import { orderGroups } from '../figure-parts/difference-map/order-groups';
import { sweepCell, wholeCell } from '../figure-parts/cell/cell-comparison';
import { RECORDED_LAYERS } from '../figure-parts/difference-map/recorded-layers';
import { DifferenceMap } from '../figure-parts/difference-map/difference-map';
import { sweepMatrix } from '../figure-parts/sweep/sweep-matrix';
import { sweepPicture } from '../figure-parts/sweep/sweep-picture';
import { sweepSummaries } from '../figure-parts/sweep/sweep-summaries';
import { wholeOrders, wholeSummaryRow } from '../figure-parts/whole-batch/whole-orders';
import { wholeSummary } from '../figure-parts/whole-batch/whole-summary';
import { heatmapFinding } from '../figures/heatmap/heatmap-finding';
import { MapGrid } from '../figures/kernel-map/map-grid';
import { kernelMap, mapLayers, shownAtFirst } from '../figures/kernel-map/map-rows';
import { animatedLayers, animatedLibraries, animationOrders, animationPair, chosenLibrary } from '../figures/walks/animation-choices';
import { AnimationSide } from '../figures/walks/animation-side';
import { walkOf } from '../figures/walks/walk';
import { orderKey } from '../orders/order-key';
import { presetValues } from '../share/presets';
import { FIRST_PARTS } from '../share/part-values';
import { PageHost } from '../store/page-host';
import { HostContext, PartContext } from '../store/use-store';
import { lastOf } from './last-of';
import { OfflineRunner } from './offline-runner';
import { kernelAnimationPoster } from './parts/kernel-animation-poster';
import { kernelMapPoster } from './parts/kernel-map-poster';
import { sweepPoster } from './parts/sweep-poster';

const gallery = readdirSync('public/recordings')
  .filter((file) => file !== 'index.json')
  .map((file) => file.replace(/\.json$/, ''))
  .map((name) => ({ name, recording: galleryRecording(name) }));
const runner = await OfflineRunner.open(gallery);

/** The boxes with a letter on them, in document order: "var(--order-3) C". */
function boxes(drawing: ReactElement): string[] {
  return [...renderToStaticMarkup(drawing).matchAll(/fill="(var\(--order-\d+\))"><\/rect><text[^>]*>([A-Z]+)</g)].map(([, colour, letter]) => `${colour} ${letter}`);
}

function named({ colour, letter }: OrderMark): string {
  return `${colour} ${letter}`;
}

const heatmapOf = (recording: string) => ({ ...FIRST_PARTS.heatmap, recording });

describe('one link has the same colours and letters on the page and on its poster', () => {
  it.each(RECORDED_LAYERS.map(({ value }) => value))('in the heatmap, its lists and its cells, of %s', (recording) => {
    const values = heatmapOf(recording);
    const { result } = runner.compute('sweep', 'heatmap', values);
    const page = boxes(
      <HostContext value={new PageHost(null)}>
        <PartContext value="heatmap">
          <DifferenceMap picture={sweepPicture(lastOf(sweepMatrix(result, 1, 'ulp')))} />
        </PartContext>
      </HostContext>,
    );
    expect(page.length).toBeGreaterThan(1);
    expect(boxes(sweepPoster('heatmap', values, runner, heatmapFinding).drawing.marks)).toEqual(page);
    expect(new Set(orderGroups(result.spec, result.rows).map(({ mark }) => named(mark)))).toEqual(new Set(page));
    expect(new Set(lastOf(sweepSummaries(result, 1)).flatMap(({ orders }) => orders.map(named)))).toEqual(new Set(page));
    const { here, there } = sweepCell(result, 1, { line: 128, column: 0 })!;
    for (const side of [here, there!]) expect(page).toContain(named(side.how!.mark));
  });

  it.each(RECORDED_LAYERS.map(({ value }) => value))('in the whole batch of %s, and where it shares an order with the heatmap', (recording) => {
    const { result: whole } = runner.compute('whole', 'heatmap', { ...FIRST_PARTS.heatmap, view: 'rows', recording, wholeBatch: 4 });
    const { result: sweep } = runner.compute('sweep', 'heatmap', heatmapOf(recording));
    const onMap = new Map(orderGroups(sweep.spec, sweep.rows).map(({ key, mark }) => [key, mark]));
    for (const [key, { colour }] of wholeOrders(whole)) expect(colour).toBe(onMap.get(key)?.colour);
    const cell = wholeCell(whole, { line: 3, column: 0 })!;
    expect(wholeSummaryRow(whole, lastOf(wholeSummary(whole))).orders).toContainEqual(cell.here.how!.mark);
  });

  it('in the kernel animation', () => {
    const values = presetValues('walks') as Parameters<typeof kernelAnimationPoster>[0];
    const { names } = chosenLibrary(animatedLibraries(runner.entries), values)!;
    const pair = animationPair(animatedLayers(gallery.filter(({ name }) => names.includes(name))), values)!;
    const marks = animationOrders(pair);
    const page = [pair.left, pair.right].map((call) => {
      const walk = walkOf(pair.layer, call);
      const markup = renderToStaticMarkup(<AnimationSide name="left" layer={pair.layer} walk={walk} mark={marks.get(orderKey(walk.order))!} done={0} most={1} rows={1} />);
      const [, colour, letter] = /background:(var\(--order-\d+\));[^>]*>([A-Z]+)</.exec(markup)!;
      expect(markup).toContain(`--kernel:${colour}`);
      return `${colour} ${letter}`;
    });
    expect(boxes(kernelAnimationPoster(values, runner).drawing.marks)).toEqual(page);
  });

  it('on the map of libraries', () => {
    const shown = shownAtFirst(mapLayers(runner.entries)[0]!);
    const map = kernelMap(gallery.filter(({ name }) => shown.includes(name)));
    const bars = (drawing: ReactElement): string[] => [...renderToStaticMarkup(drawing).matchAll(/<rect[^>]*fill="(var\(--order-\d+\))"/g)].map(([, colour]) => colour!);
    const page = bars(<MapGrid map={map} place={null} lit={null} onPoint={() => undefined} />);
    expect(page.length).toBeGreaterThan(map.rows.length);
    expect(new Set(bars(kernelMapPoster(presetValues('kernel-map') as Parameters<typeof kernelMapPoster>[0], runner).drawing.marks))).toEqual(new Set(page));
  });
});
