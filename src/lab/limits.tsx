import { useExperiment } from '../store/use-store';
import { Notice } from '../ui/notice';

/** What had to be cut down so that the page can compute it; it goes when the reason goes. */
export function Limits() {
  const { notices } = useExperiment();
  return <Notice message={notices.length === 0 ? null : notices.join(' ')} />;
}
