import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { formatCount, uncapital } from '../lib/words';

/**
 * What can carry a setting: the query of the page's URL; the part after its `#`, which no server receives; an embed's
 * address and the messages to it; or an embed's messages to the surrounding page.
 */
export type Scope = 'url' | 'fragment' | 'embed' | 'host';

/** A value read from text, and the end of a sentence if it is not quite what the text said (“was set to 4,096, …”). */
export interface Read<T> {
  readonly value: T;
  readonly adjusted?: string;
}

/** How one setting is kept, written and read. */
export interface Setting<T> {
  readonly label: string;
  readonly initial: T;
  /** Its name in links and messages. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Whether a change is a step in the browser's history; other settings are dragged or typed and replace the last step. */
  readonly step: boolean;
  print(value: T): string;
  /** Reads any text, and recovers exactly what `print` wrote. Never throws. */
  parse(text: string): Result<Read<T>, ParseError>;
}

/** A setting with a range, for sliders and number fields. */
export interface NumberSetting extends Setting<number> {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

export interface ChoiceSetting<T extends string> extends Setting<T> {
  readonly options: readonly T[];
}

interface SettingOptions {
  readonly name: string;
  readonly scopes?: readonly Scope[];
  readonly step?: boolean;
}

export const EVERYWHERE: readonly Scope[] = ['url', 'embed', 'host'];

function optionsOf({ name, scopes = EVERYWHERE, step = false }: SettingOptions): Pick<Setting<unknown>, 'name' | 'scopes' | 'step'> {
  return { name, scopes, step };
}

function numberSetting(label: string, initial: number, min: number, max: number, whole: boolean, options: SettingOptions): NumberSetting {
  const kind = whole ? 'a whole number' : 'a number';
  return {
    label,
    initial,
    min,
    max,
    whole,
    ...optionsOf(options),
    print: String,
    parse: (text) => {
      const value = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : NaN;
      if (Number.isNaN(value) || (whole && Number.isFinite(value) && !Number.isInteger(value))) return fail({ message: `is not ${kind}` });
      // `+ 0` turns −0 into 0.
      const inside = Math.min(Math.max(value, min), max) + 0;
      return ok(inside === value ? { value: inside } : { value: inside, adjusted: `was set to ${formatCount(inside)}: it goes from ${formatCount(min)} to ${formatCount(max)}` });
    },
  };
}

export function whole(label: string, initial: number, [min, max]: readonly [number, number], options: SettingOptions): NumberSetting {
  return numberSetting(label, initial, min, max, true, options);
}

export function real(label: string, initial: number, [min, max]: readonly [number, number], options: SettingOptions): NumberSetting {
  return numberSetting(label, initial, min, max, false, options);
}

export function choice<const T extends string>(label: string, initial: NoInfer<T>, options: readonly T[], how: SettingOptions): ChoiceSetting<T> {
  return {
    label,
    initial,
    options,
    ...optionsOf({ step: true, ...how }),
    print: (value) => value,
    parse: (text) => {
      const value = options.find((option) => option === text);
      return value === undefined ? fail({ message: `is none of ${options.join(', ')}` }) : ok({ value });
    },
  };
}

export function flag(label: string, initial: boolean, options: SettingOptions): Setting<boolean> {
  return {
    label,
    initial,
    ...optionsOf({ step: true, ...options }),
    print: (value) => (value ? '1' : '0'),
    parse: (text) => (text === '1' || text === '0' ? ok({ value: text === '1' }) : fail({ message: 'is neither 1 nor 0' })),
  };
}

/** Whole numbers, ascending, each once. */
export function wholes(label: string, initial: readonly number[], [min, max]: readonly [number, number], most: number, options: SettingOptions): Setting<readonly number[]> {
  return {
    label,
    initial,
    ...optionsOf(options),
    print: (values) => values.join(','),
    parse: (text) => {
      const parts = text.split(/[\s,]+/).filter((part) => part !== '');
      const numbers = parts.map((part) => (/^\d{1,10}$/.test(part) ? Number(part) : NaN));
      const inside = numbers.filter((value) => value >= min && value <= max);
      const good = [...new Set(inside)].sort((a, b) => a - b);
      if (good.length === 0) return fail({ message: `holds no whole number from ${min} to ${max}` });
      if (good.length <= most && inside.length === numbers.length) return ok({ value: good });
      return ok({ value: good.slice(0, most), adjusted: `was cut to ${good.slice(0, most).join(', ')}: at most ${most} whole numbers from ${formatCount(min)} to ${formatCount(max)}` });
    },
  };
}

/** A setting with its own text form, which `read` accepts and `print` writes canonically. */
export function written<T>(label: string, initial: T, read: (text: string) => Result<T, ParseError>, print: (value: T) => string, options: SettingOptions): Setting<T> {
  return {
    label,
    initial,
    ...optionsOf(options),
    print,
    parse: (text) => {
      const value = read(text);
      if (value.ok) return ok({ value: value.value });
      const { message, position } = value.error;
      const place = position === undefined ? '' : ` (character ${position + 1})`;
      return fail({ message: `can’t be read: ${uncapital(message).replace(/\.$/, '')}${place}` });
    },
  };
}

/** A word or a text that stands for itself. */
export function word(label: string, initial: string, read: (text: string) => Result<string, ParseError>, options: SettingOptions): Setting<string> {
  return written(label, initial, read, (text) => text, options);
}

/** The same setting with another first value, for a figure that starts differently. */
export function startingAt<T, S extends Setting<T>>(setting: S & Setting<T>, initial: T): S {
  return { ...setting, initial };
}
