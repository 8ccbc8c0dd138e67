import { FigureLayout } from '../../figure-parts/figure-layout/figure-layout';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { useStale } from '../../figure-parts/request-state/use-stale';
import { useExperiments, useSettings, useTask } from '../../store/use-part';
import { useFlipsParts } from './flips-view';
import { useLayersParts } from './layers-view';
import { FurtherNetworkControls, NetworkControls } from './network-controls';
import styles from './network.module.css';

/** The channel of each view, and what is being computed for it. */
const VIEWS = { layers: { channel: 'depth', label: 'Network' }, flips: { channel: 'flips', label: 'Inputs' } } as const;

/** What a network makes of the difference between two orders: layer by layer, and how often it changes the largest output. */
export default function DepthFigure() {
  useExperiments();
  const { netView } = useSettings('netView');
  const { channel, label } = VIEWS[netView];
  const { state } = useTask(channel);
  const stale = useStale(channel);
  const views = { layers: useLayersParts(), flips: useFlipsParts() };
  const { picture, finding, more } = views[netView];
  return (
    <FigureLayout
      state={state}
      stale={stale}
      picture={
        <div className={styles.picture}>
          <div className={styles.progress}>
            <RequestLine channel={channel} label={label} />
          </div>
          {picture}
        </div>
      }
      finding={finding}
      controls={<NetworkControls />}
      more={
        <>
          <FurtherNetworkControls />
          {more}
        </>
      }
    />
  );
}
