/** A text from elsewhere as Markdown that shows it: nothing in it makes a link, a heading, a table or HTML. */
export function markdownText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~@&$]/g, '\\$&');
}
