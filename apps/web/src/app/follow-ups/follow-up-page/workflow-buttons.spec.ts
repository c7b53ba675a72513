import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { DestroyRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FollowUpView } from '@insyn/api-schema';
import { Drafts } from '../../drafts/drafts.js';
import { Problem } from '../../http/problem.js';
import { problems } from '../../http/problems.js';
import { Confirm } from '../../ui/confirm.js';
import { Toasts } from '../../ui/toasts.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { WorkflowButtons } from './workflow-buttons.js';

const CASE = '/api/follow-ups/u1';
const gathering = aFollowUpView({ state: 'gathering', offers: [{ name: 'assess', blockers: [] }] });

describe('the buttons that move a case on', () => {
  let fixture: ComponentFixture<WorkflowButtons>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
        OpenFollowUp,
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });

  async function open(view: FollowUpView = gathering, which: 'forward' | 'aside' = 'forward'): Promise<void> {
    TestBed.inject(OpenFollowUp).id.set('u1');
    fixture = TestBed.createComponent(WorkflowButtons);
    fixture.componentRef.setInput('which', which);
    page = fixture.nativeElement;
    fixture.detectChanges();
    await read(view);
  }
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function read(view: FollowUpView): Promise<void> {
    server.expectOne(CASE).flush(view);
    await settle();
  }
  async function press(): Promise<void> {
    page.querySelector('button')!.click();
    await settle();
  }
  function write(save: () => Promise<unknown>): void {
    const options = { key: 'follow-up-texts/u1', page: 'u1', name: 'rapportens texter', save };
    TestBed.inject(Drafts).open(options, TestBed.inject(DestroyRef)).change('Halvskrivet');
  }

  it('move it on the version that is shown', async () => {
    await open();
    await press();
    const sent = server.expectOne(`${CASE}/assess`);
    expect(sent.request.body).toEqual({ contentVersion: 12 });
    sent.flush(aFollowUpView({ contentVersion: 13, offers: [{ name: 'submit', blockers: [] }] }));
    await settle();
    expect(page.querySelector('button')).toBeNull();
  });

  it('do not speak of closing while a requirement is months from remedied', async () => {
    const blockers = [
      { code: 'requirements-open', message: 'Kravet är inte åtgärdat', place: { kind: 'action' } as const },
    ];
    await open(aFollowUpView({ state: 'remedying', offers: [{ name: 'close', blockers }] }));
    expect(page.textContent?.trim()).toBe('');
  });

  it('save what is still being written first, and move the case on the version that came of it', async () => {
    await open();
    write(() => Promise.resolve({}));
    await press();
    await read({ ...gathering, contentVersion: 13 });
    expect(server.expectOne(`${CASE}/assess`).request.body).toEqual({ contentVersion: 13 });
  });

  it('move nothing while a text is unsaved, and say which', async () => {
    await open();
    write(() => Promise.reject(new Problem({ status: 400, code: 'invalid-input', title: 'Texten är för lång.' })));
    await press();
    server.expectNone(`${CASE}/assess`);
    expect(TestBed.inject(Toasts).shown().at(-1)).toMatchObject({
      tone: 'problem',
      text: expect.stringContaining('Det här är inte sparat än: rapportens texter.'),
    });
  });

  it('say what is in the way, and send nothing (R6)', async () => {
    const blocker = { code: 'no-evidence', message: 'Inget underlag är inlagt', place: { kind: 'evidence' } };
    await open({ ...gathering, offers: [{ name: 'assess', blockers: [blocker] }] });
    const button = page.querySelector('button')!;
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(page.querySelector(`#${button.getAttribute('aria-describedby')}`)?.textContent).toContain(blocker.message);
    await press();
    server.expectNone(`${CASE}/assess`);
  });

  it('break a case off only with a reason', async () => {
    await open({ ...gathering, offers: [{ name: 'cancel', blockers: [] }] }, 'aside');
    await press();
    const confirm = TestBed.inject(Confirm);
    expect(confirm.open()?.question.reason?.required).toBe(true);
    server.expectNone(`${CASE}/cancel`);
    confirm.answer({ reason: 'Avtalet är uppsagt.' });
    await settle();
    expect(server.expectOne(`${CASE}/cancel`).request.body).toEqual({
      contentVersion: 12,
      reason: 'Avtalet är uppsagt.',
    });
  });
});
