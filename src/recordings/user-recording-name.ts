/** Names of readers' own files begin so; none of the gallery's does. */
export const USER_RECORDING_PREFIX = 'own-';

/** Whether a recording is a file that a reader brought, by its name. */
export function isUserRecordingName(name: string): boolean {
  return name.startsWith(USER_RECORDING_PREFIX);
}

/** The name of the file, without its ending, that a reader brought; null for a recording of the gallery. */
export function userFileName(name: string): string | null {
  return isUserRecordingName(name) ? name.slice(USER_RECORDING_PREFIX.length).replace(/-\d+$/, '') : null;
}
