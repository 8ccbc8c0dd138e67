import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../experiments/gallery-recording.fixture';
import { ok } from '../lib/result';
import { parseGalleryIndex } from '../recordings/gallery-index';
import { chooseRecording } from './choose-recording';
import { PageHost } from './page-host';
import { settingsOfRecording } from './recording-settings';

const SMALL = 'pytorch-2.13-mkl-4x8';
const ODD = 'stdlib-0.4-127x33';

/** A page whose files arrive when `arrive` is called. */
function page() {
  const asked = new Map<string, (text: string | null) => void>();
  const host = new PageHost({
    client: { run: () => undefined, cancel: () => undefined },
    newReader: null,
    galleryFile: (name) => new Promise((resolve) => asked.set(name, resolve)),
    carriedFile: null,
    later: () => () => undefined,
  });
  const arrive = async (name: string): Promise<void> => {
    asked.get(`${name}.json`)!(readFileSync(`public/recordings/${name}.json`, 'utf8'));
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { host, actions: host.store.actions, lab: () => host.store.getState().parts.lab, arrive, asked };
}

describe('choosing a recording in the Lab', () => {
  it('sets its orders at once, and its size and numbers when it is there, whoever looks meanwhile', async () => {
    const { host, actions, lab, arrive } = page();
    actions.setPart('lab', { cell: { line: 4, column: 9 } });
    const chosen = chooseRecording(host, SMALL);
    expect(lab()).toMatchObject({ recording: SMALL, cell: null, inFeatures: 768 });
    await arrive(SMALL);
    await chosen;
    expect(lab()).toMatchObject(settingsOfRecording(SMALL, galleryRecording(SMALL)));
  });

  it('takes at once what the list of the gallery knows', () => {
    const { host, actions, lab } = page();
    const index = parseGalleryIndex(readFileSync('public/recordings/index.json', 'utf8'));
    if (!index.ok) throw new Error(index.error.message);
    actions.setGallery(ok(index.value.recordings));
    void chooseRecording(host, ODD);
    expect(lab()).toMatchObject({ recording: ODD, inFeatures: 127, outFeatures: 33 });
  });

  it('gives way to another choice', async () => {
    const { host, lab, arrive } = page();
    const choices = [chooseRecording(host, SMALL), chooseRecording(host, ODD)];
    await arrive(ODD);
    await arrive(SMALL);
    await Promise.all(choices);
    expect(lab()).toMatchObject({ recording: ODD, inFeatures: 127, outFeatures: 33 });
  });

  it('leaves the size alone where it can’t be had, and asks anew when it is chosen again', async () => {
    const { host, lab, arrive, asked } = page();
    const chosen = chooseRecording(host, SMALL);
    asked.get(`${SMALL}.json`)!(null);
    await chosen;
    expect(lab()).toMatchObject({ recording: SMALL, inFeatures: 768 });
    expect(host.store.getState().recordings.get(SMALL)).toMatchObject({ ok: false });
    const again = chooseRecording(host, SMALL);
    await arrive(SMALL);
    await again;
    expect(lab().inFeatures).toBe(4);
  });
});
