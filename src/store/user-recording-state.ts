import type { Recording } from '../recordings/recording';
import type { ReplayedKernel } from '../recordings/replay';

/** The reader's recording, with which the page runs. */
export interface UserRecording {
  /** As figures and links name it. */
  readonly name: string;
  readonly fileName: string;
  readonly recording: Recording;
  readonly replayed: readonly ReplayedKernel[];
}

export interface UserRecordingState {
  readonly own: UserRecording | null;
  /** A file that is being read: how far its replay is, null while it is being checked. */
  readonly reading: { readonly fileName: string; readonly share: number | null } | null;
  /** Why the last file was not taken. */
  readonly problem: string | null;
}
