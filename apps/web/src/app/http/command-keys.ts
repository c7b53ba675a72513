import { HttpResponse } from '@angular/common/http';
import type { HttpInterceptorFn } from '@angular/common/http';
import { tap } from 'rxjs';

const keys = new WeakMap<object, string>();

/**
 * Gives each POST an `Idempotency-Key`. The key belongs to the command object (the body): sending the same object again
 * after a failure sends the same key, so a command is carried out once however often it is retried.
 */
export const commandKeys: HttpInterceptorFn = (request, next) => {
  if (request.method !== 'POST' || request.headers.has('Idempotency-Key')) return next(request);
  const command = typeof request.body === 'object' ? request.body : null;
  const key = (command && keys.get(command)) ?? randomKey();
  if (command) keys.set(command, key);
  return next(request.clone({ setHeaders: { 'Idempotency-Key': key } })).pipe(
    tap((event) => {
      if (command && event instanceof HttpResponse) keys.delete(command);
    }),
  );
};

/** `crypto.randomUUID` exists on secure addresses only; a municipality's test server may stand on plain http. */
function randomKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
