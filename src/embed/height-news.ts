/** Tells what height it takes to show all of an element, in whole CSS pixels, whenever that changes. */
export function startHeightNews(element: Element, tell: (height: number) => void): void {
  let told = 0;
  new ResizeObserver(() => {
    // Rounded up: a pixel too few would bring a scroll bar, and with it another width and another height.
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height === told || height === 0) return;
    told = height;
    tell(height);
  }).observe(element);
}
