import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourTable, RAMP_PENDING, RAMP_STEPS, RAMP_ZERO, rampColours, rampIndex, rampTable } from './heatmap-colours';

const COLOURS = { paper: '#fcfbf8', pending: '#efece5', minusFaint: '#b9d2ea', minusFull: '#103a78', plusFaint: '#f7cf9f', plusFull: '#8f3300' };

describe('rampIndex', () => {
  it('is paper for both noughts and for nothing else', () => {
    expect(rampIndex(0, 1)).toBe(RAMP_ZERO);
    expect(rampIndex(-0, 1)).toBe(RAMP_ZERO);
    fc.assert(fc.property(fc.double({ noNaN: true }), fc.double({ min: 0, noNaN: true }), (d, limit) => (rampIndex(d, limit) === RAMP_ZERO) === (d === 0)));
  });
  it('is symmetric, and never leaves the ramp', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (d, limit) => {
        const index = rampIndex(d, limit);
        expect(index + rampIndex(-d, limit)).toBe(2 * RAMP_ZERO);
        expect(Number.isInteger(index) && index >= 0 && index <= 2 * RAMP_STEPS).toBe(true);
      }),
    );
  });
  it('follows the square root: a quarter of the limit has half the steps', () => {
    expect(rampIndex(3, 12) - RAMP_ZERO).toBe(Math.ceil(RAMP_STEPS / 2));
    expect(rampIndex(12, 12) - RAMP_ZERO).toBe(RAMP_STEPS);
    expect(rampIndex(-Infinity, 12)).toBe(0);
  });
  it('tells what is not computed from what is equal', () => {
    expect(rampIndex(NaN, 12)).toBe(RAMP_PENDING);
  });
});

describe('rampTable', () => {
  const table = rampTable(COLOURS);
  const hex = (index: number): string => `#${[...table.subarray(4 * index, 4 * index + 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  it('has the given colours at the ends of both sides, at nought and for what is pending', () => {
    expect([hex(0), hex(RAMP_ZERO - 1), hex(RAMP_ZERO), hex(RAMP_ZERO + 1), hex(2 * RAMP_STEPS), hex(RAMP_PENDING)]).toEqual([
      COLOURS.minusFull,
      COLOURS.minusFaint,
      COLOURS.paper,
      COLOURS.plusFaint,
      COLOURS.plusFull,
      COLOURS.pending,
    ]);
  });
  it('is opaque', () => {
    expect(table.every((byte, i) => i % 4 !== 3 || byte === 255)).toBe(true);
  });
});

describe('rampColours', () => {
  const properties: Record<string, string> = { '--paper': COLOURS.paper, '--pending': COLOURS.pending, '--minus-faint': COLOURS.minusFaint, '--minus-full': COLOURS.minusFull, '--plus-faint': COLOURS.plusFaint, '--plus-full': COLOURS.plusFull };
  it('are those of the theme', () => {
    expect(rampColours((name) => properties[name]!)).toEqual(COLOURS);
  });
});

describe('colourTable', () => {
  it('has four bytes for each colour', () => {
    expect([...colourTable(['#0072b2', '#b8380a'])]).toEqual([0x00, 0x72, 0xb2, 255, 0xb8, 0x38, 0x0a, 255]);
  });
});
