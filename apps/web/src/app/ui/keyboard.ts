const WRITES =
  'textarea, select, [contenteditable="true"], input:not([type="radio"], [type="checkbox"], [type="button"])';

/** Whether a key belongs to a text being written, an open dialog or a browser's shortcut, and not to the page. */
export function keyIsTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  const at = event.target;
  return (at instanceof Element && at.matches(WRITES)) || document.querySelector('dialog[open]') !== null;
}
