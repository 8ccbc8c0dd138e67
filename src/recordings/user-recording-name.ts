/** Prefix of the names of readers' own files, and of none in the gallery. */
export const USER_RECORDING_PREFIX = 'own-';

/** Whether a name is that of a reader's own file. */
export function isUserRecordingName(name: string): boolean {
  return name.startsWith(USER_RECORDING_PREFIX);
}

/** The name of a reader's own file, without its extension; null for a recording of the gallery. */
export function userFileName(name: string): string | null {
  return isUserRecordingName(name) ? name.slice(USER_RECORDING_PREFIX.length).replace(/-\d+$/, '') : null;
}
