/** A text in which code stands between backticks. */
export function MarkedText({ children }: { readonly children: string }) {
  return children.split('`').map((piece, i) => (i % 2 === 0 ? piece : <code key={i}>{piece}</code>));
}
