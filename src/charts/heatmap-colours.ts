/** All colours of a heatmap, as #rrggbb. Values off the scale, and infinities, get the full colours. */
export interface RampColours {
  /** Zero: equal bits. */
  readonly paper: string;
  /** NaN: not computed yet. */
  readonly pending: string;
  readonly minusFaint: string;
  readonly minusFull: string;
  readonly plusFaint: string;
  readonly plusFull: string;
}

const PROPERTIES = {
  paper: '--paper',
  pending: '--pending',
  minusFaint: '--minus-faint',
  minusFull: '--minus-full',
  plusFaint: '--plus-faint',
  plusFull: '--plus-full',
} as const satisfies Record<keyof RampColours, string>;

/** The theme's custom properties that the ramp is made from. */
export const RAMP_PROPERTIES: readonly string[] = Object.values(PROPERTIES);

/** The ramp's colours from the values of these properties, each #rrggbb. */
export function rampColours(valueOf: (property: string) => string): RampColours {
  return Object.fromEntries(Object.entries(PROPERTIES).map(([name, property]) => [name, valueOf(property)])) as unknown as RampColours;
}

/** Colours on each side of zero. */
export const RAMP_STEPS = 255;
export const RAMP_PENDING = 2 * RAMP_STEPS + 1;
export const RAMP_ZERO = (RAMP_PENDING - 1) / 2;

/**
 * The ramp entry of a difference: −full … −faint, paper, +faint … +full, pending.
 *
 * The scale is the signed square root of |d| / limit. A linear scale hides the many small differences behind the largest
 * one; a logarithm needs a second parameter and makes 1 ulp and 100 ulp look alike. The scale jumps at zero: only exactly
 * 0 is paper and even the smallest difference is visibly tinted, since the map is there to show where bits are equal.
 * Differences beyond the limit, and infinities, get the full colour.
 */
export function rampIndex(difference: number, limit: number): number {
  if (difference === 0) return RAMP_ZERO;
  if (Number.isNaN(difference)) return RAMP_PENDING;
  const share = limit > 0 ? Math.min(1, Math.sqrt(Math.abs(difference) / limit)) : 1;
  const step = Math.max(1, Math.ceil(share * RAMP_STEPS));
  return difference < 0 ? RAMP_ZERO - step : RAMP_ZERO + step;
}

type Triple = readonly [number, number, number];

function linearRgb(hex: string): Triple {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Björn Ottosson's perceptually uniform OKLab (2020). */
function oklab(hex: string): Triple {
  const [r, g, b] = linearRgb(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function rgb([L, a, b]: Triple): Triple {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const byte = (value: number): number => 255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
  return [
    byte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    byte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    byte(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** The ramp as RGBA bytes, indexed by `rampIndex`. */
export function rampTable(colours: RampColours): Uint8ClampedArray {
  const table = new Uint8ClampedArray(4 * (RAMP_PENDING + 1));
  const put = (index: number, [r, g, b]: Triple): void => table.set([r, g, b, 255], 4 * index);
  const side = (sign: 1 | -1, faint: Triple, full: Triple): void => {
    for (let step = 1; step <= RAMP_STEPS; step++) {
      const t = (step - 1) / (RAMP_STEPS - 1);
      const mix = (i: 0 | 1 | 2): number => faint[i] + t * (full[i] - faint[i]);
      put(RAMP_ZERO + sign * step, rgb([mix(0), mix(1), mix(2)]));
    }
  };
  side(-1, oklab(colours.minusFaint), oklab(colours.minusFull));
  side(1, oklab(colours.plusFaint), oklab(colours.plusFull));
  put(RAMP_ZERO, rgb(oklab(colours.paper)));
  put(RAMP_PENDING, rgb(oklab(colours.pending)));
  return table;
}

/** Colours, each #rrggbb, as RGBA bytes. */
export function colourTable(colours: readonly string[]): Uint8ClampedArray {
  return Uint8ClampedArray.from(colours.flatMap((colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).concat(255)));
}

/** Ramp steps that share a colour in a vector drawing: finer steps look the same and would cost a shape each. */
const COARSE = 15;

/** A difference's colour in such a drawing; null for paper. */
export function coarseColour(difference: number, limit: number): string | null {
  const index = rampIndex(difference, limit);
  return index === RAMP_ZERO || index === RAMP_PENDING ? null : `var(${coarseProperty(index)})`;
}

/** The custom property that holds a ramp entry's colour in such a drawing. */
export function coarseProperty(index: number): string {
  const step = index - RAMP_ZERO;
  return `--ramp${step < 0 ? '-minus' : ''}-${Math.ceil(Math.abs(step) / COARSE)}`;
}

/** All of these properties, each with its colour as #rrggbb. */
export function coarseRamp(colours: RampColours): [property: string, colour: string][] {
  const table = rampTable(colours);
  return [-1, 1].flatMap((sign) =>
    Array.from({ length: RAMP_STEPS / COARSE }, (_, i): [string, string] => {
      const index = RAMP_ZERO + sign * (i + 1) * COARSE;
      const bytes = table.subarray(4 * index, 4 * index + 3);
      return [coarseProperty(index), `#${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`];
    }),
  );
}
