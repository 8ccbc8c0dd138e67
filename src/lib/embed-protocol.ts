/** Kind and version of every message between an embed and the page around it; docs/embedding.md describes them. */
export const EMBED_NAME = 'batch-of-one';
export const EMBED_VERSION = 1;

/** What an embed's frame may do: run scripts, open links outside it and save pictures, but have no origin of its own. */
export const EMBED_SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads';
export const EMBED_PERMISSIONS = 'clipboard-write';

/** In CSS pixels, more than any figure needs on a phone. Messages with a larger height are ignored. */
export const MOST_EMBED_HEIGHT = 30_000;
