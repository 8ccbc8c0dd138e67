export interface NumberRange {
  readonly min: number;
  readonly max: number;
  /** Whole numbers only. */
  readonly integer?: boolean;
}

export interface ClampedNumber {
  readonly value: number;
  /** One sentence for the reader where the number is not the one that was asked for; null where it is. */
  readonly notice: string | null;
}

/** Brings what a reader typed into range; null where it is no number at all. */
export function clampNumber(text: string, label: string, { min, max, integer = false }: NumberRange): ClampedNumber | null {
  const trimmed = text.trim();
  const asked = Number(trimmed);
  if (trimmed === '' || Number.isNaN(asked)) return null;
  const whole = integer && Number.isFinite(asked) ? Math.round(asked) : asked;
  const value = Math.min(max, Math.max(min, whole));
  if (value === asked) return { value, notice: null };
  if (value === whole) return { value, notice: `${label} takes whole numbers: ${trimmed} became ${value}.` };
  return { value, notice: `${label} goes from ${min} to ${max}: ${trimmed} became ${value}.` };
}
