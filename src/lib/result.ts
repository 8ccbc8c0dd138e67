/** What a parser of untrusted input returns instead of throwing. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** One sentence for a person; `position` is the offset in the input, in characters from 0. */
export interface ParseError {
  readonly message: string;
  readonly position?: number;
}

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function fail<E>(error: E): Result<never, E> {
  return { ok: false, error };
}
