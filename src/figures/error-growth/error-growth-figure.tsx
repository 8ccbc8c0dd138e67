import { FigureStore } from '../figure-store';
import { ErrorGrowth } from './error-growth';
import { FIRST_CHOICE, settingsOfChoice } from './growth-choice';

/** How the error of a sum grows with its length, and with its condition number. */
export default function ErrorGrowthFigure() {
  return (
    <FigureStore id="error-growth-curves" initial={{ view: 'growth', ...settingsOfChoice(FIRST_CHOICE) }}>
      <ErrorGrowth />
    </FigureStore>
  );
}
