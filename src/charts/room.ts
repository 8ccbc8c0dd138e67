import { createContext, useContext } from 'react';

/** Height of a figure's picture in CSS pixels where it is given, as on a stage; null where a picture is as high as suits its width. */
export const RoomContext = createContext<number | null>(null);

export function useRoom(): number | null {
  return useContext(RoomContext);
}
