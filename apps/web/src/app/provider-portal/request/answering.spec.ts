import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { anAnswer, aRequest } from '../a-request.js';
import { RequestPageProbe } from './request-page-probe.js';

describe('answering a request', () => {
  let probe: RequestPageProbe;
  beforeEach(() => {
    probe = new RequestPageProbe();
  });
  afterEach(() => probe.close());

  it('asks the question that an answer brings with it at once, and saves one after the other', async () => {
    await probe.open();
    expect(probe.asked()).toEqual(['1.1', '2.1']);
    await probe.say(false);
    expect(probe.asked()).toEqual(['1.1', '1.1b', '2.1']);
    await probe.write('svar-q2', 'Rutin för lex Sarah');
    await probe.settle(1000);
    probe.nothingSent('q2');
    const first = probe.sent('q1');
    expect(first.request.body).toMatchObject({
      value: { kind: 'yes-no', yes: false },
      version: null,
      source: 'provider',
    });
    first.flush(anAnswer({ value: { kind: 'yes-no', yes: false } }));
    await probe.settle();
    probe
      .sent('q2')
      .flush(anAnswer({ id: 'a2', questionId: 'q2', value: { kind: 'text', text: 'Rutin för lex Sarah' } }));
    await probe.settle();
    expect(probe.page.querySelector('.foot app-saved-indicator')?.textContent).toMatch(/^Sparat \d\d:\d\d$/);
  });

  it('keeps what is written without a network, and sends it once when it is back', async () => {
    await probe.open();
    await probe.say(true);
    await probe.settle(1000);
    probe.sent('q1').error(new ProgressEvent('error'));
    await probe.settle();
    expect(probe.page.querySelector('.foot')?.textContent).toContain('Inte sparat än. Texten finns kvar här.');
    expect(sessionStorage.getItem('insyn.draft.account-9.answer/r1/q1')).toContain('"yes":true');
    window.dispatchEvent(new Event('offline'));
    await probe.settle();
    window.dispatchEvent(new Event('online'));
    await probe.settle();
    probe.sent('q1').flush(anAnswer());
    await probe.settle(20_000);
    probe.nothingSent('q1');
    expect(sessionStorage.length).toBe(0);
  });

  it('has what was written and never saved after a reload, and sends it', async () => {
    const written = {
      value: { kind: 'yes-no', yes: false },
      comment: '',
      source: 'provider',
      sourceNote: '',
      version: null,
    };
    sessionStorage.setItem('insyn.draft.account-9.answer/r1/q1', JSON.stringify(written));
    await probe.open();
    expect(probe.radio(false)?.checked).toBe(true);
    await probe.settle(1000);
    expect(probe.sent('q1').request.body).toMatchObject({ value: { kind: 'yes-no', yes: false } });
  });

  it('names the version of what it changes, also twice in a row', async () => {
    await probe.open(aRequest({ state: 'answering', answers: [anAnswer({ version: 3 })] }));
    await probe.say(false);
    await probe.settle(1000);
    const first = probe.sent('q1');
    expect(first.request.body).toMatchObject({ version: 3 });
    await probe.say(true);
    first.flush(anAnswer({ value: { kind: 'yes-no', yes: false }, version: 4 }));
    await probe.settle(2000);
    expect(probe.sent('q1').request.body).toMatchObject({ version: 4, value: { kind: 'yes-no', yes: true } });
  });

  describe('when a colleague has answered the same question', () => {
    beforeEach(async () => {
      await probe.open(aRequest({ state: 'answering', answers: [anAnswer({ version: 1 })] }));
      await probe.say(false);
      await probe.settle(1000);
      const theirs = anAnswer({ comment: 'Reviderad i våras.', changedBy: 'Eva Lind', version: 2 });
      probe
        .sent('q1')
        .flush(
          { title: 'Frågan har besvarats av Eva Lind under tiden.', code: 'stale-version', answer: theirs },
          { status: 409, statusText: 'Conflict' },
        );
      await probe.settle();
    });

    it('shows both answers', () => {
      const notice = probe.page.querySelector('app-conflict-notice')!.textContent;
      expect(notice).toContain('Eva Lind');
      expect(notice).toMatch(/Din text.*Nej.*Det som är sparat.*Ja.*Reviderad i våras\./s);
    });

    it('saves one’s own on top of the colleague’s when one says so', async () => {
      probe.press('Spara min text');
      await probe.settle();
      expect(probe.sent('q1').request.body).toMatchObject({ value: { kind: 'yes-no', yes: false }, version: 2 });
    });

    it('keeps the colleague’s when one says so, and sends nothing', async () => {
      probe.press('Behåll det sparade');
      await probe.settle(5000);
      probe.nothingSent('q1');
      expect(probe.radio(true)?.checked).toBe(true);
      expect(probe.text()).toContain('Eva Lind');
    });
  });

  it('offers an earlier answer with its source and date, and takes it only when one says so', async () => {
    const earlier = {
      ...{ questionId: 'q3', value: { kind: 'share' as const, n: 5, of: 9 }, comment: '' },
      ...{ source: 'Lunda kommun, Uppföljning 2025', submittedOn: '2025-03-04' },
    };
    await probe.open(aRequest({ earlier: [earlier] }));
    expect(probe.page.querySelector('.offer')?.textContent).toContain(
      'Lunda kommun, Uppföljning 2025, inlämnat 4 mars 2025',
    );
    await probe.settle(5000);
    probe.nothingSent('q3');
    probe.press('Använd svaret');
    await probe.settle();
    expect(probe.sent('q3').request.body).toMatchObject({
      value: { kind: 'share', n: 5, of: 9 },
      source: 'earlier',
      sourceNote: 'Lunda kommun, Uppföljning 2025, inlämnat 4 mars 2025',
    });
    expect(probe.page.querySelector('.offer')).toBeNull();
  });

  it('never sends an answer outside its bounds, and says what is wrong', async () => {
    await probe.open();
    await probe.write('svar-q3', '10');
    await probe.write('svar-q3-av', '9');
    await probe.settle(1000);
    probe.nothingSent('q3');
    expect(probe.text()).toContain('10 kan inte vara fler än 9');
    expect(probe.missing()).toContain('2.1 Hur många har plan? 10 kan inte vara fler än 9');
  });
});
