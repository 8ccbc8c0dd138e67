import type { PageHost } from './page-host';
import { loaderOf } from './recording-loader';
import { formatsOfRecording, settingsOfRecording } from './recording-settings';

/**
 * Sets the Lab to a recording: at once to its orders, and to its size and formats as the list of recordings has them, and to its numbers
 * once it is loaded, unless the Lab is set to another recording meanwhile.
 */
export async function chooseRecording(host: PageHost, name: string): Promise<void> {
  const { getState, actions } = host.store;
  const { recordings, gallery } = getState();
  const known = recordings.get(name);
  if (known?.ok) return actions.setPart('lab', settingsOfRecording(name, known.value));
  const entry = gallery?.ok ? gallery.value.find((one) => one.name === name) : undefined;
  actions.setPart('lab', { recording: name, cell: null, ...(entry && { inFeatures: entry.inFeatures, outFeatures: entry.outFeatures, ...formatsOfRecording(entry), batches: entry.batches, baseline: entry.batches[0] ?? 1 }) });
  const found = await host.get(loaderOf)?.load(name);
  if (found?.ok && getState().parts.lab.recording === name) actions.setPart('lab', settingsOfRecording(name, found.value));
}
