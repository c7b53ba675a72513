import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { PortalSanctionView } from '@insyn/api-schema';
import { commandKeys } from '../../http/command-keys.js';
import { problems } from '../../http/problems.js';
import { AnswerUpload } from '../../questions/answer-upload.js';
import { aDisputeFile, aPortalSanction } from '../../sanctions/a-sanction.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { aProviderSession } from '../a-request.js';
import { SanctionPage } from './sanction-page.js';

const URL = '/api/portal/sanctions/x1';

jest.setTimeout(20_000);

describe('a decision on a sanction at the provider’s door', () => {
  let fixture: ComponentFixture<SanctionPage>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([commandKeys, problems])),
        provideHttpClientTesting(),
      ],
    });
    server = TestBed.inject(HttpTestingController);
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aProviderSession());
    await loading;
    begin();
  });
  afterEach(() => sessionStorage.clear());

  function begin(): void {
    fixture = TestBed.createComponent(SanctionPage);
    fixture.componentRef.setInput('sanctionId', 'x1');
    page = fixture.nativeElement;
    fixture.detectChanges();
  }
  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function open(changes: Partial<PortalSanctionView> = {}): Promise<void> {
    server.expectOne(URL).flush(aPortalSanction(changes));
    await settle();
  }
  const text = (selector = 'app-resource-view') =>
    page.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  async function write(words: string): Promise<void> {
    const area = page.querySelector('textarea')!;
    area.value = words;
    area.dispatchEvent(new Event('input'));
    await settle();
  }
  async function submit(yes = true): Promise<void> {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    TestBed.inject(Confirm).answer(yes ? { reason: '' } : null);
    await settle();
  }

  it('says what was decided, why, and until when it can be disputed; reading it is marked once', async () => {
    expect(page.querySelector('app-loading')).not.toBeNull();
    await open();
    expect(page.querySelector('h1')?.textContent).toBe('Beslut om påföljd: Vite');
    expect(text('.notice')).toMatch(/senast fredag 4 december 2026 ?\. 12 dagar kvar\..*inte svara om ni godtar/);
    expect(text('app-sanction-letter-card')).toMatch(
      /Vite.*12 500 kr.*SUN 2022-149.*Rutin saknas\..*Ta fram en rutin § 15 Bemanning.*Skriftlig varning, måndag 1 juni 2026/,
    );
    expect(page.querySelector<HTMLAnchorElement>('a[download]')?.getAttribute('href')).toBe('/api/portal/documents/d1');
    expect(server.match({ method: 'POST', url: `${URL}/read` })).toHaveLength(1);
  });

  it('can be disputed after the day too, and says that this is noted', async () => {
    await open({ answerDue: '2026-11-01' });
    expect(text('.notice')).toMatch(
      /Svarsdagen var söndag 1 november 2026 ?\. Ni kan ändå bestrida beslutet\..*efter svarsdagen/,
    );
    expect(page.querySelector('app-dispute-form')).not.toBeNull();
  });

  it('is disputed once, after a question, with the reason', async () => {
    await open();
    await submit();
    expect(text('.summary li')).toBe('Skriv varför beslutet är fel.');
    await write('Rutinen finns sedan i våras.');
    await submit(false);
    server.expectNone(`${URL}/dispute`);
    await submit();
    const sent = server.expectOne(`${URL}/dispute`);
    expect(sent.request.body).toEqual({ text: 'Rutinen finns sedan i våras.' });
    expect(sent.request.headers.get('Idempotency-Key')).toMatch(/.{8,}/);
    sent.flush({ id: 'x1', version: 3 });
    await settle();
    const dispute = { text: 'Rutinen finns.', at: '2026-11-22T09:00:00.000Z', by: 'Ali Demir', late: false, files: [] };
    server
      .expectOne({ method: 'GET', url: URL })
      .flush(aPortalSanction({ state: 'disputed', dispute, mayDispute: false }));
    await settle();
    expect(page.querySelector('form')).toBeNull();
    expect(text('[aria-labelledby=own-words]')).toContain('Rutinen finns.');
    expect(sessionStorage.length).toBe(0);
  });

  it('keeps the words through a lost network and a reload', async () => {
    await open();
    await write('Rutinen finns.');
    await submit();
    server.expectOne(`${URL}/dispute`).error(new ProgressEvent('error'));
    await settle();
    expect(text('.summary')).toContain('Det går inte att nå Insyn');
    fixture.destroy();
    begin();
    await open();
    expect(page.querySelector('textarea')?.value).toBe('Rutinen finns.');
  });

  it('takes files along, which are shown before they are sent and can be taken away', async () => {
    const kept = aDisputeFile({ id: 'f2', fileName: 'schema.pdf' });
    const send = jest.spyOn(TestBed.inject(AnswerUpload), 'send').mockResolvedValue(kept);
    await open({ draftFiles: [aDisputeFile()] });
    const field = page.querySelector<HTMLInputElement>('input[type=file]')!;
    const chosen = [new File(['%PDF'], 'schema.pdf'), new File(['x'], 'program.exe')];
    Object.defineProperty(field, 'files', { value: chosen });
    Object.defineProperty(field, 'value', { value: '', writable: true });
    field.dispatchEvent(new Event('change'));
    await settle();
    await settle();
    expect(send).toHaveBeenCalledTimes(1);
    expect(send.mock.calls[0]?.slice(0, 2)).toEqual([`${URL}/files`, {}]);
    expect(text('app-answer-files')).toMatch(/bemanning\.pdf.*schema\.pdf.*program\.exe: Filen är av ett slag/);
    page.querySelector<HTMLButtonElement>('app-answer-files button')!.click();
    await settle();
    TestBed.inject(Confirm).answer({ reason: '' });
    await settle();
    server.expectOne({ method: 'DELETE', url: '/api/portal/sanction-files/f1' }).flush(null);
    await settle();
    expect(text('app-answer-files ul')).not.toContain('bemanning.pdf');
  });

  it('tells what the municipality answered and what became of it', async () => {
    await open({
      ...{ state: 'reduced', reducedAmount: 8000, mayDispute: false },
      dispute: {
        text: 'För högt.',
        at: '2026-11-21T09:00:00.000Z',
        by: 'Ali Demir',
        late: true,
        files: [aDisputeFile()],
      },
      answers: [
        { kind: 'answer', on: '2026-11-21', text: 'Vi ser över beloppet.', amount: null },
        { kind: 'reduce', on: '2026-11-22', text: 'Bristen gällde en enhet.', amount: 8000 },
      ],
    });
    expect(text('[aria-labelledby=own-words]')).toContain('bemanning.pdf');
    expect([...page.querySelectorAll('section h2')].map((each) => each.textContent?.trim())).toEqual([
      'Ert bestridande',
      'Kommunens svar',
      'Beloppet är nedsatt',
    ]);
    expect(text()).toMatch(/nedsatt till 8 000 kr ?, från 12 500 kr.*efter svarsdagen.*Nytt belopp: 8 000 kr/);
    expect(page.querySelector<HTMLDetailsElement>('details')?.open).toBe(false);
  });

  it.each([
    [404, 'Sidan finns inte'],
    [403, 'Du har inte behörighet'],
  ])('is not shown where it is not one’s own (%i)', async (status, heading) => {
    server.expectOne(URL).flush({ title: 'Nej.' }, { status, statusText: 'No' });
    await settle();
    expect(page.querySelector('[role=alert] h2')?.textContent).toBe(heading);
  });
});
