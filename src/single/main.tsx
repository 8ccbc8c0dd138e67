import { startPage } from '../page/start-page';
import { bundledFile } from '../store/bundled-gallery';
import { serveGallery } from '../store/gallery-files';
import InlineWorker from '../worker/experiment.worker?worker&inline';
import { writtenPosters } from './written-posters';

/** The page as one file: what it would fetch is in it, its worker too. */
serveGallery(bundledFile);
const posters = writtenPosters(document);
startPage(() => new InlineWorker(), { poster: (name) => posters.get(name) ?? '', list: null });
