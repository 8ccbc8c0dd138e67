import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasIndex, indexRanges, indicesOf } from '../linear/index-ranges';
import { rowClasses, tilingProblem } from './row-classes';

const N = 5;
const indices = (most: number) => fc.uniqueArray(fc.nat(most), { minLength: 1, maxLength: most + 1 }).map((some) => indexRanges(some.sort((a, b) => a - b)));

describe('the rows of a call', () => {
  it('are classed by the tiles that name them, and covered once exactly where one tile names each output', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ rows: indices(6), columns: indices(N - 1) }), { maxLength: 6 }), (tiles) => {
        const classes = rowClasses(7, tiles);
        const tilesOf = (row: number): number[] => [...tiles.keys()].filter((tile) => hasIndex(tiles[tile]!.rows, row));
        expect(classes.flatMap(({ rows }) => [...indicesOf(rows)]).sort()).toEqual([...Array(7).keys()].filter((row) => tilesOf(row).length > 0));
        expect(classes.map(({ rows }) => rows[0]![0])).toEqual(classes.map(({ rows }) => rows[0]![0]).sort());
        expect(new Set(classes.map(({ tiles: its }) => JSON.stringify(its))).size).toBe(classes.length);
        for (const one of classes) {
          for (const row of indicesOf(one.rows)) expect(tilesOf(row)).toEqual(one.tiles);
          const times = Array.from({ length: N }, (_, j) => one.tiles.filter((tile) => hasIndex(tiles[tile]!.columns, j)).length);
          const problem = tilingProblem(one, tiles, N);
          if (times.every((count) => count === 1)) expect(problem).toBeNull();
          else expect(times[problem!.column]).toBe(problem!.kind === 'missing' ? 0 : times[problem!.column]);
          if (problem?.kind === 'twice') expect(problem.tiles.every((tile) => hasIndex(tiles[tile]!.columns, problem.column) && one.tiles.includes(tile))).toBe(true);
          if (problem?.kind === 'missing') expect([problem.column, problem.more + 1]).toEqual([times.indexOf(0), times.filter((count) => count === 0).length]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
