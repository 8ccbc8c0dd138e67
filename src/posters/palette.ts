import { coarseRamp, rampColours } from '../charts/heatmap-colours';

/** The theme's properties that drawings use: `--ink` and so on as #rrggbb, `--text-mark` and so on in pixels. */
export type Palette = ReadonlyMap<string, string>;

const PIXELS_PER_REM = 16;

/** The properties that the first rule with this selector sets to a value of this form. */
function setBy(css: string, selector: string, form: RegExp): [name: string, value: string][] {
  const start = css.indexOf(`${selector} {`);
  const rule = start < 0 ? '' : css.slice(start, css.indexOf('}', start));
  return [...rule.matchAll(form)].map(([, name = '', value = '']) => [name, value]);
}

/** The light and dark palettes from the text of src/ui/theme.css, with the ramp of differences. */
export function palettesOf(theme: string): { readonly light: Palette; readonly dark: Palette } {
  const sizes = setBy(theme, ':root', /(--text-(?:mark|tick|small)): ([\d.]+)rem;/g).map(([name, rem]): [string, string] => [name, `${PIXELS_PER_REM * Number(rem)}px`]);
  const [light, dark] = [":root[data-theme='light']", ":root[data-theme='dark']"].map((selector) => withRamp(new Map(setBy(theme, selector, /(--[\w-]+): (#[0-9a-f]{6});/g)), sizes));
  return { light: light!, dark: dark! };
}

function withRamp(colours: Palette, sizes: readonly [string, string][]): Palette {
  const ramp = rampColours((name) => valueIn(colours, name));
  return new Map([...colours, ...coarseRamp(ramp), ...sizes]);
}

/** @throws if the palette has nothing under this name */
export function valueIn(palette: Palette, name: string): string {
  const value = palette.get(name);
  if (value === undefined) throw new Error(`The theme has nothing called ${name}.`);
  return value;
}
