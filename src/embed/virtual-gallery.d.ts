declare module 'virtual:gallery' {
  /** Loads each file's text, by file name. Made by scripts/gallery-files.ts. */
  const files: Readonly<Record<string, () => Promise<string>>>;
  export default files;
}
