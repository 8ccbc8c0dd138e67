/** A sentence as it stands behind a colon: "Product 0 is named twice" → "product 0 is named twice". */
export function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
