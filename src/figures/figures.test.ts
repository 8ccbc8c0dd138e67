import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FIGURE_IDS } from '../share/figure-settings';

const entries = readdirSync(import.meta.dirname, { withFileTypes: true });

it('figures are folders named as their anchors, beside the table of them and nothing else', () => {
  expect(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort()).toEqual([...FIGURE_IDS].sort());
  expect(entries.filter((entry) => entry.isFile()).map(({ name }) => name).sort()).toEqual(['figures.test.ts', 'figures.ts']);
});

it.each(FIGURE_IDS)('the folder of %s has one figure', (id) => {
  expect(readdirSync(`${import.meta.dirname}/${id}`).filter((name) => name.endsWith('-figure.tsx'))).toHaveLength(1);
});
