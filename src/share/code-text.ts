/** Text of readers inside code of other languages: each function's result can't end the place that it is written into. */

/** Characters at which some language ends a line, and those that no attribute needs. */
// eslint-disable-next-line no-control-regex -- naming them is the purpose
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

/**
 * ` name="text"` for HTML and for JSX, which reads the same entities; control characters and line ends become spaces, so
 * that it stays on one line even where reStructuredText cuts lines.
 */
export function attribute(name: string, text: string): string {
  return ` ${name}="${text.replace(BREAKS, ' ').replace(/[&"<>]/g, (sign) => ENTITIES[sign]!)}"`;
}

/** Text between tags of HTML. */
export function htmlText(text: string): string {
  return text.replace(BREAKS, ' ').replace(/[&<>]/g, (sign) => ENTITIES[sign]!);
}

/** A string of Python or JavaScript, with its quotes: both read what JSON writes. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(BREAKS, (signs) => [...signs].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''));
}

/** Text of Markdown, as the description of a picture: every sign that could mean something is escaped. */
export function markdownText(text: string): string {
  return text.replace(BREAKS, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** An address between the round brackets of a Markdown link; `address` is a normalised URL, which has no spaces. */
export function markdownAddress(address: string): string {
  return address.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
}
