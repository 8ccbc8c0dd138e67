/** A query string without `?` from names and texts, as readable as a URL allows: orders are full of `,` `:` `;` `(`. */
export function queryText(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, text]) => `${name}=${escaped(text)}`).join('&');
}

/** Pasted text can contain lone surrogates, which no URL can carry. */
function escaped(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/%2C|%3A|%3B/g, decodeURIComponent);
}

/** Names and texts of an untrusted query string, with or without `?`; the first of two equal names counts. Never throws. */
export function pairsOf(query: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const pair of query.replace(/^\?/, '').split('&')) {
    const equals = pair.indexOf('=');
    if (equals < 0) continue;
    const name = unescaped(pair.slice(0, equals));
    if (!pairs.has(name)) pairs.set(name, unescaped(pair.slice(equals + 1)));
  }
  return pairs;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // A lone percent sign: take the text as it is.
    return text;
  }
}
