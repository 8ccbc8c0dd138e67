/** What an error says, to be the end of a sentence: on one line, without a full stop of its own. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().replace(/\s+/g, ' ').replace(/\.+$/, '');
}
