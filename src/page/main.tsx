import { SERVED_PRESET_FILES } from './preset-files';
import { startPage } from './start-page';

startPage(() => new Worker(new URL('../worker/experiment.worker.ts', import.meta.url), { type: 'module' }), SERVED_PRESET_FILES);
