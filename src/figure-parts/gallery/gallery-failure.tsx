import { useCallback } from 'react';
import { loaderOf } from '../../store/recording-loader';
import { useHost } from '../../store/use-store';
import field from '../../ui/field.module.css';
import { useOnline } from '../../ui/use-online';

/** Why the recordings, or their list, could not be loaded, and a way to retry. */
export function GalleryFailure({ message }: { readonly message: string }) {
  const host = useHost();
  const askAgain = useCallback(() => host.get(loaderOf)?.retryGallery(), [host]);
  useOnline(true, askAgain);
  return (
    <p role="status">
      {message}{' '}
      <button type="button" className={field.button} onClick={askAgain}>
        Try again
      </button>
    </p>
  );
}
