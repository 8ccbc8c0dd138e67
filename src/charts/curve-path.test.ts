import { describe, expect, it } from 'vitest';
import { bandPath, linePath, nearestPlace, readoutPlaces } from './curve-path';

const plane = { x: { from: 1, to: 16, length: 40 }, y: { from: 1, to: 100, length: 20 } };

describe('curve paths', () => {
  it('draws a line through its points, y upwards', () => {
    expect(linePath(plane, [{ x: 1, y: 1 }, { x: 4, y: 10 }, { x: 16, y: 100 }])).toBe('M0,20L20,10L40,0');
  });
  it('leaves a gap where there is no value above 0', () => {
    expect(linePath(plane, [{ x: 1, y: 1 }, { x: 2, y: 0 }, { x: 4, y: 10 }, { x: 16, y: 100 }])).toBe('M0,20ZM20,10L40,0');
  });
  it('takes a band whose lower end is 0 down to the axis', () => {
    expect(bandPath(plane, [{ x: 1, y: 3, low: 0, high: 10 }, { x: 16, y: 3, low: 1, high: 100 }])).toBe('M0,10L40,0L40,20L0,20Z');
  });
  it('draws nothing where there is nothing', () => {
    expect(linePath(plane, [])).toBe('');
    expect(bandPath(plane, [{ x: 1, y: 1 }])).toBe('');
  });
});

describe('the readout', () => {
  it('stands at every x that a series has, nearest on the logarithmic axis', () => {
    const places = readoutPlaces([{ points: [{ x: 4, y: 1 }, { x: 1, y: 1 }] }, { points: [{ x: 4, y: 1 }, { x: 16, y: 1 }] }]);
    expect(places).toEqual([1, 4, 16]);
    expect(nearestPlace(places, 1.9)).toBe(0);
    expect(nearestPlace(places, 7.9)).toBe(1);
    expect(nearestPlace([], 3)).toBe(-1);
  });
});
