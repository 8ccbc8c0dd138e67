import recorder from '../../public/record_orders.py?raw';
import { startPage } from '../page/start-page';
import { bundledFile } from '../store/bundled-gallery';
import { serveGallery } from '../store/gallery-files';
import { carryPageFiles } from '../store/page-files';
import InlineWorker from '../worker/experiment.worker?worker&inline';
import { writtenPosters } from './written-posters';

/** The page as one file: what it would fetch is in it, its worker too. */
serveGallery(bundledFile);
carryPageFiles(async (path) => (path === 'record_orders.py' ? recorder : bundledFile(path.replace('recordings/', ''))));
const posters = writtenPosters(document);
startPage(() => new InlineWorker(), { poster: (name) => posters.get(name) ?? '', list: null });
