import { useContext, useSyncExternalStore } from 'react';
import type { UserRecording, UserRecordingState } from '../../store/user-recording-state';
import { recordingTitle } from '../recording-title';
import { UserRecordingsContext } from '../../store/user-recordings-context';

const NONE: UserRecordingState = { own: null, reading: null, problem: null };

/** How it stands with the recording that the reader may bring. */
export function useUserRecordingState(): UserRecordingState {
  const owner = useContext(UserRecordingsContext);
  return useSyncExternalStore(
    (listener) => owner?.store.subscribe(listener) ?? (() => undefined),
    () => owner?.store.getState() ?? NONE,
    () => NONE,
  );
}

/** The recording that the reader brought; null for none. */
export function useUserRecording(): UserRecording | null {
  return useUserRecordingState().own;
}

/** "Your file: PyTorch 2.13" */
export function userRecordingLabel({ name, recording: { library } }: UserRecording): string {
  return recordingTitle(name, library);
}
