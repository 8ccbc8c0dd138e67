declare module 'virtual:gallery' {
  /** What loads a file's text, by its name. Made by scripts/gallery-files.ts. */
  const files: Readonly<Record<string, () => Promise<string>>>;
  export default files;
}
