import { describe, expect, it } from 'vitest';
import { embedValues } from '../share/embed-link';
import { FIGURE_IDS } from '../share/figure-settings';
import { presetNamed } from '../share/presets';
import { stageStates } from './stage-states';

describe('the states of a figure on a stage', () => {
  it('begin with the one that was opened, and have each preset once', () => {
    const preset = presetNamed('tenths')!;
    const values = embedValues('sum-of-three', preset);
    const [opened, ...others] = stageStates({ part: 'sum-of-three', preset, values });
    expect(opened).toEqual({ words: preset.title, values });
    const words = others.map((state) => state.words);
    expect(words).not.toContain(preset.title);
    expect(words).toContain(presetNamed('three-numbers')!.title);
    expect(new Set(words).size).toBe(words.length);
  });

  it('have what the phrases of the text set', () => {
    const states = stageStates({ part: 'stepper', preset: null, values: embedValues('stepper', null) });
    expect(states.map(({ words }) => words)).toContain('“products cancel”');
    expect(states.find(({ words }) => words === '“products cancel”')!.values).toEqual({ ...embedValues('stepper', null), data: 'cruel' });
  });

  it.each(FIGURE_IDS)('are settings of the figure: %s', (part) => {
    const first = embedValues(part, null);
    for (const { values } of stageStates({ part, preset: null, values: first })) expect(Object.keys(values).sort()).toEqual(Object.keys(first).sort());
  });
});
