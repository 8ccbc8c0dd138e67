import type { ReactNode } from 'react';
import { Control } from '../../ui/control';
import { SettingRadios, SettingSelect } from '../setting-controls/setting-choice';
import { SettingFlag } from '../setting-controls/setting-flag';
import { SettingNumber } from '../setting-controls/setting-number';
import styles from './network.module.css';

/** The folded settings, by their names in links; `ninputs` belongs to one figure. */
const FURTHER = ['nact', 'nstart', 'nkept', 'nres', 'seed', 'ninputs'];

/** The network, its numbers, and the library whose orders it uses. */
export function NetworkControls({ children }: { readonly children?: ReactNode }) {
  return (
    <Control of={['nwidth', 'ndepth', 'pattern', 'nbatch', ...FURTHER]}>
      <div>
        <div className={styles.controls}>
          <Control of="nwidth">
            <div className={styles.across}>
              <SettingNumber of="netWidth" slider="log" />
            </div>
          </Control>
          <Control of="ndepth">
            <div className={styles.across}>
              <SettingNumber of="netDepth" slider="linear" />
            </div>
          </Control>
          <SettingSelect of="pattern" label="Orders" />
          <SettingNumber of="netBatch" />
        </div>
        <Control of={FURTHER}>
          <details className={styles.more}>
            <summary>Activation, numbers, seed</summary>
            <div className={styles.controls}>
              <SettingRadios of="netActivation" />
              <SettingRadios of="netStart" />
              <SettingRadios of="netBetween" label="Kept between layers as" />
              <SettingFlag of="netResidual" label="Residual: each layer adds its input" />
              <SettingNumber of="seed" />
              {children}
            </div>
          </details>
        </Control>
      </div>
    </Control>
  );
}
