import { growthFinding } from '../figure-parts/growth/growth-finding';
import { GrowthResults } from '../figure-parts/growth/growth-results';
import { growthSeries } from '../figure-parts/growth/growth-series';
import styles from '../figure-parts/request-state/results.module.css';

/** Every method with its spread and the bound of its tree, and how to read them. */
export function GrowthView() {
  return (
    <GrowthResults
      watched
      finding={growthFinding}
      curves={growthSeries}
      more={({ spec }) => (
        <p className={styles.note}>
          Solid: the median of {spec.trials} trials, with the middle 80 % as a band. Dashed: the bound h·u, where h is the height of the tree and u = 2⁻²⁴. Computed here, each trial from fresh numbers.
        </p>
      )}
    />
  );
}
