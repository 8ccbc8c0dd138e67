import { RAMP_STEPS, RAMP_ZERO, rampTable } from '../charts/heatmap-colours';

/** The theme's colours by name, `--ink` and so on, as #rrggbb. */
export type Palette = ReadonlyMap<string, string>;

/** The colours that the first rule with this selector sets; none where there is no such rule. */
function coloursOf(css: string, selector: string): Palette {
  const start = css.indexOf(`${selector} {`);
  const rule = start < 0 ? '' : css.slice(start, css.indexOf('}', start));
  return new Map([...rule.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

/** Light and dark of src/ui/theme.css, from its text, with the ramp of differences. */
export function palettesOf(theme: string): { readonly light: Palette; readonly dark: Palette } {
  const [light, dark] = [":root[data-theme='light']", ":root[data-theme='dark']"].map((selector) => withRamp(coloursOf(theme, selector)));
  return { light: light!, dark: dark! };
}

/** Entries of the ramp that share one colour in a drawing: finer steps can't be told apart and cost an element each. */
const COARSE = 15;

/** The name of the colour of an entry of the ramp. */
export function rampName(index: number): string {
  const step = index - RAMP_ZERO;
  return `--ramp${step < 0 ? '-minus' : ''}-${Math.ceil(Math.abs(step) / COARSE)}`;
}

function withRamp(colours: Palette): Palette {
  const named = (name: string): string => {
    const value = colours.get(name);
    if (value === undefined) throw new Error(`The theme has no colour called ${name}.`);
    return value;
  };
  const table = rampTable({
    paper: named('--paper'),
    pending: named('--pending'),
    minusFaint: named('--minus-faint'),
    minusFull: named('--minus-full'),
    plusFaint: named('--plus-faint'),
    plusFull: named('--plus-full'),
  });
  const ramp = [-1, 1].flatMap((sign) =>
    Array.from({ length: RAMP_STEPS / COARSE }, (_, i): [string, string] => {
      const index = RAMP_ZERO + sign * (i + 1) * COARSE;
      const bytes = table.subarray(4 * index, 4 * index + 3);
      return [rampName(index), `#${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`];
    }),
  );
  return new Map([...colours, ...ramp]);
}
