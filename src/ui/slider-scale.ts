export type SliderScale = 'linear' | 'log';

/** Steps of a logarithmic range input: the slider reaches every 2ⁿ, and the field beside it every whole number up to 4096. */
const LOG_STEPS = 960;

/** The range input's internal numbers for a slider from min to max. */
export interface SliderTrack {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  toPosition(value: number): number;
  toValue(position: number): number;
}

/** A linear slider's track is its values; a logarithmic one's is even steps of the logarithm, rounded to multiples of `step`. */
export function sliderTrack(min: number, max: number, step: number, scale: SliderScale): SliderTrack {
  if (scale === 'linear') return { min, max, step, toPosition: (value) => value, toValue: (position) => position };
  const span = Math.log(max / min);
  return {
    min: 0,
    max: LOG_STEPS,
    step: 1,
    toPosition: (value) => Math.round((LOG_STEPS * Math.log(value / min)) / span),
    toValue: (position) => {
      const value = min * Math.exp((span * position) / LOG_STEPS);
      return Math.min(max, Math.max(min, Math.round(value / step) * step));
    },
  };
}

/**
 * Where a key moves a logarithmic slider: arrows to the next multiple of `step` or by a sixteenth, whichever is more;
 * Page keys double and halve. Null for keys that the browser handles.
 */
export function keyedValue(value: number, key: string, min: number, max: number, step: number): number | null {
  const clamp = (to: number): number => Math.min(max, Math.max(min, Math.round(to / step) * step));
  const stride = Math.max(step, value / 16);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return clamp(value + stride);
    case 'ArrowLeft':
    case 'ArrowDown':
      return clamp(value - stride);
    case 'PageUp':
      return clamp(value * 2);
    case 'PageDown':
      return clamp(value / 2);
    default:
      return null;
  }
}
