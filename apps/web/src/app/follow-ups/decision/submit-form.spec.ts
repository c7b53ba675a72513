import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { BlockerView, FollowUpView } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { SubmitForm } from './submit-form.js';

const ready = aFollowUpView({ missing: [], offers: [{ name: 'submit', blockers: [] }] });
const unmet: BlockerView = {
  code: 'critical-clause-without-requirement',
  message: '§ 15 är kritisk och uppfylls inte men saknar krav eller skäl',
  place: { kind: 'clause', id: 'c15' },
};

describe('the judgement that the officer sends', () => {
  let fixture: ComponentFixture<SubmitForm>;
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

  async function open(view: FollowUpView = ready, blockers: BlockerView[] = []): Promise<void> {
    TestBed.inject(OpenFollowUp).id.set(view.id);
    fixture = TestBed.createComponent(SubmitForm);
    fixture.componentRef.setInput('view', view);
    page = fixture.nativeElement;
    fixture.detectChanges();
    for (const reading of server.match('/api/follow-ups/u1')) reading.flush(view);
    server.expectOne('/api/follow-ups/u1/judgement-proposal').flush({
      outcome: 'approved-with-remarks',
      grounds: [{ text: 'Krav ställs: Säkerställ planer', clauseIds: [], findingIds: [], actionIds: [] }],
      blockers,
    });
    await settle();
  }
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function choose(outcome: string): Promise<void> {
    page.querySelector<HTMLInputElement>(`input[value=${outcome}]`)!.dispatchEvent(new Event('change'));
    await settle();
  }
  function write(id: string, text: string): void {
    const area = page.querySelector<HTMLTextAreaElement>(`#submit-${id}`)!;
    area.value = text;
    area.dispatchEvent(new Event('input'));
  }
  async function send(): Promise<void> {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }
  const errors = () => [...page.querySelectorAll('app-error-summary li')].map((each) => each.textContent?.trim());

  it('shows what the rule proposes with its grounds, and leaves the choice to the person (R9)', async () => {
    await open();
    expect(page.querySelector('.notice')?.textContent).toMatch(
      /Godkänd med anmärkning.*Krav ställs: Säkerställ planer/s,
    );
    expect(page.querySelector('input:checked')).toBeNull();
  });

  it('asks for a reason when the outcome departs from the proposal, and sends it', async () => {
    await open();
    await choose('approved-with-remarks');
    expect(page.querySelector('#submit-departure')).toBeNull();
    await choose('not-approved');
    write('text', 'Bristen består.');
    write('fact-check', 'Utföraren deltog i mötet.');
    await send();
    expect(errors()).toEqual(['Skriv varför bedömningen avviker från förslaget.']);
    write('departure', 'Påpekades även 2025.');
    await send();
    expect(server.expectOne('/api/follow-ups/u1/submit').request.body).toEqual({
      contentVersion: 12,
      outcome: 'not-approved',
      text: 'Bristen består.',
      departureReason: 'Påpekades även 2025.',
      noFactCheckReason: 'Utföraren deltog i mötet.',
      unmetReasons: [],
    });
  });

  it('asks why a critical clause that is not met carries no requirement', async () => {
    await open(aFollowUpView({ offers: [{ name: 'submit', blockers: [unmet] }] }), [unmet]);
    expect(page.querySelector('#submit-blockers')).toBeNull();
    await choose('approved-with-remarks');
    write('text', 'Kort.');
    write('fact-check', 'Skäl.');
    await send();
    expect(errors()).toEqual(['Ställ ett krav, eller skriv varför inget krav ställs.']);
    write('clause-c15', 'Avtalet löper ut.');
    await send();
    expect(server.expectOne('/api/follow-ups/u1/submit').request.body).toMatchObject({
      unmetReasons: [{ kind: 'clause', id: 'c15', reason: 'Avtalet löper ut.' }],
    });
  });

  it('lists what must be mended first with links, says why it does not send, and sends nothing', async () => {
    await open(aFollowUpView());
    const link = page.querySelector('#submit-blockers a');
    expect(link?.textContent).toBe('§ 14 saknar bedömning');
    expect(link?.getAttribute('href')).toBe('/uppfoljningar/u1/bedomning?punkt=c14');
    const button = page.querySelector('button[type=submit]')!;
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.getAttribute('aria-describedby')).toBe('submit-blockers');
    await choose('approved-with-remarks');
    await send();
    server.expectNone('/api/follow-ups/u1/submit');
  });

  it('keeps the words when the server refuses, and says why', async () => {
    await open();
    await choose('approved-with-remarks');
    write('text', 'Godtagbart.');
    write('fact-check', 'Skäl.');
    await send();
    const refusal = { title: 'Uppföljningen har ändrats sedan du läste den.', code: 'stale-content' };
    server.expectOne('/api/follow-ups/u1/submit').flush(refusal, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(errors()).toEqual([refusal.title]);
    expect(page.querySelector<HTMLTextAreaElement>('#submit-text')?.value).toBe('Godtagbart.');
  });

  it('has the words after a reload of the page, until they are sent', async () => {
    await open();
    await choose('approved-with-remarks');
    write('text', 'Godtagbart.');
    await settle();
    fixture.destroy();
    await open();
    expect(page.querySelector<HTMLTextAreaElement>('#submit-text')?.value).toBe('Godtagbart.');
    write('fact-check', 'Skäl.');
    await send();
    server.expectOne('/api/follow-ups/u1/submit').flush(aFollowUpView({ state: 'deciding', contentVersion: 13 }));
    await settle();
    expect(Object.keys(sessionStorage)).toEqual([]);
  });
});
