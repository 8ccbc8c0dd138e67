/** Text of a file of the gallery, by its name; null where the gallery has none of that name. May reject. */
export type ReadGalleryFile = (name: string) => Promise<string | null>;

async function fetchFile(name: string): Promise<string | null> {
  const answer = await fetch(new URL(`recordings/${encodeURIComponent(name)}`, document.baseURI));
  return answer.ok ? answer.text() : null;
}

let read: ReadGalleryFile = fetchFile;

/** Takes the gallery's files from elsewhere than beside the page: for an entry that may not fetch. */
export function serveGallery(from: ReadGalleryFile): void {
  read = from;
}

export function readGalleryFile(name: string): Promise<string | null> {
  return read(name);
}
