import recorder from '../../public/record_orders.py?raw';
import { PresetList } from '../page/preset-list';
import { startPage } from '../page/start-page';
import { bundledFile } from '../store/bundled-gallery';
import InlineWorker from '../worker/experiment.worker?worker&inline';

/** The page as one file, which contains everything that it would fetch, including its worker. */
const posters = writtenPosters(document);
startPage({
  makeWorker: () => new InlineWorker(),
  galleryFile: bundledFile,
  carriedFile: async (path) => (path === 'record_orders.py' ? recorder : bundledFile(path.replace('recordings/', ''))),
  presets: <PresetList page="" poster={(name) => posters.get(name) ?? ''} heading="h3" />,
});

/**
 * Addresses of the still pictures that the build wrote into the page's text, by name. Read them before hydration: the
 * page must find its text as it would render it.
 */
function writtenPosters(page: ParentNode): ReadonlyMap<string, string> {
  const pictures = page.querySelectorAll<HTMLImageElement>('img[data-poster]');
  return new Map([...pictures].map((picture) => [picture.dataset['poster'] ?? '', picture.src]));
}
