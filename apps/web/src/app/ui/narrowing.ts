import { inject } from '@angular/core';
import { Router } from '@angular/router';

/** What a list is narrowed to stands in its address; the function given puts it there, and takes out what is empty. */
export function narrowing(): (changes: Readonly<Record<string, string>>) => void {
  const router = inject(Router);
  return (changes) => {
    const queryParams = Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value || null]));
    void router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  };
}
