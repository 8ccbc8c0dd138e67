import { useId } from 'react';
import slider from '../../ui/slider.module.css';
import { LEAST_ZOOM, MOST_ZOOM } from './line-ticks';
import styles from './sum-of-three.module.css';

interface ZoomControlProps {
  readonly zoom: number;
  readonly onChange: (zoom: number) => void;
}

/** How much of the number line is in sight: from single float32 numbers to the way to zero. */
export function ZoomControl({ zoom, onChange }: ZoomControlProps) {
  const id = useId();
  const text = zoom === MOST_ZOOM ? 'as far as zero' : `±${(2 ** zoom).toLocaleString('en-US')} ulp`;
  return (
    <div className={styles.zoom} data-control>
      <label htmlFor={id}>Lines show</label>
      <input id={id} type="range" className={slider.range} min={LEAST_ZOOM} max={MOST_ZOOM} step={1} value={zoom} aria-valuetext={text} onChange={(event) => onChange(event.target.valueAsNumber)} />
      <span aria-hidden="true">{text}</span>
    </div>
  );
}
