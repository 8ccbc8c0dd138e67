/**
 * Notes in the topmost page what it and its frames complain of: for browsers whose drivers tell nothing of their
 * consoles, and for what no console shows. Runs in the page, before anything else of it.
 */
export function noteComplaints(): void {
  const complaints: string[] = [];
  const isTopmost = window === window.top;
  if (isTopmost) {
    Object.assign(window, { complaints });
    window.addEventListener('message', ({ data }: MessageEvent<{ complaint?: string } | null>) => {
      if (data?.complaint !== undefined) complaints.push(data.complaint);
    });
  }
  const complain = (complaint: string): void => {
    if (isTopmost) complaints.push(complaint);
    else window.top!.postMessage({ complaint }, '*');
  };
  for (const kind of ['error', 'warn', 'assert'] as const) {
    const original = console[kind].bind(console) as (...said: unknown[]) => void;
    console[kind] = (...said: unknown[]) => {
      if (kind !== 'assert' || !said[0]) complain(`console.${kind}: ${said.join(' ')}`);
      original(...said);
    };
  }
  const heard = (event: Event): void => {
    if (event instanceof ErrorEvent) complain(`uncaught: ${event.message}`);
    // A preloaded module is a hint. Firefox tells of an error where the module is there already; whoever needs one that is
    // not asks for it again.
    else if (event.target instanceof Element && !event.target.matches('link[rel="modulepreload"]')) complain(`not loaded: ${event.target.outerHTML}`);
  };
  // Events of elements whose files do not come do not bubble.
  window.addEventListener('error', heard, true);
  window.addEventListener('unhandledrejection', ({ reason }) => complain(`unhandled: ${reason}`));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => complain(`against the policy: ${violatedDirective} ${blockedURI}`));
}
