import type { ComponentType } from 'react';
import { FigureLayout } from '../../figure-parts/figure-layout/figure-layout';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { useStale } from '../../figure-parts/request-state/use-stale';
import type { Settings } from '../../share/settings';
import { useExperiments, useSettings, useTask } from '../../store/use-part';
import { FlipsDetails, FlipsFinding, FlipsPicture } from './flips-view';
import { LayersDetails, LayersFinding, LayersPicture } from './layers-view';
import { FurtherNetworkControls, NetworkControls } from './network-controls';
import styles from './network.module.css';

interface View {
  readonly channel: 'depth' | 'flips';
  /** What is being computed. */
  readonly label: string;
  readonly Picture: ComponentType;
  readonly Finding: ComponentType;
  readonly Details: ComponentType;
}

const VIEWS: Readonly<Record<Settings['netView'], View>> = {
  layers: { channel: 'depth', label: 'Network', Picture: LayersPicture, Finding: LayersFinding, Details: LayersDetails },
  flips: { channel: 'flips', label: 'Inputs', Picture: FlipsPicture, Finding: FlipsFinding, Details: FlipsDetails },
};

/** What a network makes of the difference between two orders: layer by layer, and how often it changes the largest output. */
export default function DepthFigure() {
  useExperiments();
  const { netView } = useSettings('netView');
  const { channel, label, Picture, Finding, Details } = VIEWS[netView];
  const { state } = useTask(channel);
  const stale = useStale(channel);
  return (
    <figure className={styles.figure} data-state={state}>
      <FigureLayout
        stale={stale}
        picture={
          <div className={styles.picture}>
            <div className={styles.progress}>
              <RequestLine channel={channel} label={label} />
            </div>
            <Picture />
          </div>
        }
        finding={<Finding />}
        controls={<NetworkControls />}
        more={
          <>
            <FurtherNetworkControls />
            <Details />
          </>
        }
      />
    </figure>
  );
}
