import { useId } from 'react';
import { formatCount } from '../../lib/words';
import { FIGURE_SETTINGS } from '../../share/figure-settings';
import slider from '../../ui/slider.module.css';
import styles from './sum-of-three.module.css';

interface ZoomControlProps {
  readonly zoom: number;
  readonly onChange: (zoom: number) => void;
}

const { min, max } = FIGURE_SETTINGS['sum-of-three'].zoom;

/** How much of the number line is in sight: from single float32 numbers to the whole way to zero. */
export function ZoomControl({ zoom, onChange }: ZoomControlProps) {
  const id = useId();
  const text = zoom === max ? 'as far as zero' : `±${formatCount(2 ** zoom)} ulp`;
  return (
    <div className={styles.zoom} data-control>
      <label htmlFor={id}>Lines show</label>
      <input id={id} type="range" className={slider.range} min={min} max={max} step={1} value={zoom} aria-valuetext={text} onChange={(event) => onChange(event.target.valueAsNumber)} />
      <span aria-hidden="true">{text}</span>
    </div>
  );
}
