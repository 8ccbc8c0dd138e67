export interface CurvePoint {
  readonly x: number;
  /** Zero and negative values have no place on a logarithmic axis: the line has a gap there. */
  readonly y: number;
  /** The band round the line, where there is one. */
  readonly low?: number;
  readonly high?: number;
}

export interface CurveSeries {
  readonly id: string;
  /** Short: it is written at the end of the line. */
  readonly label: string;
  /** A CSS colour, as a rule var(--order-N). */
  readonly colour: string;
  /** In ascending x; more may arrive. */
  readonly points: readonly CurvePoint[];
  /** A bound is dashed and thin. */
  readonly kind?: 'measured' | 'bound';
  /** The one that the figure is about. */
  readonly strong?: boolean;
}
