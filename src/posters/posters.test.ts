import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gallery } from '../../scripts/gallery';
import type { PartId } from '../share/figure-settings';
import { isFigureId } from '../share/figure-settings';
import type { Preset } from '../share/presets';
import { presetParts, PRESETS, presetValues } from '../share/presets';
import type { NamedPoster } from './all-posters';
import { allPosters } from './all-posters';
import { cardSvg } from './card-svg';
import { palettesOf } from './palette';
import { posterSvg } from './poster-svg';

const { light, dark } = palettesOf(readFileSync('src/ui/theme.css', 'utf8'));
const posters = await allPosters(gallery());
const named = (name: string): NamedPoster => posters.find((poster) => poster.name === name)!;

/** A part's settings as text, except whether its map is open, which changes no number. */
function settingsOf(part: PartId, preset?: Preset): string {
  return JSON.stringify({ ...presetValues(part, preset), mapOpen: null });
}

describe('posters', () => {
  it('are there for each part as it begins and for each part of each preset, once', () => {
    const names = posters.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !name.includes('--') && (name === 'lab' || isFigureId(name)))).toHaveLength(14);
    expect(names.filter((name) => name.includes('--'))).toEqual(PRESETS.flatMap((preset) => presetParts(preset).map((part) => `${part}--${preset.name}`)));
  });

  it.each(posters)('$name says whole sentences, and is a whole picture in colours of the theme', ({ poster, title }) => {
    expect(poster.finding.length).toBeGreaterThan(0);
    for (const sentence of poster.finding) expect(sentence).toMatch(/^[\p{Lu}\d(].*[.?]$/u);
    for (const sentence of poster.finding) expect(sentence).not.toMatch(/NaN|undefined|null|are done|being computed|being added up|[<>&]/);
    const svg = posterSvg(poster, title, light, dark);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(svg).not.toMatch(/href|url\(|<script|<image/);
    expect(svg.length).toBeLessThan(100_000);
    expect(poster.drawing.height).toBeGreaterThan(100);
  });

  it('find what is known of the thread, of the stripes and of three numbers', () => {
    expect(named('thread').poster.finding[0]).toContain('5 of 5 printed numbers');
    expect(named('thread--linear-768').poster.finding[0]).toContain('30 of 30 printed numbers');
    expect(named('heatmap--stripes').poster.finding.join(' ')).toContain('outputs 0–7, 184–199, 376–391, 568–583 and 760–767');
    expect(named('sum-of-three').poster.finding.join(' ')).toContain('(a + b) + c = 1, a + (b + c) = 0');
  });

  it('are another where a preset sets its part otherwise, and the same where it does not', () => {
    const markup = ({ poster }: NamedPoster): string => posterSvg(poster, '', light, dark);
    for (const one of posters) {
      if (one.preset === null || one.part === 'lab') continue;
      const asItBegins = named(one.part);
      if (settingsOf(one.part, one.preset) === settingsOf(one.part)) expect(markup(one), one.name).toBe(markup(asItBegins));
      else expect(markup(one), one.name).not.toBe(markup(asItBegins));
    }
  });
});

describe('what presets say of themselves', () => {
  it('holds for three tenths: in float64 the brackets matter, in float32 they don’t; and for three others they do', () => {
    expect(0.1 + 0.2 + 0.3).not.toBe(0.1 + (0.2 + 0.3));
    expect(named('sum-of-three--tenths').poster.finding[0]).toBe('Both ways give the same bits.');
    expect(named('sum-of-three--tenths-apart').poster.finding[0]).toBe('The two ways differ.');
  });

  it('holds for the two kernels: partial sums side by side, then blocks', () => {
    const [alone, together] = named('walks--two-kernels').poster.finding;
    expect(alone).toMatch(/^Batch 1: 4 partial sums side by side/);
    expect(together).toMatch(/^Batch 4: 4 blocks along K/);
  });

  it('holds for TF32 and for bfloat16', () => {
    expect(named('verdict--tf32').poster.finding[0]).toContain('larger than usual');
    expect(named('depth--bfloat16').poster.finding.at(-1)).toContain('far more than what the order changes');
  });
});

describe('a card', () => {
  it.each(posters.filter(({ preset, part }) => preset?.part === part))('of $name has its title, a finding, and no colour that its renderer does not know', ({ preset, poster }) => {
    const svg = cardSvg({ title: preset!.title, sentences: poster.finding, drawing: poster.drawing }, light);
    expect(svg).not.toMatch(/var\(|NaN|class=/);
    expect(svg).toContain(`>${poster.finding[0]!.slice(0, 8)}`);
  });
});
