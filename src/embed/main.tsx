import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { later } from '../lib/later';
import { readEmbedLink } from '../share/embed-link';
import { embedMessage } from '../share/embed-messages';
import { PART_TITLES } from '../share/part-titles';
import { bundledFile } from '../store/bundled-gallery';
import { PageHost } from '../store/page-host';
import { HostContext } from '../store/use-store';
import { LoadingContext } from '../ui/loading';
import type { Presentation } from '../ui/presentation';
import { PresentationContext } from '../ui/presentation';
import '../ui/theme.css';
import { startLook } from './start-look';
import { Embed } from './embed';
import { embedClient } from './embed-client';
import './embed.css';
import './focus-in-drawings';
import { startHeightNews } from './height-news';
import type { HostPage } from './host-talk';
import { startTalk } from './host-talk';
import { Work } from './work';

/** The embedding page; if there is none, as when the address is opened by itself, messages go nowhere. */
const page: HostPage = {
  tell: (news) => {
    if (window.parent !== window) window.parent.postMessage(embedMessage(news), '*');
  },
  listen: (heard) =>
    window.addEventListener('message', ({ source, data }) => {
      if (source === window.parent && source !== window) heard(data);
    }),
};

const link = readEmbedLink(window.location.search, window.location.hash);
const { part, look } = link;
document.title = `${PART_TITLES[part]} · Batch of One`;
document.documentElement.dataset['layout'] = look.layout;
const changeLook = startLook(look);

const root = document.getElementById('root')!;
const stage = document.createElement('div');
stage.className = 'arriving';
root.append(stage);
/** Removes the figure's still picture once the figure's numbers are there. Putting the figure in again would take the focus from it. */
const work = new Work(later, () => {
  if (stage.className === '') return;
  stage.className = '';
  root.replaceChildren(stage);
  document.documentElement.dataset['settled'] = '';
});
const host = new PageHost({ client: work.watch(embedClient()), newReader: null, galleryFile: (name) => work.during(bundledFile(name)), carriedFile: null, later });
const { store } = host;
store.actions.setPart(part, link.values);
store.actions.notify(...link.notices);
const begin = (): (() => void) => work.begin();

const presentation: Presentation = {
  controls: look.controls,
  readOnly: look.readOnly,
  asks: look.layout === 'wide' && !look.readOnly && (look.controls === 'all' || look.controls.length > 0),
  compact: look.layout !== 'wide',
  embedded: true,
  stage: look.layout === 'stage',
};
/** Where nothing has to be loaded or calculated, it is done once it is rendered. */
const rendered = work.begin();
createRoot(stage).render(
  <StrictMode>
    <PresentationContext value={presentation}>
      <HostContext value={host}>
        <LoadingContext value={begin}>
          <Embed link={link} onRendered={rendered} />
        </LoadingContext>
      </HostContext>
    </PresentationContext>
  </StrictMode>,
);

startHeightNews(document.body, (height) => page.tell({ type: 'height', height }));
startTalk(page, { link, store, later, onTheme: changeLook });
