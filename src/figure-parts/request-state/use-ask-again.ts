import { useCallback } from 'react';
import { isUserRecordingName } from '../../recordings/user-recording-name';
import { effectsOf } from '../../store/effects';
import { valuesOf } from '../../store/experiment';
import { recordingsFor } from '../../store/requests';
import type { Channel } from '../../store/results';
import { useTask } from '../../store/use-part';
import { useApp, useHost, usePart } from '../../store/use-store';
import { useOnline } from '../../ui/use-online';

/**
 * A function that retries loading the recording or code that a channel's request needed but did not get; null if nothing
 * is missing. Once the browser is online again, this happens by itself.
 */
export function useAskAgain(channel: Channel): (() => void) | null {
  const part = usePart();
  const host = useHost();
  const task = useTask(channel);
  const isLost = useApp((state) => recordingsFor(part, valuesOf(state.parts, part), state).some((name) => state.recordings.get(name)?.ok === false && !isUserRecordingName(name)));
  const can = task.state === 'failed' && (task.again || isLost);
  const askAgain = useCallback(() => host.get(effectsOf)?.askAgain(part), [host, part]);
  useOnline(can, askAgain);
  return can ? askAgain : null;
}
