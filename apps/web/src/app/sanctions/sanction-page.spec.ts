import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SanctionView } from '@insyn/api-schema';
import { permissionsOf } from '@insyn/domain';
import { problems } from '../http/problems.js';
import { aSession } from '../sign-in/a-session.js';
import { Session } from '../sign-in/session.js';
import { Confirm } from '../ui/confirm.js';
import { aDisputeFile, aSanction } from './a-sanction.js';
import { SanctionPage } from './sanction-page.js';

const URL = '/api/sanctions/x1';

// The whole page is compiled in the first of these, which takes its time on a busy machine.
jest.setTimeout(20_000);

describe('the page of a sanction', () => {
  let fixture: ComponentFixture<SanctionPage>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideHttpClient(withInterceptors([problems])), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aSession({ roles: ['manager'], permissions: permissionsOf(['manager']) }));
    await loading;
    fixture = TestBed.createComponent(SanctionPage);
    fixture.componentRef.setInput('id', 'x1');
    page = fixture.nativeElement;
    fixture.detectChanges();
  });

  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function open(changes: Partial<SanctionView> = {}): Promise<void> {
    server.expectOne(URL).flush(aSanction(changes));
    await settle();
  }
  const text = (selector = 'app-resource-view') =>
    page.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const button = (word: string) =>
    [...page.querySelectorAll('button')].find((each) => each.textContent?.trim() === word)!;
  async function press(word: string): Promise<void> {
    button(word).click();
    await settle();
  }
  async function write(selector: string, words: string): Promise<void> {
    const field = page.querySelector<HTMLInputElement>(selector)!;
    field.value = words;
    field.dispatchEvent(new Event('input'));
    await settle();
  }
  async function submit(yes = true): Promise<void> {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    TestBed.inject(Confirm).answer(yes ? { reason: '' } : null);
    await settle();
  }
  const errors = () => [...page.querySelectorAll('.summary li')].map((each) => each.textContent?.trim());

  it('says that it is being read, then what was decided, why and by what right', async () => {
    expect(page.querySelector('app-loading')).not.toBeNull();
    await open();
    expect(page.querySelector('h1')?.textContent).toBe('Vite');
    expect(text('app-sanction-facts')).toMatch(/12 500 kr.*2 procent av 625 000 kr.*punkt 4\.7.*4 december 2026/);
    expect([...page.querySelectorAll('app-sanction-facts .prose')].map((each) => each.textContent?.trim())).toEqual([
      'Rutin saknas.',
      'Det var så även förra året.',
    ]);
    expect(page.querySelector<HTMLAnchorElement>('app-sanction-facts li a')?.getAttribute('href')).toBe(
      '/uppfoljningar/u1/krav#action-r15',
    );
    expect(page.querySelector<HTMLAnchorElement>('a[target]')?.getAttribute('href')).toBe('/api/documents/d1');
  });

  it.each([
    [404, 'Sidan finns inte'],
    [403, 'Du har inte behörighet'],
  ])('says so where it cannot be shown (%i)', async (status, heading) => {
    server.expectOne(URL).flush({ title: 'Nej.' }, { status, statusText: 'No' });
    await settle();
    expect(page.querySelector('[role=alert] h2')?.textContent).toBe(heading);
  });

  it('tells the history oldest first, with amounts and records, and whose doing it was', async () => {
    const event = { text: '', amount: null, record: null } as const;
    await open({
      events: [
        { ...event, id: 'e1', kind: 'decide', state: 'decided', on: '2026-11-20', by: 'Karin Wester' },
        {
          ...{
            ...event,
            id: 'e2',
            kind: 'dispute',
            state: 'disputed',
            on: '2026-11-21',
            by: null,
            text: 'Det är fel.',
          },
          record: { id: 'h1', direction: 'in', publicTitle: 'Bestridande av påföljd' },
        },
        { ...event, id: 'e3', kind: 'reduce', state: 'reduced', on: '2026-11-22', by: 'Karin Wester', amount: 8000 },
      ],
    });
    expect([...page.querySelectorAll('app-sanction-events h3')].map((each) => each.textContent)).toEqual([
      'Beslutades',
      'Bestreds av utföraren',
      'Beloppet sattes ned',
    ]);
    expect(text('app-sanction-events')).toMatch(
      /Söderängs Omsorg AB.*Inkommen handling: Bestridande av påföljd.*Nytt belopp: 8 000 kr/,
    );
  });

  it('is sent after a question, with a day to answer that the manager may move', async () => {
    await open({
      state: 'decided',
      sentOn: null,
      answerDue: null,
      offers: [{ name: 'send', needs: null, needsCommittee: false, blockers: [] }],
    });
    expect(text()).toContain('Utföraren ser det inte än');
    await press('Skicka till utföraren');
    expect(page.querySelector<HTMLInputElement>('input[type=date]')?.value).toBe('2026-12-07');
    await write('input[type=date]', '2026-11-22');
    await submit();
    expect(errors()).toEqual(['Välj en dag efter i dag.']);
    await write('input[type=date]', '2026-12-10');
    await submit(false);
    server.expectNone(`${URL}/send`);
    await submit();
    const sent = server.expectOne(`${URL}/send`);
    expect(sent.request.body).toEqual({ version: 3, answerDue: '2026-12-10' });
    sent.flush({ id: 'x1', version: 4 });
    await settle();
    server.expectOne(URL).flush(aSanction({ offers: [] }));
    await settle();
    expect(page.querySelector('app-act-form')).toBeNull();
  });

  it('shows what the provider disputes above all, and sends the answer', async () => {
    await open({
      state: 'disputed',
      dispute: {
        ...{ text: 'Rutinen finns.', at: '2026-11-22T09:00:00.000Z', by: 'Utföraren', late: true },
        files: [aDisputeFile({ href: '/api/sanction-files/f1' })],
      },
      offers: [{ name: 'answer', needs: 'text', needsCommittee: false, blockers: [] }],
    });
    expect(text('.notice')).toMatch(/Utföraren bestrider påföljden.*Rutinen finns\..*efter svarsdagen/);
    expect(page.querySelector('.notice a[download]')?.getAttribute('href')).toBe('/api/sanction-files/f1');
    await press('Bemöt bestridandet');
    await submit();
    expect(errors()).toEqual(['Skriv ett svar.']);
    await write('textarea', 'Den gäller inte alla.');
    await submit();
    expect(server.expectOne(`${URL}/answer`).request.body).toEqual({ version: 3, text: 'Den gäller inte alla.' });
  });

  it('keeps what the provider disputed in sight when it has been answered', async () => {
    const dispute = { text: 'Rutinen finns.', at: '2026-11-22T09:00:00.000Z', by: 'Utföraren', late: false };
    await open({ state: 'upheld', offers: [], dispute: { ...dispute, files: [aDisputeFile()] } });
    expect(text('[aria-labelledby=dispute-heading]')).toMatch(
      /Utförarens bestridande.*Rutinen finns\..*bemanning\.pdf/,
    );
    expect(page.querySelector('.notice.warning')).toBeNull();
  });

  it('is reduced to a lower amount only, written the Swedish way', async () => {
    await open({
      state: 'answered',
      offers: [{ name: 'reduce', needs: 'amount-and-reason', needsCommittee: false, blockers: [] }],
    });
    await press('Sätt ned beloppet');
    await write('textarea', 'Bristen gällde en enhet.');
    await write('input.amount', '12 500');
    await submit();
    expect(errors()).toEqual(['Det nya beloppet ska vara lägre än 12\u00a0500\u00a0kr.']);
    await write('input.amount', '8 000 kr');
    await submit();
    const { body } = server.expectOne(`${URL}/reduce`).request;
    expect(body).toEqual({ version: 3, amount: 8000, reason: 'Bristen gällde en enhet.' });
  });

  it('says why it may not stand fast yet, and does nothing then', async () => {
    const message = 'Utföraren kan svara till och med 4 december 2026';
    const blocker = { code: 'answer-time-not-out', message, place: { kind: 'follow-up' } };
    await open({ offers: [{ name: 'uphold', needs: 'reason', needsCommittee: false, blockers: [blocker] }] });
    expect(button('Låt stå fast').getAttribute('aria-disabled')).toBe('true');
    await press('Låt stå fast');
    expect(page.querySelector('app-act-form')).toBeNull();
    expect(text('#act-blockers')).toBe(message);
  });

  it('says once what stops several acts, and what to do where the contract has been taken over', async () => {
    const stop = (code: string, message: string) => ({ code, message, place: { kind: 'follow-up' as const } });
    const conflict = stop('conflict-declared', 'Du har anmält jäv i ärendet');
    const takenOver = stop('contract-taken-over', 'Avtalet har tagits över sedan beslutet. Återta påföljden');
    await open({
      state: 'decided',
      offers: [
        { name: 'send', needs: null, needsCommittee: false, blockers: [conflict, takenOver] },
        { name: 'withdraw', needs: 'reason', needsCommittee: false, blockers: [conflict] },
      ],
    });
    const lines = [...page.querySelectorAll('#act-blockers li')].map((each) => each.textContent?.trim());
    expect(lines).toEqual([conflict.message, takenOver.message]);
    await press('Skicka till utföraren');
    expect(page.querySelector('app-act-form')).toBeNull();
  });

  it('leads one who has not declared about conflict of interest to where one does', async () => {
    const message = 'Du har inte intygat att du saknar jäv';
    const blocker = { code: 'conflict-undeclared', message, place: { kind: 'follow-up' as const } };
    await open({ offers: [{ name: 'withdraw', needs: 'reason', needsCommittee: false, blockers: [blocker] }] });
    const way = [...page.querySelectorAll('a')].find((each) => each.textContent?.trim() === 'Svara om jäv i ärendet');
    expect(way?.getAttribute('href')).toBe('/uppfoljningar/u1/pafoljder');
  });

  it('asks for the committee’s own decision where only the committee may change it', async () => {
    const reduce = { name: 'reduce', needs: 'amount-and-reason', needsCommittee: true, blockers: [] } as const;
    await open({ state: 'answered', offers: [{ ...reduce, blockers: [] }] });
    await press('Sätt ned beloppet');
    expect(text('app-act-form .notice')).toContain('Nämnden beslutar själv om påföljden');
    await write('input.amount', '8000');
    await write('textarea', 'Bristen gällde en enhet.');
    await submit();
    expect(errors()).toEqual(['Ange vilken dag nämnden beslutade.', 'Ange nämndens beslut, till exempel § 41.']);
    await write('input[type=date]', '2026-11-19');
    await write('.form-row input:not([type=date])', ' § 44 ');
    await submit();
    expect(errors()).toEqual(['Nämnden kan inte ha beslutat före 20 november 2026, då påföljden beslutades.']);
    await write('input[type=date]', '2026-11-21');
    await submit();
    expect(server.expectOne(`${URL}/reduce`).request.body).toEqual({
      ...{ version: 3, amount: 8000, reason: 'Bristen gällde en enhet.' },
      committeeDecision: { decidedOn: '2026-11-21', reference: '§ 44' },
    });
  });

  it('keeps the words, and reads it anew, when somebody else was first', async () => {
    await open();
    await press('Återta');
    await write('textarea', 'Rutinen fanns.');
    await submit();
    const problem = { code: 'stale-version', title: 'Uppgifterna har ändrats av Per Holmqvist.' };
    server.expectOne(`${URL}/withdraw`).flush(problem, { status: 409, statusText: 'Conflict' });
    await settle();
    server.expectOne(URL).flush(aSanction({ version: 5 }));
    await settle();
    expect(errors()).toEqual(['Uppgifterna har ändrats av Per Holmqvist.']);
    expect(page.querySelector('textarea')?.value).toBe('Rutinen fanns.');
    await submit();
    const { body } = server.expectOne(`${URL}/withdraw`).request;
    expect(body).toEqual({ version: 5, reason: 'Rutinen fanns.' });
  });
});
