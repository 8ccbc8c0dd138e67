import { hasIndex } from '../linear/index-ranges';
import type { Recording } from '../recordings/recording';

/** A recording without the rows that only its digests prove: every order of every call is left, at little work. */
export function rowsWithBits(recording: Recording): Recording {
  const { calls, outputs } = recording;
  return {
    ...recording,
    calls: calls.map(({ batch, classes }) => ({
      batch,
      digest: null,
      classes: classes.map(({ rows, plan }) => ({ plan, rows: outputs.flatMap((output) => (output.batch === batch && hasIndex(rows, output.row) ? [[output.row, output.row] as const] : [])) })),
    })),
  };
}
