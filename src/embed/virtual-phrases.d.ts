declare module 'virtual:phrases' {
  /** The phrases of the text that set a figure, in its order. Made by scripts/phrases.ts. */
  const phrases: readonly { readonly figure: string; readonly set: string; readonly words: string }[];
  export default phrases;
}
