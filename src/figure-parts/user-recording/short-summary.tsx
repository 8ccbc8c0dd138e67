import type { Recording } from '../../recordings/recording';
import type { ReplayedCall } from '../../recordings/replay';
import { shortSummary } from './replay-summary';

/** What the replay of a recording found, in half a sentence. */
export function ShortSummary({ recording, replayed }: { readonly recording: Recording; readonly replayed: readonly ReplayedCall[] }) {
  return shortSummary(recording, replayed);
}
