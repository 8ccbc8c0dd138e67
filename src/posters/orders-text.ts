import { libraryInBrackets } from '../recordings/library-text';
import { printScheduleText } from '../share/schedule-text';
import type { Settings } from '../share/settings';
import { recordingNamed } from '../store/store';
import type { OfflineRunner } from './offline-runner';

/** Where the orders of a layer come from: "added up as PyTorch 2.13.0 with MKL does". */
export function ordersText({ schedule, recording: name, pattern, orders }: Settings, { recordings }: OfflineRunner): string {
  if (schedule === 'thresholds') return `orders ${printScheduleText(orders)}`;
  if (schedule === 'pattern') return `in orders modelled after ${pattern}`;
  const library = recordingNamed({ recordings }, name)?.library;
  return `added up as ${library === undefined ? name : libraryInBrackets(library)} does`;
}
