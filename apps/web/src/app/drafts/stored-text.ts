const PREFIX = 'insyn.draft.';

/** Where an account's text lies in the tab's storage. */
export function storageKey(accountId: string | null, key: string): string {
  return `${PREFIX}${accountId ?? 'nobody'}.${key}`;
}

/** Removes every text that the tab keeps. */
export function forgetStored(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}

/** A full or forbidden storage must not stop the writing: the text then lives on the page alone. */
export function store(key: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** Null when there is none, or when it cannot be read. */
export function readStored<T>(key: string): T | null {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}
