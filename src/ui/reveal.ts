/** Opens the folds around an element, as a browser may not do for a link to it. */
export function reveal(element: Element): void {
  for (let fold = element.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
}
