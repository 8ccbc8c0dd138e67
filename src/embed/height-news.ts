/** Reports the height that shows all of an element, in whole CSS pixels, whenever it changes. */
export function startHeightNews(element: Element, tell: (height: number) => void): void {
  let told = 0;
  new ResizeObserver(() => {
    // Rounded up: a pixel too few would bring a scroll bar, which changes the width and so the height.
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height === told || height === 0) return;
    told = height;
    tell(height);
  }).observe(element);
}
