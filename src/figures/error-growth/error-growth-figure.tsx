import { FIGURE_SETTINGS } from '../../share/figure-settings';
import { firstValues } from '../../share/setting-table';
import { FigureStore } from '../../figure-parts/figure-store';
import { ErrorGrowth } from './error-growth';
import { settingsOfChoice } from './growth-choice';

/** How the error of a sum grows with its length, and with its condition number. */
export default function ErrorGrowthFigure() {
  return (
    <FigureStore id="error-growth-curves" initial={{ view: 'growth', ...settingsOfChoice(firstValues(FIGURE_SETTINGS['error-growth'])) }}>
      <ErrorGrowth />
    </FigureStore>
  );
}
