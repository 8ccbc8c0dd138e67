import { lookAgain } from '../charts/look-again';

/**
 * Tells what height it takes to show all of an element, in whole CSS pixels, whenever that changes. Gives back what looks
 * at once. A frame out of sight is not drawn, and its observers sleep until it is seen; but it hears of a new width.
 */
export function startHeightNews(element: Element, tell: (height: number) => void): () => void {
  let told = 0;
  const look = (): void => {
    // Rounded up: a pixel too few would bring a scroll bar, and with it another width and another height.
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height === told || height === 0) return;
    told = height;
    tell(height);
  };
  new ResizeObserver(look).observe(element);
  window.addEventListener('resize', () => {
    lookAgain();
    look();
  });
  return look;
}
