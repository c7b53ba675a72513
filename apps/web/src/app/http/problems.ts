import { HttpResponse } from '@angular/common/http';
import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, tap, throwError } from 'rxjs';
import { Session } from '../sign-in/session.js';
import { ASKS_WHO_IS_SIGNED_IN } from './asks-who-is-signed-in.js';
import { toProblem } from './problem.js';

/**
 * Turns every failure into a `Problem`. A 401 means that the session has ended: the person signs in again in a dialog on
 * the page and the same request, with the same key, goes on from there. Nothing else is retried.
 */
export const problems: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  return next(request).pipe(
    tap((event) => {
      if (event instanceof HttpResponse) session.noteActivity();
    }),
    catchError((error: unknown) => {
      const problem = toProblem(error);
      if (problem.status !== 401 || request.context.get(ASKS_WHO_IS_SIGNED_IN)) return throwError(() => problem);
      return from(session.askToSignInAgain()).pipe(
        switchMap((signedIn) => (signedIn ? next(request) : throwError(() => problem))),
        catchError((again: unknown) => throwError(() => toProblem(again))),
      );
    }),
  );
};
