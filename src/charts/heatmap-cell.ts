export interface HeatmapCell {
  readonly row: number;
  readonly column: number;
}
