import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { DestroyRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Drafts, type Draft } from '../drafts/drafts.js';
import { Problem } from '../http/problem.js';
import { problems } from '../http/problems.js';
import { Toasts } from '../ui/toasts.js';
import { aFollowUpView } from './a-follow-up-view.js';
import { FollowUpsApi } from './follow-ups-api.js';
import { OpenFollowUp } from './open-follow-up.js';

const CASE = '/api/follow-ups/u1';

describe('the follow-up that the page shows', () => {
  let server: HttpTestingController;
  let followUp: OpenFollowUp;

  beforeEach(async () => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problems])), provideHttpClientTesting(), OpenFollowUp],
    });
    server = TestBed.inject(HttpTestingController);
    followUp = TestBed.inject(OpenFollowUp);
    followUp.id.set('u1');
    TestBed.tick();
    await answer(12);
  });

  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  }
  async function answer(contentVersion: number): Promise<void> {
    server.expectOne(CASE).flush(aFollowUpView({ contentVersion }));
    await settle();
  }
  const shown = () => followUp.view()?.contentVersion;
  function aDraft(save: (text: string) => Promise<unknown>): Draft<string> {
    const owner = TestBed.inject(DestroyRef);
    return TestBed.inject(Drafts).open(
      { key: 'assessment/u1/c15', page: 'u1', name: 'bedömningen av § 15', save, pauseMs: 60_000 },
      owner,
    );
  }
  const assess = () =>
    followUp.act(async () => {
      const { id, contentVersion } = await followUp.savedView();
      return TestBed.inject(FollowUpsApi).move(id, 'assess', { contentVersion });
    });

  it('ends with what the last of several saves left, however close they follow on one another', async () => {
    followUp.reload();
    TestBed.tick();
    followUp.reload();
    await answer(13);
    await answer(14);
    expect(shown()).toBe(14);
  });

  it('keeps a command’s answer when a reading that began before it comes late', async () => {
    followUp.reload();
    TestBed.tick();
    const older = server.expectOne(CASE);
    followUp.show(aFollowUpView({ contentVersion: 20, state: 'deciding' }));
    expect(older.cancelled).toBe(true);
    await settle();
    expect(shown()).toBe(20);
  });

  it('reads anew instead of showing an answer that is older than what it shows', async () => {
    followUp.show(aFollowUpView({ contentVersion: 20 }));
    followUp.show(aFollowUpView({ contentVersion: 19 }));
    expect(shown()).toBe(20);
    TestBed.tick();
    await answer(21);
    expect(shown()).toBe(21);
  });

  it('sends a command at once, on the version it shows, when nothing waits to be saved', async () => {
    void assess();
    await settle();
    expect(server.expectOne(`${CASE}/assess`).request.body).toEqual({ contentVersion: 12 });
  });

  it('saves what is being written before a command, and sends the version that came of it', async () => {
    const saved: string[] = [];
    aDraft((text) => Promise.resolve(saved.push(text))).change('Sju av nio');
    void assess();
    await settle();
    expect(saved).toEqual(['Sju av nio']);
    server.expectNone(`${CASE}/assess`);
    await answer(13);
    expect(server.expectOne(`${CASE}/assess`).request.body).toEqual({ contentVersion: 13 });
  });

  it('waits for the reading that an own save has just begun before a command is sent', async () => {
    followUp.reload();
    TestBed.tick();
    void assess();
    await settle();
    server.expectNone(`${CASE}/assess`);
    const readings = server.match(CASE);
    readings.at(-1)!.flush(aFollowUpView({ contentVersion: 13 }));
    await settle();
    expect(server.expectOne(`${CASE}/assess`).request.body).toEqual({ contentVersion: 13 });
  });

  it('sends nothing and names the text when it could not be saved', async () => {
    const conflict = new Problem({ status: 409, code: 'stale-version', title: 'Någon annan har ändrat.' });
    aDraft(() => Promise.reject(conflict)).change('Min text');
    expect(await assess()).toBe(false);
    server.expectNone(`${CASE}/assess`);
    const told = TestBed.inject(Toasts)
      .shown()
      .map(({ text }) => text);
    expect(told.join()).toContain('inte sparat än: bedömningen av § 15. Inget är skickat.');
  });

  it('does not take a second command for done while the first is on its way', async () => {
    void assess();
    await settle();
    const problem = await followUp.attempt(() => Promise.resolve({}));
    expect(problem?.title).toBe('Något annat sparas just nu. Försök igen om ett ögonblick.');
  });
});
