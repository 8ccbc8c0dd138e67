import { useContext, useSyncExternalStore } from 'react';
import type { OwnRecording, OwnState } from '../../store/own-state';
import { recordingTitle } from '../recording-title';
import { OwnRecordingsContext } from '../../store/own-state';

const NONE: OwnState = { own: null, reading: null, complaint: null };

/** How it stands with the recording that the reader may bring. */
export function useOwnState(): OwnState {
  const owner = useContext(OwnRecordingsContext);
  return useSyncExternalStore(
    (listener) => owner?.store.subscribe(listener) ?? (() => undefined),
    () => owner?.store.getState() ?? NONE,
    () => NONE,
  );
}

/** The recording that the reader brought; null for none. */
export function useOwnRecording(): OwnRecording | null {
  return useOwnState().own;
}

/** "Your file: PyTorch 2.13" */
export function ownLabel({ name, recording: { library } }: OwnRecording): string {
  return recordingTitle(name, library);
}
