/** One cell of the heatmap. */
export interface HeatmapCell {
  readonly row: number;
  readonly column: number;
}
