import { describe, expect, it } from 'vitest';
import fixture from './fixtures/tolerance.json';
import { fromBits } from './float32';
import { DEFAULT_TOLERANCES, isClose, toleranceVerdict } from './tolerance';

type Dtype = 'float32' | 'float64';
const elements = fixture.elements as [Dtype, string, string, number, number, number, number, number][];
const defaults = fixture.defaults as [string, string, string, number][];

function read(hex: string): number {
  if (hex.length === 8) return fromBits(parseInt(hex, 16));
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}

describe('isClose', () => {
  it('decides as numpy.isclose and torch.allclose, on the limit and beside it', () => {
    const differing = elements.filter(([arithmetic, a, b, rtol, atol, equalNan, byNumpy, byTorch]) => {
      const close = isClose(read(a), read(b), { rtol, atol, equalNan: equalNan === 1, arithmetic });
      return close !== (byNumpy === 1) || close !== (byTorch === 1);
    });
    expect(differing).toEqual([]);
  });

  it('needs the arithmetic of the library to do so', () => {
    const differing = elements.filter(([dtype, a, b, rtol, atol, equalNan, byNumpy]) => {
      const close = isClose(read(a), read(b), { rtol, atol, equalNan: equalNan === 1 });
      return dtype === 'float32' && close !== (byNumpy === 1);
    });
    expect(differing.length).toBeGreaterThan(0);
  });

  it('is not symmetric', () => {
    const tolerance = { rtol: 0.1, atol: 0 };
    expect(isClose(9, 10, tolerance)).toBe(true);
    expect(isClose(10, 9, tolerance)).toBe(false);
  });
});

describe('DEFAULT_TOLERANCES', () => {
  it('passes and fails what the libraries pass and fail without arguments', () => {
    const differing = defaults.filter(([id, a, b, close]) => {
      const tolerance = DEFAULT_TOLERANCES.find((entry) => entry.id === id);
      return tolerance === undefined || isClose(read(a), read(b), tolerance) !== (close === 1);
    });
    expect(differing).toEqual([]);
    expect(new Set(defaults.map(([id]) => id))).toEqual(new Set(DEFAULT_TOLERANCES.map(({ id }) => id)));
  });
});

describe('toleranceVerdict', () => {
  it('counts failures and names the worst element', () => {
    const verdict = toleranceVerdict([1, 2, 3.5, 4.25], [1, 2, 3, 4], { rtol: 0, atol: 0.125 });
    expect(verdict).toEqual({ close: false, failing: 2, worstIndex: 2, worstExcess: 0.375 });
  });

  it('says by how much the nearest one passes', () => {
    const verdict = toleranceVerdict(Float32Array.of(1, 2), Float32Array.of(1, 2.25), { rtol: 0, atol: 0.5 });
    expect(verdict).toEqual({ close: true, failing: 0, worstIndex: 1, worstExcess: -0.25 });
  });

  it('puts what is not finite first', () => {
    const tolerance = { rtol: 0, atol: 1 };
    expect(toleranceVerdict([9, NaN], [0, 1], tolerance)).toEqual({ close: false, failing: 2, worstIndex: 1, worstExcess: Infinity });
    expect(toleranceVerdict([NaN], [NaN], { ...tolerance, equalNan: true }).close).toBe(true);
    expect(toleranceVerdict([Infinity], [Infinity], tolerance).close).toBe(true);
    expect(toleranceVerdict([Infinity], [-Infinity], { rtol: Infinity, atol: 0 }).close).toBe(false);
  });

  it('accepts no elements and refuses unequal lengths', () => {
    expect(toleranceVerdict([], [], { rtol: 0, atol: 0 })).toEqual({ close: true, failing: 0, worstIndex: -1, worstExcess: -Infinity });
    expect(() => toleranceVerdict([1], [], { rtol: 0, atol: 0 })).toThrow(RangeError);
  });
});
