/**
 * Copies text in response to a press; returns whether it worked. In a frame, the clipboard needs the permission of the
 * page around it, and asking without it logs an error in the console; copying a selection needs none.
 */
export async function copyText(text: string): Promise<boolean> {
  if (window.parent !== window) return copySelected(text);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function copySelected(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  // Invisible, and within the viewport, so that nothing scrolls.
  Object.assign(area.style, { position: 'fixed', inset: '0 auto auto 0', opacity: '0' });
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}
