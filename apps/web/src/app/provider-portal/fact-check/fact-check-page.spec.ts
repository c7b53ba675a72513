import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { PortalFactCheckView } from '@insyn/api-schema';
import { aPortalFactCheck, aRemark } from '../../fact-checks/a-fact-check.js';
import { commandKeys } from '../../http/command-keys.js';
import { problems } from '../../http/problems.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { Toasts } from '../../ui/toasts.js';
import { aProviderSession } from '../a-request.js';
import { FactCheckPage } from './fact-check-page.js';

const URL = '/api/portal/fact-checks/k1';

jest.setTimeout(30_000);

describe('a fact check at the provider', () => {
  let fixture: ComponentFixture<FactCheckPage>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'performance'] });
    sessionStorage.clear();
    window.scrollTo = () => undefined;
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([commandKeys, problems])),
        provideHttpClientTesting(),
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => {
    close();
    jest.useRealTimers();
    sessionStorage.clear();
  });

  async function begin(): Promise<void> {
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aProviderSession());
    await loading;
    await show();
  }
  async function show(): Promise<void> {
    fixture = TestBed.createComponent(FactCheckPage);
    fixture.componentRef.setInput('factCheckId', 'k1');
    page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await settle();
  }
  function close(): void {
    fixture.destroy();
    page.remove();
  }
  async function open(changes: Partial<PortalFactCheckView> = {}): Promise<void> {
    await begin();
    await read(changes);
  }
  async function read(changes: Partial<PortalFactCheckView> = {}): Promise<void> {
    server.expectOne(URL).flush(aPortalFactCheck(changes));
    await settle();
    server.expectOne({ method: 'POST', url: `${URL}/read` }).flush({ id: 'k1', version: 1 });
    await settle();
  }
  async function settle(milliseconds = 0): Promise<void> {
    await jest.advanceTimersByTimeAsync(milliseconds);
    fixture.detectChanges();
    await jest.advanceTimersByTimeAsync(0);
    fixture.detectChanges();
  }
  const text = () => page.textContent.replace(/\s+/g, ' ');
  async function press(word: string, nth = 0): Promise<void> {
    const buttons = [...page.querySelectorAll('button')].filter((each) => each.textContent.trim().startsWith(word));
    if (!buttons[nth]) throw new Error(`There is no button ${word}.`);
    buttons[nth].click();
    await settle();
  }
  async function write(words: string): Promise<void> {
    const field = page.querySelector('textarea');
    if (!field) throw new Error('There is nothing to write in.');
    field.value = words;
    field.dispatchEvent(new Event('input'));
    await settle();
  }
  const put = (): TestRequest =>
    server.expectOne(({ method, url }) => method === 'PUT' && url.startsWith(`${URL}/remarks/`));
  const idOf = ({ request }: TestRequest): string => request.url.split('/').at(-1) ?? '';
  async function arrives(sent: TestRequest, version = 1): Promise<void> {
    const { place, text: words } = sent.request.body as Pick<ReturnType<typeof aRemark>, 'place' | 'text'>;
    sent.flush(aRemark({ id: idOf(sent), place, text: words, version }));
    await settle();
  }

  it('stands as grey lines until it has been read', async () => {
    await begin();
    expect(page.querySelector('[role=status]')?.textContent).toBe('Läser in …');
    server.expectOne(URL);
  });

  it.each([
    [404, 'Sidan finns inte'],
    [500, 'Det gick inte att läsa in sidan'],
  ])('says what is wrong when it cannot be read (%i)', async (status, heading) => {
    await begin();
    server.expectOne(URL).flush({ title: 'Nej.' }, { status, statusText: 'No' });
    await settle();
    expect(page.querySelector('[role=alert] h2')?.textContent).toBe(heading);
  });

  it('is read part by part, with the verdict in words, the day to answer by and the PDF', async () => {
    await open();
    expect(text()).toContain('Svara senast fredag 4 december 2026');
    expect([...page.querySelectorAll('app-draft-section h2')].map((each) => each.textContent)).toEqual([
      'Bakgrund',
      '§ 15 Genomförandeplaner',
    ]);
    expect(page.querySelector('app-draft-section app-chip')?.textContent).toContain('Uppfylls delvis');
    expect(page.querySelector('a[href="/d1"]')?.textContent).toContain('PDF');
    expect(page.querySelector('.foot .primary')?.textContent).toContain('Vi har inga synpunkter');
  });

  it('takes a remark at its part, which saves itself under an id of its own', async () => {
    await open();
    await press('Lämna en synpunkt', 1);
    expect(document.activeElement).toBe(page.querySelector('textarea'));
    await write('Åtta av nio.');
    await settle(1000);
    const sent = put();
    expect(idOf(sent)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(sent.request.body).toEqual({ version: null, place: { kind: 'clause', id: 'c15' }, text: 'Åtta av nio.' });
    await arrives(sent);
    expect(page.querySelector('.foot')?.textContent).toContain('Lämna in en synpunkt');
    expect(page.querySelector('.foot')?.textContent).toContain('Sparat');
    await write('Åtta av nio planer.');
    await settle(1000);
    const again = put();
    expect([idOf(again), again.request.body.version]).toEqual([idOf(sent), 1]);
  });

  it('has a remark that never arrived after the page was opened anew', async () => {
    await open();
    await press('Lämna en synpunkt');
    await write('Fel år.');
    await settle(1000);
    const lost = put();
    lost.error(new ProgressEvent('error'));
    await settle();
    expect(text()).toContain('Inte sparat än');
    close();
    await settle();
    await show();
    await read();
    expect(page.querySelector('textarea')?.value).toBe('Fel år.');
  });

  it('shows both texts when a colleague was first', async () => {
    await open({ remarks: [aRemark()] });
    await write('Min text.');
    await settle(1000);
    const remark = aRemark({ text: 'Deras text.', version: 2, changedBy: 'Bo Ek' });
    put().flush({ code: 'stale-version', title: 'Ändrad av Bo Ek.', remark }, { status: 409, statusText: 'x' });
    await settle();
    expect(page.querySelector('app-conflict-notice')?.textContent).toContain('Deras text.');
    await press('Spara min text');
    expect(put().request.body).toMatchObject({ version: 2, text: 'Min text.' });
  });

  it('takes a remark away after a question, also from the server', async () => {
    await open({ remarks: [aRemark()] });
    await press('Ta bort synpunkten');
    TestBed.inject(Confirm).answer({ reason: '' });
    await settle();
    server.expectOne({ method: 'DELETE', url: `${URL}/remarks/${aRemark().id}` }).flush(null);
    await settle();
    expect(page.querySelector('textarea')).toBeNull();
  });

  it.each([
    ['that there are none', [], true, 'Svara att ni inte har några synpunkter?'],
    ['the remarks', [aRemark()], false, 'Lämna in synpunkterna?'],
  ])('hands in %s after a question, and is read anew with its receipt', async (_case, remarks, noRemarks, question) => {
    await open({ remarks });
    page.querySelector<HTMLButtonElement>('.foot .primary')?.click();
    await settle();
    const confirm = TestBed.inject(Confirm);
    expect(confirm.open()?.question.heading).toBe(question);
    confirm.answer({ reason: '' });
    await settle();
    const sent = server.expectOne({ method: 'POST', url: `${URL}/submit` });
    expect(sent.request.body).toEqual({ noRemarks });
    sent.flush({ id: 'k1', version: 2 });
    await settle();
    const done = aPortalFactCheck({
      ...{ state: 'answered', editable: false, noRemarks, remarks, submittedAt: '2026-11-22T11:00:00.000Z' },
      ...{ submittedBy: 'Ali Demir', receipt: { id: 'd2', title: 'Kvittens', href: null } },
    });
    server.expectOne(URL).flush(done);
    await settle();
    expect(page.querySelector('.foot')).toBeNull();
    expect(page.querySelector('textarea')).toBeNull();
    await settle(1000);
    server.expectOne(URL).flush({ ...done, receipt: { id: 'd2', title: 'Kvittens', href: '/d2' } });
    await settle();
    expect(page.querySelector('a[href="/d2"]')?.textContent).toContain('kvittensen');
  });

  it('is not handed in while a remark cannot be saved, and says which', async () => {
    await open({ remarks: [aRemark()] });
    await write('Ny text.');
    page.querySelector<HTMLButtonElement>('.foot .primary')?.click();
    await settle();
    put().error(new ProgressEvent('error'));
    await settle();
    expect(TestBed.inject(Toasts).shown()[0]?.text).toContain('synpunkten på § 15 Genomförandeplaner');
    expect(TestBed.inject(Confirm).open()).toBeNull();
  });

  it('shows the answers at the remarks, and what was changed, once it is closed', async () => {
    const answer = { outcome: 'accepted' as const, text: 'Rättat.', answeredBy: 'Maja Sandell', version: 1 };
    const place = { kind: 'clause' as const, id: 'c15' };
    const difference = { place, heading: '§ 15 Genomförandeplaner', before: 'Sju', after: 'Åtta' };
    await open({
      ...{ state: 'closed', editable: false, offers: [] },
      remarks: [aRemark({ answer: { ...answer, answeredAt: '2026-11-22T10:00:00.000Z' } })],
      difference: [
        {
          ...difference,
          parts: [
            { kind: 'removed', text: 'Sju' },
            { kind: 'added', text: 'Åtta' },
          ],
        },
      ],
    });
    expect(page.querySelector('app-remark-answer')?.textContent).toContain('Kommunens svar: Godtas');
    expect(page.querySelector('app-difference-list article ins')?.textContent).toContain('Åtta');
    expect(page.querySelector('button')).toBeNull();
  });

  it('says that the day has passed, and why it was taken back', async () => {
    await open({ due: '2026-11-20', state: 'silent' });
    expect(text()).toContain('Ni kan fortfarande svara');
    close();
    await show();
    await read({ state: 'taken-back', editable: false, takenBackReason: 'Fel enhet.' });
    expect(text()).toContain('Fel enhet.');
    expect(page.querySelector('app-draft-section')).toBeNull();
  });
});
