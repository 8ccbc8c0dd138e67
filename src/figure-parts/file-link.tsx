import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useHost } from '../store/use-store';

interface FileLinkProps {
  /** Relative to the page. */
  readonly path: string;
  readonly children: ReactNode;
}

/** A link that saves a file beside the published page; the one-file page contains the file. */
export function FileLink({ path, children }: FileLinkProps) {
  const carriedFile = useHost().platform?.carriedFile ?? null;
  const [carried, setCarried] = useState<string>();
  useEffect(() => {
    let wanted = true;
    let made: string | null = null;
    void carriedFile?.(path).then((text) => {
      if (!wanted || text === null) return;
      made = URL.createObjectURL(new Blob([text]));
      setCarried(made);
    });
    return () => {
      wanted = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [carriedFile, path]);
  return (
    <a href={carriedFile === null ? `./${path}` : carried} download={path.slice(path.lastIndexOf('/') + 1)}>
      {children}
    </a>
  );
}
