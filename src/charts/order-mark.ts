/** How an order looks in a figure: a colour that follows from the order, and a letter that the figure assigns. */
export interface OrderMark {
  /** CSS values: the colour, and the colour of text on it. */
  readonly colour: string;
  readonly ink: string;
  /** "A", "B", … in the sequence in which the figure first uses its orders. */
  readonly letter: string;
  /** Another order of the figure has the same colour, since there are more orders than colours. */
  readonly repeated: boolean;
}
