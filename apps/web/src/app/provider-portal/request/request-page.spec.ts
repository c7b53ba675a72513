import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Confirm } from '../../ui/confirm.js';
import { Toasts } from '../../ui/toasts.js';
import { aRequest } from '../a-request.js';
import { aCompleteRequest, aSubmission, RequestPageProbe, URL_OF_REQUEST } from './request-page-probe.js';

describe('a request at the provider', () => {
  let probe: RequestPageProbe;
  beforeEach(() => {
    probe = new RequestPageProbe();
  });
  afterEach(() => probe.close());

  it('stands as grey lines until it has been read', async () => {
    await probe.begin();
    expect(probe.page.querySelector('[role=status]')?.textContent).toBe('Läser in …');
    probe.server.expectOne(URL_OF_REQUEST);
  });

  it.each([
    [404, 'Sidan finns inte'],
    [403, 'Du har inte behörighet'],
    [500, 'Det gick inte att läsa in sidan'],
  ])('says what is wrong when it cannot be read (%i)', async (status, heading) => {
    await probe.begin();
    probe.server.expectOne(URL_OF_REQUEST).flush({ title: 'Nej.' }, { status, statusText: 'No' });
    await probe.settle();
    expect(probe.page.querySelector('[role=alert] h2')?.textContent).toBe(heading);
  });

  it('has the letter, the day to answer by and what is missing, and tells the municipality that it was read', async () => {
    await probe.open();
    expect(probe.text()).toContain('Svara senast onsdag 25 november 2026');
    expect(probe.text()).toContain('3 dagar kvar');
    expect(probe.text()).toContain('Vi följer upp avtalet.');
    expect(probe.page.querySelector<HTMLAnchorElement>('a[href="/api/portal/documents/d1"]')?.textContent).toContain(
      'PDF',
    );
    expect(probe.missing()).toEqual([
      '1.1 Finns skriftliga rutiner? Svar saknas',
      '2.1 Hur många har plan? Svar saknas',
      'Rutin för avvikelser Handlingen saknas',
    ]);
  });

  it('leads from what is missing to where it is answered', async () => {
    await probe.open();
    probe.page.querySelectorAll<HTMLAnchorElement>('.missing a')[2]!.click();
    expect(document.activeElement).toBe(document.getElementById('handling-w1'));
  });

  it('is not handed in while something is missing: the list takes the focus', async () => {
    await probe.open();
    probe.press('Lämna in svaren');
    await probe.settle();
    expect(document.activeElement).toBe(probe.page.querySelector('.missing'));
    probe.server.expectNone({ method: 'POST', url: `${URL_OF_REQUEST}/submit` });
  });

  it('is handed in once, after a question, and is then read anew', async () => {
    await probe.open(aCompleteRequest());
    expect(probe.text()).toContain('Allt som behövs är besvarat');
    const confirm = TestBed.inject(Confirm);
    probe.press('Lämna in svaren');
    probe.press('Lämna');
    await probe.settle();
    expect(confirm.open()?.question.heading).toBe('Lämna in svaren?');
    confirm.answer({ reason: '' });
    await probe.settle();
    const sent = probe.server.expectOne({ method: 'POST', url: `${URL_OF_REQUEST}/submit` });
    expect(sent.request.body).toEqual({ version: 4 });
    sent.flush({ id: 'r1', version: 5 });
    await probe.settle();
    const submission = aSubmission({ receipt: { id: 'd2', title: 'Kvittens', href: '/api/portal/documents/d2' } });
    const now = { ...aCompleteRequest(), state: 'answered' as const, editable: false, submissions: [submission] };
    probe.server.expectOne(URL_OF_REQUEST).flush(now);
    await probe.settle();
    expect(probe.page.querySelector<HTMLAnchorElement>('a[href="/api/portal/documents/d2"]')?.textContent).toContain(
      'kvittensen',
    );
    expect(probe.page.querySelector('.foot')).toBeNull();
    expect(probe.page.querySelector('input')).toBeNull();
    expect(probe.text()).toContain('7 av 9');
  });

  it('is not handed in when the network is lost, and says which answer is not saved', async () => {
    await probe.open(aCompleteRequest());
    await probe.write('svar-q3', '8');
    probe.press('Lämna in svaren');
    await probe.settle();
    probe.sent('q3').error(new ProgressEvent('error'));
    await probe.settle();
    expect(TestBed.inject(Toasts).shown()[0]?.text).toContain('svaret på fråga 2.1 kunde inte sparas');
    expect(TestBed.inject(Confirm).open()).toBeNull();
  });

  it('has only the returned questions open, first, with what the municipality wrote', async () => {
    const returned = [{ questionId: 'q1', comment: 'Vi saknar datum.', createdAt: '2026-11-22T12:00:00.000Z' }];
    await probe.open({
      ...aCompleteRequest(),
      state: 'returned',
      returned: [{ questionId: 'q1', comment: 'Vi saknar datum.' }],
      submissions: [aSubmission({ returned })],
    });
    expect(probe.asked()).toEqual(['1.1', '2.1']);
    expect(probe.page.querySelector('.question')?.textContent).toContain('Vi saknar datum.');
    expect(probe.page.querySelectorAll('.question fieldset')).toHaveLength(1);
    expect(probe.page.querySelector('details.rest')?.textContent).toContain('7 av 9');
    await probe.say(false);
    expect(probe.asked().slice(0, 2)).toEqual(['1.1', '1.1b']);
  });

  it('says that the day has passed, and is still handed in', async () => {
    await probe.open(aRequest({ due: '2026-11-20' }));
    expect(probe.text()).toContain('Ni kan fortfarande lämna in svaren');
    expect(probe.page.querySelector('.foot .primary')?.textContent).toContain('Lämna in svaren');
  });
});
