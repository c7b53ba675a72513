import { httpResource } from '@angular/common/http';
import type { HttpResourceRef, HttpResourceRequest } from '@angular/common/http';
import { effect, signal, untracked } from '@angular/core';

/**
 * An `httpResource` whose `reload()` always leads to a reading that began after it was asked for: Angular itself leaves
 * one out while another is under way, and the page would keep what stood before the last save. Nothing is read while
 * the request is undefined. Call it where a component's or service's fields are made.
 */
export function readResource<T>(
  request: () => string | HttpResourceRequest | undefined,
): HttpResourceRef<T | undefined> {
  const resource = httpResource<T>(() => {
    const asked = request();
    return typeof asked === 'string' ? { url: asked } : asked;
  });
  const reloadNow = resource.reload.bind(resource);
  const again = signal(false);
  resource.reload = () => {
    if (reloadNow()) return true;
    const reading = untracked(resource.isLoading);
    if (reading) again.set(true);
    return reading;
  };
  effect(() => {
    if (!again() || resource.isLoading()) return;
    again.set(false);
    untracked(reloadNow);
  });
  return resource;
}
