import { OutputsFinding } from '../../figures/thread/outputs-finding';
import { printedBlocks } from '../../figures/thread/printed-blocks';
import { ThreadVerdict } from '../../figures/thread/thread-verdict';
import type { FigureValues } from '../../share/figure-settings';
import { THREAD_LIBRARIES } from '../../share/thread-libraries';
import type { OfflineRunner } from '../offline-runner';
import { threadDrawing } from '../drawings/thread-drawing';
import type { Poster } from '../poster';
import { staticText } from '../static-text';

const NOTHING = (): void => undefined;

export function threadPoster(values: FigureValues<'thread'>, runner: OfflineRunner): Poster {
  const { result, fitted } = runner.compute('thread', 'thread', values);
  const { thread } = result.spec;
  const library = THREAD_LIBRARIES.find(({ name }) => name === fitted.threadLibrary)?.label ?? fitted.threadLibrary;
  return {
    subject: `Linear(${thread.inFeatures}, ${thread.outFeatures}) from seed ${fitted.threadSeed}, in the orders of ${library}.`,
    finding: [
      staticText(<ThreadVerdict rows={result.rows} settings={fitted} />),
      staticText(<OutputsFinding rows={result.rows} beside={fitted.threadBeside} column={fitted.threadColumn} onChoose={NOTHING} />),
    ],
    drawing: threadDrawing(printedBlocks(thread, result.rows)),
  };
}
