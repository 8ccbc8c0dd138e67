import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FIGURE_IDS } from '../share/figure-settings';

it('keeps room free for every figure, on a screen and on a phone', () => {
  const sheet = readFileSync(join(import.meta.dirname, 'figure-heights.css'), 'utf8');
  const kept = [...sheet.matchAll(/#([\w-]+) \{\n {2}--height: \d+rem;\n {2}--phone-height: \d+rem;\n\}/g)].map(([, id]) => id);
  expect(kept).toEqual(FIGURE_IDS);
});
