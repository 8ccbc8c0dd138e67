import { describe, expect, it } from 'vitest';
import { parseOptions, usage } from './options';

const LIBRARIES = ['stdlib', 'tfjs-wasm'];

describe('parseOptions', () => {
  it('fills in 768 → 768 in the sizes of the gallery', () => {
    expect(parseOptions(['--library', 'stdlib'], LIBRARIES)).toEqual({
      ok: true,
      value: { library: 'stdlib', inFeatures: 768, outFeatures: 768, batches: [1, 2, 4, 8, 16, 128], seed: 72, bias: true, threads: 1, output: 'stdlib-768x768.json' },
    });
  });

  it('reads every option, batch sizes in any order and more than once', () => {
    const args = '--library tfjs-wasm --in 4 --out 8 --batches 16,2,2 --seed 4294967295 --no-bias --threads 2 --output here.json'.split(' ');
    expect(parseOptions(args, LIBRARIES)).toEqual({
      ok: true,
      value: { library: 'tfjs-wasm', inFeatures: 4, outFeatures: 8, batches: [2, 16], seed: 4294967295, bias: false, threads: 2, output: 'here.json' },
    });
  });

  it.each([
    ['', '--library must be one of stdlib, tfjs-wasm.'],
    ['--library numpy', '--library must be one of stdlib, tfjs-wasm, but is numpy.'],
    ['--library toString', '--library must be one of stdlib, tfjs-wasm, but is toString.'],
    ['--library stdlib --in 0', '--in must be a whole number from 1 to 4096, but is "0".'],
    ['--library stdlib --out 5000', '--out must be a whole number from 1 to 4096, but is "5000".'],
    ['--library stdlib --seed 1e3', '--seed must be a whole number from 0 to 4294967295, but is "1e3".'],
    ['--library stdlib --batches 1,,2', 'A number in --batches must be a whole number from 1 to 1024, but is "".'],
    ['--library stdlib --threads many', '--threads must be a whole number from 1 to 1024, but is "many".'],
  ])('refuses %j with a sentence', (args, message) => {
    expect(parseOptions(args.split(' ').filter(Boolean), LIBRARIES)).toEqual({ ok: false, error: { message } });
  });

  it.each(['--library stdlib --speed 3', '--library stdlib --row 1', '--library stdlib more', '--library'])('refuses %j, which it does not know', (args) => {
    expect(parseOptions(args.split(' '), LIBRARIES).ok).toBe(false);
  });
});

describe('usage', () => {
  it('names every library', () => {
    for (const library of LIBRARIES) expect(usage(LIBRARIES)).toContain(library);
  });
});
