import type { ParseError, Result } from '../lib/result';
import { CachedResults } from './cached-results';
import type { FollowerHost } from './channel-follower';
import { ChannelFollower } from './channel-follower';
import type { ExperimentId } from './experiment';
import { channelsOf, experimentOf, valuesOf } from './experiment';
import type { PageHost } from './page-host';
import type { RecordingLoader } from './recording-loader';
import { loaderOf } from './recording-loader';
import type { ChannelRequest } from './requests';
import { recordingsFor, requestsOf } from './requests';
import type { Channel } from './results';
import type { State } from './store';

/** What somebody is looking at: a part's results, or the list of the gallery. */
type Watched = ExperimentId | 'gallery list';

/** A part that somebody is looking at. */
interface WatchedPart {
  readonly followers: readonly ChannelFollower<Channel>[];
  /** The recordings it needed at the last update: if one becomes needed again, it is requested again. */
  needed: readonly string[];
}

/**
 * Keeps the results of watched parts in step with the settings: loads the recordings they need and asks the worker for
 * what changed, once per turn of the event loop however many settings changed in it.
 */
class Effects {
  private readonly watchers = new Map<Watched, number>();
  private readonly parts = new Map<ExperimentId, WatchedPart>();
  private readonly host: FollowerHost;
  private callOff: (() => void) | null = null;

  constructor(
    host: Omit<FollowerHost, 'cached'>,
    private readonly loader: RecordingLoader,
  ) {
    this.host = { ...host, cached: new CachedResults() };
    host.store.subscribe((now, before) => {
      if (now.parts !== before.parts || now.recordings !== before.recordings || now.gallery !== before.gallery || now.explained !== before.explained) this.updateSoon();
    });
  }

  /** Follows this while somebody is looking at it; returns a disposer. */
  watch(what: Watched): () => void {
    this.watchers.set(what, (this.watchers.get(what) ?? 0) + 1);
    if (what === 'gallery list') this.loader.loadGallery();
    else if (!this.parts.has(what)) this.watchPart(what);
    this.updateSoon();
    return () => {
      const left = this.watchers.get(what)! - 1;
      if (left > 0) return void this.watchers.set(what, left);
      this.watchers.delete(what);
      if (what === 'gallery list') return;
      for (const follower of this.parts.get(what)!.followers) follower.leave();
      this.parts.delete(what);
    };
  }

  private watchPart(part: ExperimentId): void {
    const channels = channelsOf(part);
    if (channels.includes('explain')) this.loader.loadGallery();
    this.parts.set(part, { followers: channels.map((channel) => new ChannelFollower(part, channel, this.host)), needed: [] });
  }

  /** Requests again what a part needs and did not get: recordings, code, a worker. */
  askAgain(part: ExperimentId): void {
    const watched = this.parts.get(part);
    if (watched === undefined) return;
    watched.needed = [];
    for (const follower of watched.followers) follower.forgetFailure();
    this.updateSoon();
  }

  private updateSoon(): void {
    if (this.watchers.size > 0) this.callOff ??= this.host.later(() => this.update(), 0);
  }

  private update(): void {
    this.callOff = null;
    const state = this.host.store.getState();
    for (const [part, watched] of this.parts) this.updatePart(part, watched, state);
  }

  private updatePart(part: ExperimentId, watched: WatchedPart, state: State): void {
    const { parts, recordings } = state;
    const values = valuesOf(parts, part);
    const before = watched.needed;
    watched.needed = recordingsFor(part, values, state);
    for (const name of watched.needed) {
      const known = recordings.get(name);
      if (known === undefined || (!known.ok && !before.includes(name))) void this.loader.load(name);
    }
    const { engine } = experimentOf(part, values, recordings).settings;
    // Read the state again: the failures of recordings just requested are gone from it.
    const requests = requestsOf(part, values, this.host.store.getState());
    for (const [i, channel] of channelsOf(part).entries()) watched.followers[i]!.follow(requests[channel] as Result<ChannelRequest<Channel>, ParseError> | null, engine);
  }
}

/** The page's effects; null while the page is prerendered. */
export function effectsOf(host: PageHost): Effects | null {
  const { platform, store } = host;
  const loader = host.get(loaderOf);
  return platform && loader && new Effects({ store, client: platform.client, later: platform.later }, loader);
}
