import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coarseProperty, RAMP_STEPS, RAMP_ZERO } from '../charts/heatmap-colours';
import { palettesOf } from './palette';

const { light, dark } = palettesOf(readFileSync('src/ui/theme.css', 'utf8'));

describe('the palettes', () => {
  it('are the theme’s, light and dark', () => {
    expect([...light.keys()]).toEqual([...dark.keys()]);
    expect(light.get('--paper')).not.toBe(dark.get('--paper'));
  });

  it('have a colour for every step of the ramp, full at its ends', () => {
    for (let step = 1; step <= RAMP_STEPS; step++) {
      expect(light.has(coarseProperty(RAMP_ZERO + step)), `+${step}`).toBe(true);
      expect(light.has(coarseProperty(RAMP_ZERO - step)), `-${step}`).toBe(true);
    }
    expect(light.get(coarseProperty(RAMP_ZERO + RAMP_STEPS))).toBe(light.get('--plus-full'));
    expect(light.get(coarseProperty(RAMP_ZERO - RAMP_STEPS))).toBe(light.get('--minus-full'));
  });

  it('are refused where a colour is missing', () => {
    expect(() => palettesOf(":root[data-theme='light'] { --paper: #ffffff; }")).toThrow('--pending');
  });
});
