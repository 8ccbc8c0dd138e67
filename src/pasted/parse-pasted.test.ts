import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DTYPES } from '../numerics/dtype-names';
import { roundToDtype } from '../numerics/dtypes';
import { pythonRepr } from '../lib/python-repr';
import fixture from './fixtures/printouts.json';
import { fromHex } from './hex-doubles.fixture';
import { looksBinary, parseNpy } from './parse-npy';
import { parsePrintout } from '../testing/parse-printout';
import { recovered } from './printed-digits';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly refused?: boolean;
  readonly shape?: readonly number[];
  readonly bits?: readonly string[];
  readonly dtype?: string;
  readonly decimals?: number;
  readonly significant?: number;
  readonly exact?: boolean;
  readonly complete?: boolean;
  readonly shapeless?: boolean;
  readonly heads?: readonly number[];
}

function problemAbout(text: string): { message: string; position?: number } {
  const parsed = parsePrintout(text);
  if (parsed.ok) throw new Error(`was read: ${text.slice(0, 80)}`);
  return parsed.error;
}

function valuesIn(text: string): number[][] {
  const parsed = parsePrintout(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value.map(({ values }) => [...values]);
}

describe('what PyTorch and NumPy print', () => {
  for (const printed of fixture.printouts as readonly Case[]) {
    it(`${printed.refused ? 'is refused with a sentence' : 'is read, as far as its digits go'}: ${printed.name}`, () => {
      if (printed.refused) {
        expect(problemAbout(printed.text).message).toMatch(/^[A-Z“].*[.]$/);
        return;
      }
      const parsed = parsePrintout(printed.text);
      if (!parsed.ok) throw new Error(parsed.error.message);
      expect(parsed.value).toHaveLength(1);
      const [{ values, shape, dtype, digits, cut }] = parsed.value;
      expect(cut?.heads).toEqual(printed.heads);
      expect(shape).toEqual(printed.shapeless ? null : printed.shape);
      if (printed.dtype !== undefined) expect(dtype).toBe(printed.dtype);
      if (printed.decimals !== undefined) expect(digits).toEqual({ kind: 'decimals', count: printed.decimals });
      if (printed.significant !== undefined) expect(digits).toEqual({ kind: 'significant', count: printed.significant });
      if (printed.exact) expect(digits).toEqual({ kind: 'exact' });
      const truth = fromHex(printed.bits!);
      expect(values).toHaveLength(truth.length);
      truth.forEach((value, i) => {
        const found = recovered(dtype ?? 'float32', digits, values[i]!);
        if (printed.complete) expect(found.slack).toBe(0);
        if (found.slack === 0) expect(found.value).toBe(value);
        else expect(Math.abs(found.value - value)).toBeLessThanOrEqual(found.slack * (1 + 1e-6));
      });
    });
  }

  for (const file of fixture.npy as unknown as readonly (Case & { readonly base64: string })[]) {
    it(`${file.refused ? 'refuses' : 'reads'} a file of numpy.save: ${file.name}`, () => {
      const bytes = Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0));
      const parsed = parseNpy(bytes);
      expect(parsed.ok).toBe(!file.refused);
      if (!parsed.ok) {
        expect(parsed.error.message).toMatch(/^This .*\.$/);
        return;
      }
      expect(parsed.value.shape).toEqual(file.shape);
      expect(parsed.value.dtype).toBe(file.dtype);
      expect([...parsed.value.values]).toEqual(fromHex(file.bits!));
      for (let length = 0; length < bytes.length; length++) expect(parseNpy(bytes.subarray(0, length)).ok).toBe(false);
    });
  }
});

describe('a file', () => {
  it('is text where a byte order mark says so, zeros or not', () => {
    const [mark, text] = [[0xff, 0xfe], [0x31, 0, 0x2c, 0, 0x32, 0]];
    expect(looksBinary(Uint8Array.from(text))).toBe(true);
    expect(looksBinary(Uint8Array.from([...mark, ...text]))).toBe(false);
  });
});

describe('pasted text', () => {
  it('may be two printouts, one after the other or side by side', () => {
    const both = [[1, 2], [1, 2.5]];
    expect(valuesIn('tensor([1., 2.])\ntensor([1.0, 2.5])')).toEqual(both);
    expect(valuesIn('tensor([1., 2.], grad_fn=<AddBackward0>) tensor([1.0, 2.5], grad_fn=<AddBackward0>)')).toEqual(both);
    expect(valuesIn('[1, 2], [1, 2.5]')).toEqual(both);
    expect(valuesIn('{"a": [1, 2], "b": [1, 2.5]}')).toEqual(both);
  });

  it('may be two columns, under names or beside a count', () => {
    const both = [[1, 2], [1, 2.5]];
    expect(valuesIn('1 1\n2 2.5')).toEqual(both);
    expect(valuesIn('1,1\n2,2.5\n')).toEqual(both);
    expect(valuesIn('1\t1\r\n2\t2.5')).toEqual(both);
    expect(valuesIn('batch_1,batch_4\n1,1\n2,2.5')).toEqual(both);
    expect(valuesIn('     a    b\n0  1.0  1.0\n1  2.0  2.5')).toEqual(both);
    expect(valuesIn('1;1\n2;2.5')).toEqual(both);
  });

  it('may be plain numbers in any layout', () => {
    for (const text of ['1 2 2.5', '1, 2, 2.5', '1\n2\n2.5\n', '1,\n2,\n2.5', '1 2\n2.5']) expect(valuesIn(text)).toEqual([[1, 2, 2.5]]);
    expect(valuesIn('Out[3]: tensor([1., 2.])')).toEqual([[1, 2]]);
    expect(valuesIn('y1 = [−1, +2,]')).toEqual([[-1, 2]]);
    expect(valuesIn('tensor([[0.5], [nan]], device=\'cuda:0\', grad_fn=<AddmmBackward0>)')).toEqual([[0.5, NaN]]);
    expect(valuesIn('tf.Tensor([0.5 inf], shape=(2,), dtype=float32)')).toEqual([[0.5, Infinity]]);
  });

  it('is refused with the place and what was wrong there', () => {
    const place = (text: string): [string, string | undefined] => {
      const { message, position } = problemAbout(text);
      return [message, position === undefined ? undefined : text.slice(position, position + 3)];
    };
    expect(place('[1, 2, x]')).toEqual(['“x” at character 8 is not a number.', 'x]']);
    expect(place('[1, 1.2.3]')).toEqual(['“1.2.3” at character 5 is not a number.', '1.2']);
    expect(place('<html><body>1</body>')).toEqual([expect.stringContaining('markup'), '<ht']);
    expect(place('[1, <b>2</b>]')).toEqual([expect.stringContaining('markup'), '<b>']);
    expect(place('[[1, 2], [3]]')).toEqual([expect.stringContaining('begins one of 1, those before have 2'), '[3]']);
    expect(place('[1, 2')).toEqual([expect.stringContaining('never closed'), '[1,']);
    expect(place('[1,, 2]')).toEqual([expect.stringContaining('missing before the comma'), ', 2']);
    expect(place('[1, null]')).toEqual([expect.stringContaining('missing at character 5'), 'nul']);
    expect(place('[1+2j]')).toEqual([expect.stringContaining('complex'), '+2j']);
    expect(place('[[1], 2]')).toEqual([expect.stringContaining('side by side'), '2]']);
    expect(place('0,5\t0,7')).toEqual([expect.stringContaining('decimal comma'), ',5\t']);
    expect(place('')).toEqual(['There are no numbers here.', undefined]);
    expect(place('[1] [2] [3]')).toEqual([expect.stringContaining('3 lists'), undefined]);
    expect(place('x'.repeat(17_000_000))[0]).toContain('17,000,000 characters');
  });

  it('never throws, whatever it is, and stays quick', () => {
    const piece = fc.constantFrom('[', ']', '(', ')', '{', '}', ',', ';', '|', '\n', ' ', '.', '...', '-', 'e', '1', '0.5', 'nan', 'inf', 'tensor', 'array', 'dtype=', '"a":', '<', '>', '=', 'j', '\t', '−', 'np.float32(');
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')));
    fc.assert(
      fc.property(text, (any) => {
        const parsed = parsePrintout(any);
        if (!parsed.ok) expect(parsed.error.message).toMatch(/[.?]$/);
      }),
      { numRuns: 2000 },
    );
    for (const long of ['1'.repeat(1e6), '['.repeat(1e6), '1'.repeat(1e6) + 'x', '1,'.repeat(2e5), 'tensor('.repeat(1e5)]) parsePrintout(long);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void parseNpy(bytes)));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void parseNpy(Uint8Array.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, ...bytes]))));
  });

  it('printed in full reads back as the same numbers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DTYPES), fc.array(fc.double(), { minLength: 1, maxLength: 30 }), fc.constantFrom('list', 'tensor', 'lines', 'array'), (dtype, doubles, style) => {
        const numbers = doubles.map((x) => roundToDtype(dtype, x));
        const texts = numbers.map(pythonRepr);
        const text = style === 'lines' ? texts.join('\n') : style === 'list' ? `[${texts.join(', ')}]` : style === 'tensor' ? `tensor([${texts.join(', ')}])` : `[${texts.join(' ')}]`;
        expect(valuesIn(text)).toEqual([numbers]);
      }),
    );
  });
});
