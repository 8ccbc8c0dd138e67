import { SettingRadios, SettingSelect } from '../../figure-parts/setting-controls/setting-choice';
import { SettingFlag } from '../../figure-parts/setting-controls/setting-flag';
import { SettingNumber } from '../../figure-parts/setting-controls/setting-number';
import { FLIPS_NETWORK } from '../../share/figure-settings';
import type { Settings } from '../../share/settings';
import { SETTINGS } from '../../share/settings';
import { useSettings } from '../../store/use-part';
import styles from './network.module.css';

type Size = Pick<Settings, 'netWidth' | 'netDepth'>;

/** The network that each view begins with. */
const BEGINS: Readonly<Record<Settings['netView'], Size>> = {
  layers: { netWidth: SETTINGS.netWidth.initial, netDepth: SETTINGS.netDepth.initial },
  flips: FLIPS_NETWORK,
};

/** The view and the size of the network, which stays if the reader has set it. */
export function NetworkControls() {
  const { netView, ...size } = useSettings('netView', 'netWidth', 'netDepth');
  const asBegun = (Object.keys(size) as (keyof Size)[]).every((key) => size[key] === BEGINS[netView][key]);
  return (
    <>
      <SettingRadios of="netView" hideLegend names={{ layers: 'layer by layer', flips: 'how often it flips' }} also={(to) => (asBegun ? BEGINS[to] : {})} />
      <div className={styles.size}>
        <SettingNumber of="netWidth" slider="log" />
      </div>
      <div className={styles.size}>
        <SettingNumber of="netDepth" slider="linear" />
      </div>
    </>
  );
}

/** The rest of the network, its numbers, and the library whose orders it uses. */
export function FurtherNetworkControls() {
  const { netView } = useSettings('netView');
  return (
    <div className={styles.controls}>
      <SettingSelect of="pattern" label="Orders" />
      <SettingNumber of="netBatch" />
      <SettingRadios of="netActivation" />
      <SettingRadios of="netStart" />
      <SettingRadios of="netBetween" label="Kept between layers as" />
      <SettingFlag of="netResidual" label="Residual: each layer adds its input" />
      <SettingNumber of="seed" />
      {netView === 'flips' && <SettingNumber of="netInputs" label="Random inputs" />}
    </div>
  );
}
