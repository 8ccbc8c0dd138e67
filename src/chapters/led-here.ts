/** Event on a figure: another phrase leads to it now, and the way back is that one's. */
export const LED_HERE = 'ledhere';
