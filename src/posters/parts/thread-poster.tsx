import { OutputsFinding } from '../../figures/thread/outputs-finding';
import { printedBlocks } from '../../figures/thread/printed-blocks';
import { ThreadVerdict } from '../../figures/thread/thread-verdict';
import { experimentSettings } from '../../figure-parts/fixed-settings';
import type { FigureValues } from '../../share/figure-settings';
import { THREAD_LIBRARIES } from '../../share/thread-libraries';
import { createAppStore } from '../../store/store';
import { StoreContext } from '../../store/use-store';
import type { OfflineRunner } from '../offline-runner';
import { threadDrawing } from '../drawings/thread-drawing';
import type { Poster } from '../poster';
import { staticText } from '../static-text';

const NOTHING = (): void => undefined;

export function threadPoster(values: FigureValues<'thread'>, runner: OfflineRunner): Poster {
  const settings = experimentSettings('thread', values);
  const { result, fitted } = runner.compute('thread', settings);
  const { thread } = result.spec;
  const library = THREAD_LIBRARIES.find(({ name }) => name === fitted.threadLibrary)?.label ?? fitted.threadLibrary;
  return {
    subject: `Linear(${thread.inFeatures}, ${thread.outFeatures}) from seed ${fitted.threadSeed}, in the orders of ${library}.`,
    finding: [
      staticText(
        <StoreContext value={createAppStore(settings)}>
          <ThreadVerdict rows={result.rows} />
        </StoreContext>,
      ),
      staticText(<OutputsFinding rows={result.rows} beside={fitted.threadBeside} column={fitted.threadColumn} onChoose={NOTHING} />),
    ],
    drawing: threadDrawing(printedBlocks(thread, result.rows)),
  };
}
