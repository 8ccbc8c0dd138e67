/** Anchors of the chapters, in order. Kept apart from src/chapters/chapters.ts, which needs the build to be read. */
export const CHAPTER_IDS = ['five-lines', 'three-numbers', 'every-addition', 'why-the-order', 'whole-layer', 'growth', 'tolerance', 'does-it-matter', 'remedies', 'your-machine'];
