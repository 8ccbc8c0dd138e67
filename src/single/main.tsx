import recorder from '../../public/record_orders.py?raw';
import { startPage } from '../page/start-page';
import { bundledFile } from '../store/bundled-gallery';
import InlineWorker from '../worker/experiment.worker?worker&inline';
import { writtenPosters } from './written-posters';

/** The page as one file: what it would fetch is in it, its worker too. */
const posters = writtenPosters(document);
startPage({
  makeWorker: () => new InlineWorker(),
  galleryFile: bundledFile,
  carriedFile: async (path) => (path === 'record_orders.py' ? recorder : bundledFile(path.replace('recordings/', ''))),
  presetFiles: { poster: (name) => posters.get(name) ?? '', list: null },
});
