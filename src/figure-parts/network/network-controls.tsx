import type { ReactNode } from 'react';
import { useState } from 'react';
import { PATTERNS } from '../../orders/patterns';
import { SETTINGS } from '../../share/settings';
import { useSettings } from '../../store/use-store';
import { Checkbox } from '../../ui/checkbox';
import { Notice } from '../../ui/notice';
import { NumberField } from '../../ui/number-field';
import { RadioGroup } from '../../ui/radio-group';
import { SelectField } from '../../ui/select-field';
import { Slider } from '../../ui/slider';
import { Control } from '../../ui/control';
import { useSet } from '../use-set';
import styles from './network.module.css';

/** What stands folded away, by its names in links; `ninputs` is a figure's own. */
const FURTHER = ['nact', 'nstart', 'nkept', 'nres', 'seed', 'ninputs'];

/** The network, its numbers, and the library whose orders it takes. */
export function NetworkControls({ children }: { readonly children?: ReactNode }) {
  const settings = useSettings('netWidth', 'netDepth', 'pattern', 'netBatch', 'netActivation', 'netStart', 'netBetween', 'netResidual', 'seed');
  const set = useSet();
  const [clamped, setClamped] = useState<string | null>(null);
  const { netWidth, netDepth, netBatch, seed } = SETTINGS;
  return (
    <Control of={['nwidth', 'ndepth', 'pattern', 'nbatch', ...FURTHER]}>
      <div onInput={() => setClamped(null)}>
        <div className={styles.controls}>
          <Control of="nwidth">
            <div className={styles.across}>
              <Slider label="Width" value={settings.netWidth} min={netWidth.min} max={netWidth.max} scale="log" onChange={(value) => set({ netWidth: value })} onClamped={setClamped} />
            </div>
          </Control>
          <Control of="ndepth">
            <div className={styles.across}>
              <Slider label="Layers" value={settings.netDepth} min={netDepth.min} max={netDepth.max} onChange={(value) => set({ netDepth: value })} onClamped={setClamped} />
            </div>
          </Control>
          <Control of="pattern">
            <SelectField label="Orders" value={settings.pattern} options={PATTERNS.map(({ name, label }) => ({ value: name, label }))} onChange={(value) => set({ pattern: value })} />
          </Control>
          <Control of="nbatch">
            <NumberField label="Rows of the larger call" value={settings.netBatch} min={netBatch.min} max={netBatch.max} integer onChange={(value) => set({ netBatch: value })} onClamped={setClamped} />
          </Control>
        </div>
        <Control of={FURTHER}>
          <details className={styles.more}>
            <summary>Activation, numbers, seed</summary>
            <div className={styles.controls}>
              <Control of="nact">
                <RadioGroup
                  legend="Activation"
                  value={settings.netActivation}
                  options={[
                    { value: 'gelu', label: 'GELU' },
                    { value: 'relu', label: 'ReLU' },
                    { value: 'none', label: 'none' },
                  ]}
                  onChange={(value) => set({ netActivation: value })}
                />
              </Control>
              <Control of="nstart">
                <RadioGroup
                  legend="Weights and inputs"
                  value={settings.netStart}
                  options={[
                    { value: 'normal', label: 'normal' },
                    { value: 'torch', label: 'nn.Linear’s own' },
                  ]}
                  onChange={(value) => set({ netStart: value })}
                />
              </Control>
              <Control of="nkept">
                <RadioGroup
                  legend="Kept between layers as"
                  value={settings.netBetween}
                  options={[
                    { value: 'float32', label: 'float32' },
                    { value: 'bfloat16', label: 'bfloat16' },
                  ]}
                  onChange={(value) => set({ netBetween: value })}
                />
              </Control>
              <Control of="nres">
                <Checkbox label="Residual: each layer adds its input" checked={settings.netResidual} onChange={(value) => set({ netResidual: value })} />
              </Control>
              <Control of="seed">
                <NumberField label="Seed" value={settings.seed} min={seed.min} max={seed.max} integer onChange={(value) => set({ seed: value })} onClamped={setClamped} />
              </Control>
              {children}
            </div>
          </details>
        </Control>
        <Notice tone="quiet" message={clamped} />
      </div>
    </Control>
  );
}
