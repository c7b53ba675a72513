import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CHECKLIST_TEMPLATES } from '@insyn/domain';
import { problems } from '../../http/problems.js';
import { aFollowUpView, aMeeting } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { InterviewForm } from './interview-form.js';
import { MeetingForm } from './meeting-form.js';
import { ReviewForm } from './review-form.js';

jest.setTimeout(20_000);

describe('a form of evidence', () => {
  let fixture: ComponentFixture<unknown>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
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
    TestBed.inject(OpenFollowUp).id.set('u1');
    TestBed.tick();
    server.expectOne('/api/follow-ups/u1').flush(aFollowUpView());
    await settled();
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  async function open(form: Type<unknown>, inputs: Record<string, unknown> = {}): Promise<void> {
    fixture = TestBed.createComponent(form);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    page = fixture.nativeElement;
    await settle();
  }
  async function settle(): Promise<void> {
    fixture.detectChanges();
    await settled();
    fixture.detectChanges();
  }
  const field = (label: string, at = 0) => {
    const labels = [...page.querySelectorAll('label')].filter((each) =>
      each.textContent?.replace(/\s+/g, ' ').trim().startsWith(label),
    );
    return page.querySelector<HTMLInputElement>(`#${labels.at(at)!.htmlFor}`)!;
  };
  async function write(label: string, text: string, at = 0): Promise<void> {
    const target = field(label, at);
    target.value = text;
    target.dispatchEvent(new Event('input'));
    target.dispatchEvent(new Event('change'));
    await settle();
  }
  async function press(word: string): Promise<void> {
    [...page.querySelectorAll('button')]
      .find((each) => each.textContent?.replace(/\s+/g, ' ').trim() === word)!
      .click();
    await settle();
  }
  async function submit(): Promise<void> {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }

  describe('of an interview', () => {
    it('warns under the text of names that the case knows, while it is written', async () => {
      await open(InterviewForm, { interview: null });
      await write('Vad de berättade', 'Elin Berg sade att planerna saknas.');
      expect(page.querySelector('.warns')?.textContent).toContain('Texten innehåller namnet ”Elin Berg”');
      await write('Vad de berättade', 'En medarbetare sade att planerna saknas.');
      expect(page.querySelector('.warns')).toBeNull();
    });

    it('shows what the server refuses at its field, and keeps what was written', async () => {
      await open(InterviewForm, { interview: null });
      await write('Rubrik', 'Intervju med personal');
      await write('Datum', '2026-11-20');
      await write('Vad de berättade', 'Sven ringde.');
      await submit();
      const message = 'Texten innehåller namnet ”Sven”. Skriv rollen i stället.';
      server
        .expectOne('/api/follow-ups/u1/interviews')
        .flush(
          { title: 'Uppgifterna är inte giltiga.', code: 'invalid', errors: [{ field: 'text', message }] },
          { status: 400, statusText: 'Bad Request' },
        );
      await settle();
      const area = field('Vad de berättade');
      expect(area.getAttribute('aria-invalid')).toBe('true');
      expect(area.value).toBe('Sven ringde.');
      expect(page.querySelector('app-field .error-text')?.textContent).toBe(message);
    });
  });

  describe('of a review', () => {
    it('is filled with the questions of a ready checklist, which can be changed', async () => {
      await open(ReviewForm);
      const [template] = CHECKLIST_TEMPLATES;
      await press('Använd checklistan');
      const questions = [...page.querySelectorAll<HTMLInputElement>('.question input')].map(({ value }) => value);
      expect(questions).toEqual(template!.questions);
    });
  });

  describe('of a meeting', () => {
    it('sends the times of a clock in Sweden as instants, with the state, the agenda and addresses', async () => {
      await open(MeetingForm, { meeting: null });
      server.expectOne('/api/providers/p1').flush({
        contacts: [{ id: 'k', name: 'Elin Berg', role: 'verksamhetschef', email: 'elin@bjorken.example', phone: null }],
      });
      await settle();
      await press('Elin Berg, verksamhetschef');
      await write('Namn', 'Maja Sandell');
      await write('Roll', 'verksamhetsutvecklare');
      await write('Rubrik', 'Uppföljningsmöte');
      page.querySelector<HTMLInputElement>('input[value=planned]')!.click();
      await write('Datum', '2026-12-01');
      await write('Börjar', '09:30');
      await write('Slutar', '11:00');
      await press('Föreslå dagordning');
      const place = { kind: 'clause', id: 'c17' };
      server.expectOne('/api/follow-ups/u1/agenda-proposal').flush({
        items: [
          { text: '§ 14 Kompetensutveckling', clauseId: 'c14', place },
          { text: '§ 17 Avvikelser', clauseId: 'c17', place },
        ],
      });
      await settle();
      const second = page.querySelectorAll<HTMLInputElement>('app-agenda-fields li input')[1]!;
      second.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true }));
      await settle();
      await submit();
      expect(server.expectOne('/api/follow-ups/u1/meetings').request.body).toMatchObject({
        state: 'planned',
        heldOn: '2026-12-01',
        startsAt: '2026-12-01T08:30:00.000Z',
        endsAt: '2026-12-01T10:00:00.000Z',
        agenda: [
          { text: '§ 17 Avvikelser', clauseId: 'c17' },
          { text: '§ 14 Kompetensutveckling', clauseId: 'c14' },
        ],
        participants: [
          { side: 'municipality', name: 'Maja Sandell', email: null },
          { side: 'provider', name: 'Elin Berg', role: 'verksamhetschef', email: 'elin@bjorken.example' },
        ],
      });
    });

    it('says in which of the two times the fault is', async () => {
      await open(MeetingForm, { meeting: aMeeting() });
      await write('Börjar', '11:00');
      await write('Slutar', '10:00');
      await submit();
      expect(page.querySelector('app-error-summary')?.textContent).toContain('sluta efter att det börjar');
      await write('Slutar', '');
      expect(page.querySelector('app-error-summary')?.textContent).toContain('Ange också när mötet slutar');
      server.expectNone('/api/meetings/e2');
    });
  });
});
