export interface CurvePoint {
  readonly x: number;
  /** A value that is not above 0 has no place on a logarithmic axis: the line has a gap there. */
  readonly y: number;
  /** The band round the line, where there is one. */
  readonly low?: number;
  readonly high?: number;
}

export interface CurveSeries {
  readonly id: string;
  /** Short: it stands at the end of the line. */
  readonly label: string;
  /** A CSS colour, as a rule var(--order-N). */
  readonly colour: string;
  /** By rising x; may grow. */
  readonly points: readonly CurvePoint[];
  /** A bound is dashed and thin. */
  readonly kind?: 'measured' | 'bound';
}
