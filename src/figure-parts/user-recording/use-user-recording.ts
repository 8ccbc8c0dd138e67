import type { UserRecording } from '../../store/store';
import { useApp } from '../../store/use-store';
import { recordingTitle, unusualText } from '../recording-title';

/** The reader's own recording; null for none. */
export function useUserRecording(): UserRecording | null {
  return useApp(({ userRecording }) => userRecording.own);
}

/** "Your file: PyTorch 2.13", and what is unusual about it. */
export function userRecordingLabel({ name, recording: { library, machine, operation } }: UserRecording): string {
  return [recordingTitle(name, library), ...unusualText({ machine, ...operation })].join(', ');
}
