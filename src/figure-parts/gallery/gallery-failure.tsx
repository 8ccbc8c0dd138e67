import { loaderOf } from '../../store/recording-loader';
import { useHost } from '../../store/use-store';
import field from '../../ui/field.module.css';

/** Why the recordings, or their list, could not be had, and a way to ask again. */
export function GalleryFailure({ message }: { readonly message: string }) {
  const host = useHost();
  return (
    <p role="status">
      {message}{' '}
      <button type="button" className={field.button} onClick={() => host.get(loaderOf)?.retryGallery()}>
        Try again
      </button>
    </p>
  );
}
