import { useState } from 'react';
import type { Channel } from '../../store/results';
import { useExperiment, useResult, useTask } from '../../store/use-part';
import { useSettled } from './use-settled';

/**
 * Whether a channel shows the result of old settings, because a newer request is under way or has failed. True only once
 * that has lasted a while, because during a drag it changes in every frame.
 */
export function useStale(channel: Channel): boolean {
  const { state } = useTask(channel);
  const shown = useResult(channel);
  const experiment = useExperiment();
  const [begun, setBegun] = useState({ state, shown, experiment });
  const busy = state === 'running';
  // A request may begin right after another one, without a change of state; its settings tell it apart.
  if (begun.state !== state || (busy && begun.experiment !== experiment)) setBegun({ state, shown, experiment });
  const stale = state === 'failed' || (busy && begun.shown === shown);
  const lasting = useSettled(stale) === true;
  return stale && lasting;
}
