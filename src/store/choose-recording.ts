import type { PageHost } from './page-host';
import { loaderOf } from './recording-loader';
import { settingsOfRecording } from './recording-settings';

/**
 * Sets the Lab to a recording: to its orders at once, with what the list of recordings knows of its size, and to its
 * numbers as soon as it is there, unless the Lab is set to another one meanwhile.
 */
export async function chooseRecording(host: PageHost, name: string): Promise<void> {
  const { getState, actions } = host.store;
  const { recordings, gallery } = getState();
  const known = recordings.get(name);
  if (known?.ok) return actions.setPart('lab', settingsOfRecording(name, known.value));
  const entry = gallery?.ok ? gallery.value.find((one) => one.name === name) : undefined;
  actions.setPart('lab', { recording: name, cell: null, ...(entry && { inFeatures: entry.inFeatures, outFeatures: entry.outFeatures, batches: entry.batches, baseline: entry.batches[0] ?? 1 }) });
  const found = await host.get(loaderOf)?.load(name);
  if (found?.ok && getState().parts.lab.recording === name) actions.setPart('lab', settingsOfRecording(name, found.value));
}
