import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PortalPeopleView } from '@insyn/api-schema';
import { commandKeys } from '../../http/command-keys.js';
import { problems } from '../../http/problems.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { Toasts } from '../../ui/toasts.js';
import { aProviderSession } from '../a-request.js';
import { PeoplePage } from './people-page.js';

const PEOPLE = '/api/portal/people?providerId=p1';
const VIEW: PortalPeopleView = {
  provider: { id: 'p1', name: 'Björkens assistans AB' },
  people: [
    { accountId: 'account-9', name: 'Ali Demir', email: 'ali@bjorken.example', primary: true, me: true },
    { accountId: 'account-8', name: 'Eva Lind', email: 'eva@bjorken.example', primary: false, me: false },
  ],
  invitations: [{ id: 'i1', name: 'Bo Ek', email: 'bo@bjorken.example', expiresAt: '2026-12-06T10:00:00.000Z' }],
  mayAdminister: true,
};

describe('who answers for a provider', () => {
  let fixture: ComponentFixture<PeoplePage>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
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
  });
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function begin(providers = [VIEW.provider]): Promise<void> {
    fixture = TestBed.createComponent(PeoplePage);
    page = fixture.nativeElement;
    fixture.detectChanges();
    server.expectOne('/api/portal/session').flush({ providers });
    await settle();
  }
  async function open(changes: Partial<PortalPeopleView> = {}): Promise<void> {
    await begin();
    server.expectOne(PEOPLE).flush({ ...VIEW, ...changes });
    await settle();
  }
  const text = () => page.textContent?.replace(/\s+/g, ' ') ?? '';
  const button = (word: string) =>
    [...page.querySelectorAll('button')].find((each) =>
      each.textContent?.replace(/\s+/g, ' ').trim().startsWith(word),
    )!;
  async function confirmed(): Promise<void> {
    TestBed.inject(Confirm).answer({ reason: '' });
    await settle();
  }

  it('are named with their role, and those who are invited with how long their link holds', async () => {
    await open();
    expect(text()).toContain('Ali Demir (du)');
    expect(page.querySelector('app-chip')?.textContent).toContain('Huvudkontakt');
    expect(text()).toContain('Länken gäller till 6 december 2026');
  });

  it('cannot be removed by anyone but the primary contact', async () => {
    await open({ mayAdminister: false });
    expect(button('Ta bort')).toBeUndefined();
    expect(text()).toContain('Huvudkontakten kan ta bort personer');
  });

  it('are removed after a question, and read anew', async () => {
    await open();
    button('Ta bort').click();
    expect(TestBed.inject(Confirm).open()?.question.heading).toBe('Ta bort Eva Lind?');
    server.expectNone({ method: 'DELETE', url: '/api/portal/people/account-8?providerId=p1' });
    await confirmed();
    server.expectOne({ method: 'DELETE', url: '/api/portal/people/account-8?providerId=p1' }).flush(null);
    await settle();
    server.expectOne(PEOPLE);
    expect(TestBed.inject(Toasts).shown()[0]?.text).toBe('Eva Lind är borttagen');
  });

  it('stay when one turns back', async () => {
    await open();
    button('Ta bort').click();
    TestBed.inject(Confirm).answer(null);
    await settle();
    server.expectNone({ method: 'DELETE', url: '/api/portal/people/account-8?providerId=p1' });
  });

  it('get another primary contact after a question', async () => {
    await open();
    button('Gör till huvudkontakt').click();
    await confirmed();
    const sent = server.expectOne({ method: 'POST', url: '/api/portal/people/account-8/primary' });
    expect(sent.request.body).toEqual({ providerId: 'p1' });
  });

  it('can have an invitation taken back; why not is said', async () => {
    await open();
    button('Ta tillbaka').click();
    await confirmed();
    server
      .expectOne({ method: 'DELETE', url: '/api/portal/invitations/i1' })
      .flush({ title: 'Inbjudan är redan använd.' }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(TestBed.inject(Toasts).shown()[0]).toMatchObject({ text: 'Inbjudan är redan använd.', tone: 'problem' });
    server.expectOne(PEOPLE);
  });

  describe('and whom one invites', () => {
    async function write(name: string, email: string): Promise<void> {
      const fields = page.querySelectorAll<HTMLInputElement>('dialog input');
      for (const [index, value] of [name, email].entries()) {
        fields[index]!.value = value;
        fields[index]!.dispatchEvent(new Event('input'));
      }
      page.querySelector('dialog form')!.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    }
    async function invite(uppgift?: string): Promise<void> {
      await open();
      fixture.componentRef.setInput('uppgift', uppgift);
      button('Bjud in en kollega').click();
      await settle();
    }

    it.each<[string, string | undefined, string | null]>([
      ['the task that one came from', 'plan-1', 'plan-1'],
      ['nothing but the provider, from the page itself', undefined, null],
    ])('gets a mail about %s', async (_, uppgift, taskId) => {
      await invite(uppgift);
      await write('Bo Ek', 'bo@bjorken.example');
      const sent = server.expectOne({ method: 'POST', url: '/api/portal/invitations' });
      expect(sent.request.body).toEqual({ providerId: 'p1', taskId, name: 'Bo Ek', email: 'bo@bjorken.example' });
      expect(sent.request.headers.has('Idempotency-Key')).toBe(true);
      sent.flush({ id: 'i2', version: 1 });
      await settle();
      expect(page.querySelector('dialog')).toBeNull();
      server.expectOne(PEOPLE);
    });

    it('is asked for again with what is wrong, and sent again after a lost network', async () => {
      await invite();
      await write('Bo Ek', 'bo');
      expect(page.querySelector('dialog .summary')?.textContent).toContain('namn@exempel.se');
      await write('Bo Ek', 'bo@bjorken.example');
      server.expectOne('/api/portal/invitations').error(new ProgressEvent('error'));
      await settle();
      expect(page.querySelector('dialog .summary')?.textContent).toContain('Det går inte att nå Insyn');
      await write('Bo Ek', 'bo@bjorken.example');
      server.expectOne('/api/portal/invitations');
    });
  });

  it('are chosen between when one answers for several providers', async () => {
    await begin([VIEW.provider, { id: 'p2', name: 'Annan AB' }]);
    server.expectOne(PEOPLE).flush(VIEW);
    await settle();
    expect([...page.querySelectorAll('option')].map((each) => each.textContent)).toEqual([
      'Björkens assistans AB',
      'Annan AB',
    ]);
    fixture.componentRef.setInput('utforare', 'p2');
    await settle();
    server.expectOne('/api/portal/people?providerId=p2');
  });

  it.each([
    [403, 'Du har inte behörighet'],
    [500, 'Det gick inte att läsa in sidan'],
  ])('says what is wrong when they cannot be read (%i)', async (status, heading) => {
    await begin();
    expect(page.querySelector('app-loading')).not.toBeNull();
    server.expectOne(PEOPLE).flush({ title: 'Nej.' }, { status, statusText: 'No' });
    await settle();
    expect(page.querySelector('[role=alert] h2')?.textContent).toBe(heading);
  });
});
