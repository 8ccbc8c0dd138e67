/** How an order looks in a figure: a colour that follows from the order, and a letter of the figure's own. */
export interface OrderMark {
  /** CSS values: the colour, and what is written on it. */
  readonly colour: string;
  readonly ink: string;
  /** "A", "B", … in the sequence in which the figure brings its orders up. */
  readonly letter: string;
  /** Another order of the figure has this colour too, since there are more orders than colours. */
  readonly repeated: boolean;
}
