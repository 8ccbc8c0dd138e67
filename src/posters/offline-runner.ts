import { prepareSpec } from '../experiments/layer-spec';
import type { ExperimentContext } from '../experiments/experiment-context';
import { runToEnd } from '../experiments/step';
import type { NamedRecording } from '../figure-parts/gallery/use-recordings';
import { enginesWithAdders } from '../linear/groups';
import type { GalleryEntry } from '../recordings/gallery-entry';
import { galleryEntry } from '../recordings/gallery-entry';
import type { ParseError, Result } from '../lib/result';
import { ok } from '../lib/result';
import type { PartId } from '../share/figure-settings';
import type { PartValues } from '../share/part-values';
import type { Settings } from '../share/settings';
import { COLLECTORS } from '../store/collect';
import type { ExperimentId, Recordings } from '../store/experiment';
import { experimentOf } from '../store/experiment';
import type { ChannelRequest } from '../store/requests';
import { requestsOf } from '../store/requests';
import type { KnownResults } from '../store/pasted';
import type { Channel, ExplainResult, Results } from '../store/results';
import { CHANNELS } from '../store/results';
import { layerCache } from '../worker/layer-cache';
import { ExperimentTable } from '../worker/experiment-table';
import { MORE } from '../worker/more-experiments';
import type { Job } from '../worker/protocol';

/** A result, and the settings it was computed with. */
interface Computed<C extends Channel> {
  readonly result: NonNullable<Results[C]>;
  readonly fitted: Settings;
}

/**
 * Computes what the page would show, synchronously and without a page: the store's function makes the request from the
 * settings, the worker's code runs it piece by piece, and the store's code collects the result. Each distinct request runs
 * once.
 */
export class OfflineRunner {
  private readonly context: ExperimentContext;
  private readonly results = new Map<string, NonNullable<Results[Channel]>>();

  readonly recordings: Recordings;
  /** The gallery's list. */
  readonly entries: readonly GalleryEntry[];

  private constructor(
    readonly gallery: readonly NamedRecording[],
    private readonly table: ExperimentTable,
  ) {
    const { engine } = enginesWithAdders().fastest;
    this.context = { engine, prepare: layerCache((spec) => prepareSpec(spec, engine)), cached: new Map() };
    this.entries = gallery.map(({ name, recording }) => galleryEntry(name, recording));
    this.recordings = new Map(gallery.map(({ name, recording }) => [name, ok(recording)]));
  }

  /** @param gallery all recordings, in the gallery's order */
  static async open(gallery: readonly NamedRecording[]): Promise<OfflineRunner> {
    const table = new ExperimentTable(MORE);
    await Promise.all(Object.values(CHANNELS).map((kind) => table.load(kind)));
    return new OfflineRunner(gallery, table);
  }

  /** @throws if the settings can't be computed, with the sentence that the page would show */
  compute<C extends Channel, P extends PartId>(channel: C, part: P, values: PartValues[P]): Computed<C> {
    return { result: this.resultOf(channel, part, values, null), fitted: experimentOf(part, values, this.recordings).settings };
  }

  /** Whose digits these results are. */
  explain(explained: KnownResults): ExplainResult {
    return this.resultOf('explain', 'explanation', {}, explained);
  }

  private resultOf<C extends Channel>(channel: C, part: ExperimentId, values: PartValues[PartId] | Partial<Settings>, explained: KnownResults | null): NonNullable<Results[C]> {
    const gallery = ok(this.gallery.map(({ name, recording }) => ({ name, ...recording.operation })));
    const wanted = requestsOf(part, values, { recordings: this.recordings, gallery, explained })[channel] as Result<ChannelRequest<C>, ParseError> | null | undefined;
    if (wanted === null || wanted === undefined) throw new Error(`Nothing is to be computed for ${channel} with the recordings that are there.`);
    if (!wanted.ok) throw new Error(wanted.error.message);
    const { key, spec } = wanted.value;
    const name = `${channel} ${key}`;
    const known = this.results.get(name) ?? this.run(channel, spec);
    this.results.set(name, known);
    return known as NonNullable<Results[C]>;
  }

  private run<C extends Channel>(channel: C, spec: unknown): NonNullable<Results[C]> {
    const { values, problem } = runToEnd(this.table.start({ kind: CHANNELS[channel], spec } as Job, this.context));
    if (problem !== null) throw new Error(problem.message);
    const collect = COLLECTORS[channel] as (spec: unknown, before: Results[C], piece: unknown) => Results[C];
    const result = values.reduce<Results[C]>((before, piece) => collect(spec, before, piece), null as Results[C]);
    if (result === null) throw new Error(`The experiment of ${channel} said nothing.`);
    return result;
  }
}
