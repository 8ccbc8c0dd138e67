import { formatCount } from '../lib/words';

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  /** Whole numbers only. */
  readonly integer?: boolean;
}

export interface ClampedNumber {
  readonly value: number;
  /** One sentence for the reader if the number was changed; null if not. */
  readonly notice: string | null;
}

/** Clamps a typed number; null if the text is not a number. */
export function clampNumber(text: string, label: string, { min, max, integer = false }: NumberRange): ClampedNumber | null {
  const trimmed = text.trim();
  const asked = Number(trimmed);
  if (trimmed === '' || Number.isNaN(asked)) return null;
  const whole = integer && Number.isFinite(asked) ? Math.round(asked) : asked;
  const value = Math.min(max, Math.max(min, whole));
  if (value === asked) return { value, notice: null };
  if (value === whole) return { value, notice: `${label} takes whole numbers: ${trimmed} became ${formatCount(value)}.` };
  return { value, notice: `${label} goes from ${formatCount(min)} to ${formatCount(max)}: ${trimmed} became ${formatCount(value)}.` };
}
