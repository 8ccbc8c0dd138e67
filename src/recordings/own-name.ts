/** Names of readers' own files begin so; none of the gallery's does. */
export const OWN_PREFIX = 'own-';

/** Whether a recording is a file that a reader brought, by its name. */
export function isOwnName(name: string): boolean {
  return name.startsWith(OWN_PREFIX);
}
