import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { MeetingNotes, MeetingNoteView } from '@insyn/api-schema';
import { aFollowUpView, aMeeting } from '../follow-ups/a-follow-up-view.js';
import { problems } from '../http/problems.js';
import { NOTE_PACE } from './meeting-notes.js';
import { MeetingPage } from './meeting-page.js';

jest.setTimeout(20_000);

const NOTES = '/api/meetings/e2/notes';
const BOX = 'app-note-box textarea';

describe('the page of a meeting', () => {
  let fixture: ComponentFixture<MeetingPage>;
  let page: HTMLElement;
  let server: HttpTestingController;
  const agenda = [{ id: 'item-1', text: 'Genomförandeplaner', clauseId: 'c15' }];
  const held = { ...aMeeting(), meeting: { ...aMeeting().meeting!, agenda } };

  beforeEach(() => {
    sessionStorage.clear();
    configure();
  });
  function configure(): void {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
        { provide: NOTE_PACE, useValue: { pollMs: 20, undoMs: 60 } },
      ],
    });
    server = TestBed.inject(HttpTestingController);
  }
  async function open(notes: MeetingNoteView[] = []): Promise<void> {
    fixture = TestBed.createComponent(MeetingPage);
    fixture.componentRef.setInput('id', 'u1');
    fixture.componentRef.setInput('evidenceId', 'e2');
    page = fixture.nativeElement;
    await settle();
    server.expectOne('/api/follow-ups/u1').flush(aFollowUpView({ evidence: [held] }));
    answerNotes({ notes });
    await settle();
  }
  async function settle(milliseconds = 0): Promise<void> {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    fixture.detectChanges();
  }
  const reading = (): TestRequest[] => server.match(({ url, method }) => url === NOTES && method === 'GET');
  const answerNotes = (changes: Partial<MeetingNotes>) => {
    const [request] = reading();
    request!.flush({ notes: [], removed: [], now: '2026-11-20T12:00:00.000Z', ...changes });
    return request!;
  };
  const puts = () => server.match(({ method }) => method === 'PUT');
  const aNote = (changes: Partial<MeetingNoteView> = {}): MeetingNoteView => ({
    id: 'n1',
    agendaItemId: 'item-1',
    text: 'Planerna följs upp varje år.',
    author: 'Karin Åberg',
    mine: false,
    writtenAt: '2026-11-20T12:01:00.000Z',
    version: 1,
    ...changes,
  });
  async function note(text: string, box = 0): Promise<void> {
    const area = page.querySelectorAll<HTMLTextAreaElement>(BOX)[box]!;
    area.value = text;
    area.dispatchEvent(new Event('input'));
    await settle();
    area.closest('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }
  const noted = () => [...page.querySelectorAll('app-note-item .text')].map((each) => each.textContent);
  const state = () => page.querySelector('.state')?.textContent;
  const button = (word: string) =>
    [...page.querySelectorAll('button')].find((each) => each.textContent?.trim().startsWith(word))!;
  const offline = { status: 0, statusText: 'Unknown Error' };

  it('has a box at every item of the agenda and one to write freely in', async () => {
    await open();
    expect([...page.querySelectorAll('app-note-box label')].map((each) => each.textContent)).toEqual([
      'Anteckna om Genomförandeplaner',
      'Anteckna fritt',
    ]);
    expect(state()).toBe('Allt är sparat');
  });

  it('sends a note with an id made here, its item and its time', async () => {
    await open();
    await note('Sju av nio har en plan.');
    const [sent] = puts();
    expect(sent!.request.url).toMatch(/^\/api\/meeting-notes\/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
    expect(sent!.request.body).toMatchObject({ evidenceId: 'e2', agendaItemId: 'item-1', version: null });
    expect(state()).toBe('Sparar …');
    const id = sent!.request.url.split('/').at(-1)!;
    sent!.flush(aNote({ id, text: 'Sju av nio har en plan.', mine: true }));
    await settle();
    expect(state()).toBe('Allt är sparat');
    expect(noted()).toEqual(['Sju av nio har en plan.']);
  });

  it('shows what two write at once, each note with its author', async () => {
    await open();
    await note('Min anteckning');
    const [sent] = puts();
    await settle(25);
    expect(answerNotes({ notes: [aNote()] }).request.params.get('since')).toBe('2026-11-20T12:00:00.000Z');
    const id = sent!.request.url.split('/').at(-1)!;
    sent!.flush(
      aNote({ id, text: 'Min anteckning', mine: true, author: 'Maja Sandell', writtenAt: '2026-11-20T12:02:00.000Z' }),
    );
    await settle();
    expect(noted()).toEqual(['Planerna följs upp varje år.', 'Min anteckning']);
    expect(page.querySelector('app-note-item .by')?.textContent).toContain('Karin Åberg');
  });

  it('keeps notes through a lost network and a reload, and sends each once when it is back', async () => {
    await open();
    await note('Första');
    puts()[0]!.error(new ProgressEvent('error'), offline);
    await settle();
    await note('Andra');
    expect(state()).toBe('Väntar på nätet (2 anteckningar). De finns kvar här.');
    const lost = noted();
    fixture.destroy();
    TestBed.resetTestingModule();
    configure();
    await open();
    expect(noted()).toEqual(lost);
    const arrived: string[] = [];
    for (let turn = 0; turn < 4; turn++) {
      for (const request of puts()) {
        arrived.push(`${request.request.body.text}`);
        const id = request.request.url.split('/').at(-1)!;
        request.flush(aNote({ ...request.request.body, id, mine: true, version: 1 }));
      }
      await settle();
    }
    expect(arrived).toEqual(['Första', 'Andra']);
    expect(Object.keys(sessionStorage)).toEqual([]);
    expect(state()).toBe('Allt är sparat');
  });

  it('sends a note whose answer was lost again under the same id', async () => {
    await open();
    await note('En gång');
    const [first] = puts();
    first!.error(new ProgressEvent('error'), offline);
    await settle();
    window.dispatchEvent(new Event('offline'));
    await settle();
    window.dispatchEvent(new Event('online'));
    await settle();
    const again = puts();
    expect(again.map(({ request }) => request.url)).toEqual([first!.request.url]);
    expect(again[0]!.request.body).toEqual(first!.request.body);
  });

  it('shows both texts when one has changed the note elsewhere, and saves one’s own on that version', async () => {
    await open([aNote({ mine: true, author: 'Maja Sandell' })]);
    button('Ändra').click();
    await settle();
    page.querySelector<HTMLTextAreaElement>('app-note-item textarea')!.value = 'Min nya text';
    page.querySelector('app-note-item form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const [sent] = puts();
    expect(sent!.request.body).toMatchObject({ text: 'Min nya text', version: 1 });
    const stale = { title: 'Uppgifterna har ändrats.', code: 'stale-version', version: 3, change: 'Telefonens text' };
    sent!.flush(stale, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(page.querySelector('.notice.problem')?.textContent).toContain('Telefonens text');
    expect(state()).toBe('1 anteckning är inte sparad');
    button('Spara min text').click();
    await settle();
    expect(puts()[0]!.request.body).toMatchObject({ text: 'Min nya text', version: 3 });
  });

  it('removes a note only when it has not been put back in time', async () => {
    await open([aNote({ mine: true })]);
    button('Ta bort').click();
    await settle();
    expect(noted()).toEqual([]);
    button('Ångra').click();
    await settle();
    expect(noted()).toEqual(['Planerna följs upp varje år.']);
    button('Ta bort').click();
    await settle(70);
    const removal = server.expectOne(({ method }) => method === 'DELETE');
    expect(removal.request.url).toBe('/api/meeting-notes/n1');
    expect(removal.request.params.get('version')).toBe('1');
    removal.flush(null, { status: 204, statusText: 'No Content' });
    await settle();
    expect(noted()).toEqual([]);
  });

  it('lets nobody change what another has written', async () => {
    await open([aNote()]);
    expect(page.querySelector('app-note-item button')).toBeNull();
  });
});
