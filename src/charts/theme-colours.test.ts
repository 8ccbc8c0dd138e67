import { expect, it } from 'vitest';
import { themeColours } from './theme-colours';

const THEME: Readonly<Record<string, string>> = { '--paper': ' #fff', '--order-0': '#0072b2' };
const valueOf = (property: string): string => THEME[property] ?? '';

it('reads the colours that it is asked for, short ones too', () => {
  expect(themeColours(['--paper', '--order-0'], valueOf)).toEqual({ '--paper': '#ffffff', '--order-0': '#0072b2' });
});

it('has none while any of them is missing, or is no colour', () => {
  expect(themeColours(['--paper', '--order-1'], valueOf)).toBeNull();
  expect(themeColours(['--paper'], () => 'light-dark(#fff, #000)')).toBeNull();
});
