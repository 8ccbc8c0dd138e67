/** Escapes readers' text for code in other languages: no result can break out of the place it is written into. */

/** Characters that end a line in some language, and those that no attribute needs. */
// eslint-disable-next-line no-control-regex -- naming them is the purpose
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

/**
 * ` name="text"` for HTML and for JSX, which reads the same entities. Control characters and line ends become spaces, so
 * that it stays on one line even by reStructuredText's rules.
 */
export function attribute(name: string, text: string): string {
  return ` ${name}="${text.replace(BREAKS, ' ').replace(/[&"<>]/g, (sign) => ENTITIES[sign]!)}"`;
}

/** Text between HTML tags. */
export function htmlText(text: string): string {
  return text.replace(BREAKS, ' ').replace(/[&<>]/g, (sign) => ENTITIES[sign]!);
}

/** A string literal for Python or JavaScript: both read what JSON writes. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(BREAKS, (signs) => [...signs].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''));
}

/** Markdown text, such as a picture's description: every character that could have a meaning is escaped. */
export function markdownText(text: string): string {
  return text.replace(BREAKS, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** An address inside the parentheses of a Markdown link; `address` is a normalised URL, which has no spaces. */
export function markdownAddress(address: string): string {
  return address.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
}
