/** The encoding given by a file's byte order mark; null if there is none or it is unknown. */
export function markedEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // FF FE followed by two zeros is the UTF-32 mark.
  return a === 0xff && b === 0xfe && !(c === 0 && d === 0) ? 'utf-16le' : null;
}

/** A file's text without its byte order mark. No mark means UTF-8; PowerShell’s `>` writes UTF-16 with a mark. */
export function fileText(bytes: Uint8Array): string {
  return new TextDecoder(markedEncoding(bytes) ?? 'utf-8').decode(bytes);
}
