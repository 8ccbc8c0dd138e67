import { useApp } from '../store/use-store';
import { Notice } from '../ui/notice';

/** What had to be cut down so that the page can compute it; it goes when the reason goes. */
export function Limits() {
  const limits = useApp((state) => state.limits);
  return <Notice message={limits.length === 0 ? null : limits.join(' ')} />;
}
