import { HttpClient, HttpContext } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { Id, SessionView } from '@insyn/api-schema';
import { type Permission, ROLE_PERMISSIONS } from '@insyn/domain';
import { firstValueFrom } from 'rxjs';
import { ASKS_WHO_IS_SIGNED_IN } from '../http/asks-who-is-signed-in.js';
import { toProblem } from '../http/problem.js';

const WARNING_MS = 5 * 60_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Who is signed in, what they may do, and when the session ends. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly held = signal<SessionView | null>(null);
  private readonly endsSoon = signal(false);
  private readonly ended = signal(false);
  private activeSinceRead = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waiting: ((signedIn: boolean) => void)[] = [];

  /** Null until someone is signed in. */
  readonly view = this.held.asReadonly();
  /** True from five minutes before the session ends. */
  readonly warning = this.endsSoon.asReadonly();
  /** True while the page waits for its reader to sign in again. */
  readonly lost = this.ended.asReadonly();
  readonly today = computed(() => this.held()?.today ?? null);

  can(permission: Permission): boolean {
    return this.held()?.permissions.includes(permission) ?? false;
  }

  /** The same for what one committee owns: who is an officer in one and a manager in another is neither in both. */
  canIn(permission: Permission, committeeId: Id): boolean {
    return this.committeesWhere(permission).some(({ id }) => id === committeeId);
  }

  /** The committees in which the person holds the permission, each once. */
  committeesWhere(permission: Permission): SessionView['committees'] {
    const held = this.held()?.memberships.filter(({ role }) => ROLE_PERMISSIONS[role].includes(permission)) ?? [];
    const ids = new Set(held.flatMap(({ committees }) => committees.map(({ id }) => id)));
    return this.held()?.committees.filter(({ id }) => ids.has(id)) ?? [];
  }

  /** Reads who is signed in; null when nobody is. Fails with a `Problem` when the server cannot be reached. */
  async load(): Promise<SessionView | null> {
    try {
      const view = await firstValueFrom(this.http.get<SessionView>('/api/session', { context: aboutSigningIn() }));
      this.begin(view);
      return view;
    } catch (error) {
      const problem = toProblem(error);
      if (problem.status !== 401) throw problem;
      return null;
    }
  }

  /** Signs in; fails with a `Problem` that says why not. */
  async signIn(email: string, password: string): Promise<void> {
    const before = this.held();
    await firstValueFrom(this.http.post('/api/sessions', { email, password }, { context: aboutSigningIn() }));
    const now = await this.load();
    if (before && now && before.account.id !== now.account.id) return this.startOver();
    this.answerWaiting(now !== null);
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.delete('/api/session', { context: aboutSigningIn() }));
    this.end();
  }

  /** Shows the sign-in dialog and waits for it: true when the same person is signed in again, false when they leave. */
  askToSignInAgain(): Promise<boolean> {
    this.endsSoon.set(false);
    this.ended.set(true);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** The reader left the sign-in dialog: what waited for it fails. */
  giveUp(): void {
    this.end();
    this.answerWaiting(false);
  }

  /** The server answered a request, which keeps the session alive on its side. */
  noteActivity(): void {
    this.activeSinceRead = true;
  }

  private begin(view: SessionView): void {
    this.held.set(view);
    this.endsSoon.set(false);
    this.activeSinceRead = false;
    this.waitFor(Date.parse(view.expiresAt) - Date.now() - WARNING_MS, () => void this.warn(view));
  }

  private end(): void {
    clearTimeout(this.timer);
    this.held.set(null);
    this.endsSoon.set(false);
  }

  private async warn(view: SessionView): Promise<void> {
    if (this.activeSinceRead) {
      const later = await this.load().catch(() => null);
      if (later && later.expiresAt !== view.expiresAt) return;
    }
    this.endsSoon.set(true);
    this.waitFor(Date.parse(view.expiresAt) - Date.now(), () => void this.askToSignInAgain());
  }

  /** A session that ended long ago by this computer's clock says that the clocks differ: then only a 401 tells. */
  private waitFor(milliseconds: number, then: () => void): void {
    clearTimeout(this.timer);
    if (!(milliseconds > -WARNING_MS)) return;
    this.timer = setTimeout(then, Math.min(Math.max(milliseconds, 0), LONGEST_TIMER_MS));
  }

  private answerWaiting(signedIn: boolean): void {
    this.ended.set(false);
    const waiting = this.waiting;
    this.waiting = [];
    for (const answer of waiting) answer(signedIn);
  }

  /** Someone else signed in on this page: nothing of the one before may be sent in their name. */
  private startOver(): void {
    this.answerWaiting(false);
    location.assign(document.baseURI);
  }
}

function aboutSigningIn(): HttpContext {
  return new HttpContext().set(ASKS_WHO_IS_SIGNED_IN, true);
}
