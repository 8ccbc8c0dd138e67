import { startPage } from './start-page';

startPage({
  makeWorker: () => new Worker(new URL('../worker/experiment.worker.ts', import.meta.url), { type: 'module' }),
  galleryFile: async (name) => {
    const answer = await fetch(new URL(`recordings/${encodeURIComponent(name)}`, document.baseURI));
    return answer.ok ? answer.text() : null;
  },
  carriedFile: null,
  presets: null,
});
