import { isUserRecordingName } from '../../recordings/user-recording-name';
import type { Recording } from '../../recordings/recording';
import type { Settings } from '../../share/settings';
import { INITIAL_SETTINGS } from '../../share/settings';
import { settingsOfRecording } from '../../store/recording-settings';

type Shape = Pick<Settings, 'inFeatures' | 'outFeatures' | 'row' | 'batches'>;

/** The size, row and batch sizes at which a map shows a recording: its own for a gallery's layer of its own size, else the recording's. */
export function recordedShape(name: string, recording: Recording): Shape {
  const { inFeatures, outFeatures, row, batches } = INITIAL_SETTINGS;
  const own = { inFeatures, outFeatures, row, batches };
  const { operation } = recording;
  if (operation.inFeatures === inFeatures && operation.outFeatures === outFeatures && !isUserRecordingName(name)) return own;
  const its = settingsOfRecording(name, recording);
  return { inFeatures: operation.inFeatures, outFeatures: operation.outFeatures, row: its.row ?? row, batches: its.batches ?? batches };
}
