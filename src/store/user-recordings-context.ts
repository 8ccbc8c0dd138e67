import { createContext } from 'react';
import type { UserRecordings } from './user-recording';

/** The reader's recording; null where none can be brought. */
export const UserRecordingsContext = createContext<UserRecordings | null>(null);
