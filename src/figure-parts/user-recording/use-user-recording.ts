import type { UserRecording } from '../../store/store';
import { useApp } from '../../store/use-store';
import { recordingTitle } from '../recording-title';

/** The reader's own recording; null for none. */
export function useUserRecording(): UserRecording | null {
  return useApp(({ userRecording }) => userRecording.own);
}

/** "Your file: PyTorch 2.13" */
export function userRecordingLabel({ name, recording: { library } }: UserRecording): string {
  return recordingTitle(name, library);
}
