import { createContext, useContext } from 'react';

/** Height of a figure's picture in CSS pixels where it is given, as on a stage; null where a picture is as high as suits its width. */
export const RoomContext = createContext<number | null>(null);

export function useRoom(): number | null {
  return useContext(RoomContext);
}

/** How many times as large a drawing that needs so many pixels is drawn to fill its room; 1 where no room is given. */
export function roomScale(room: number | null, width: number, needs: { readonly width: number; readonly height: number }): number {
  return room === null ? 1 : Math.max(1, Math.min(room / needs.height, width / needs.width));
}
