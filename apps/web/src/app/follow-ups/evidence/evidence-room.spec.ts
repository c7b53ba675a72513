import { type CdkDragDrop, CdkDropList } from '@angular/cdk/drag-drop';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { By } from '@angular/platform-browser';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AttachmentView, FollowUpView } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { aFollowUpView, aMeeting, anAssessment, aReview } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { EvidenceTab } from './evidence-tab.js';

jest.setTimeout(20_000);
// jsdom has no modal dialogs of its own.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.setAttribute('open', '');
};

const CASE = '/api/follow-ups/u1';

describe('the evidence room', () => {
  let harness: RouterTestingHarness;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [{ path: 'underlag', component: EvidenceTab, providers: [OpenFollowUp] }],
          withComponentInputBinding(),
        ),
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });

  async function open(query = '', view: FollowUpView = aFollowUpView()): Promise<void> {
    harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(`/underlag${query}`);
    (harness.routeDebugElement!.componentInstance as { followUp: OpenFollowUp }).followUp.id.set('u1');
    harness.detectChanges();
    server.expectOne(CASE).flush(view);
    await settle();
    page = harness.routeNativeElement!;
  }
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    harness.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    harness.detectChanges();
  }
  const rows = () => [...page.querySelectorAll('app-evidence-list b')].map((each) => each.textContent);
  const text = (selector: string) => page.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim();
  const button = (word: string) =>
    [...page.querySelectorAll('button')].find((each) => each.textContent?.replace(/\s+/g, ' ').trim() === word)!;

  it('shows all in one list, one of them beside, and the clauses that lack evidence with their number', async () => {
    await open();
    expect(rows()).toEqual(['Möte med verksamhetschefen', 'Granskning av planer']);
    expect(text('app-evidence-card h2')).toBe('Möte med verksamhetschefen');
    expect(text('#without-evidence')).toBe('Avtalspunkter utan underlag 2');
    expect(text('app-clause-panel ul')).toBe('§ 14 Kompetensutveckling§ 17 Avvikelser, lex Sarah');
  });

  it.each([
    ['?slag=document-review', ['Granskning av planer']],
    ['?av=Karin%20%C3%85berg', ['Möte med verksamhetschefen']],
    ['?punkt=c15', ['Granskning av planer']],
    ['?utan=punkt', ['Möte med verksamhetschefen']],
    ['?sok=elin%20berg', ['Möte med verksamhetschefen']],
    ['?sok=aktuell%20genomf%C3%B6randeplan', ['Granskning av planer']],
    ['?slag=meeting&punkt=c15', []],
  ])('is narrowed by its address: %s', async (query, titles) => {
    await open(query);
    expect(rows()).toEqual(titles);
  });

  it('is narrowed to a clause by a press on it, and says that nothing is there yet', async () => {
    await open();
    page.querySelector<HTMLButtonElement>('app-clause-panel li button')!.click();
    await settle();
    expect(rows()).toEqual([]);
    expect(text('app-empty-state .heading')).toBe('§ 14 har inget underlag än');
    button('Visa allt underlag').click();
    await settle();
    expect(rows()).toHaveLength(2);
  });

  it('counts no clause as covered by a meeting that has not been held', async () => {
    const planned = { ...aMeeting(), counts: false, meeting: { ...aMeeting().meeting!, state: 'planned' as const } };
    const assessed = [anAssessment({ evidenceIds: ['e2'] })];
    await open('', aFollowUpView({ evidence: [planned], assessments: assessed, findings: [] }));
    expect(text('#without-evidence')).toBe('Avtalspunkter utan underlag 3');
  });

  it('links by the keyboard: a list of clauses with boxes, saved with the version of the clause’s assessment', async () => {
    await open('?underlag=e2');
    button('Koppla till avtalspunkt').click();
    await settle();
    const boxes = [...page.querySelectorAll<HTMLInputElement>('app-link-dialog input[type=checkbox]')];
    expect(boxes.map(({ checked }) => checked)).toEqual([false, false, false]);
    boxes[1]!.click();
    await settle();
    const sent = server.expectOne({ method: 'PUT', url: `${CASE}/assessments` });
    expect(sent.request.body).toEqual({
      clauseIds: ['c15'],
      version: 3,
      verdict: 'partly-met',
      text: anAssessment().text,
      evidenceIds: ['e1', 'e2'],
    });
    sent.flush(anAssessment({ evidenceIds: ['e1', 'e2'], version: 4 }));
    await settle();
    server.expectOne(CASE).flush(aFollowUpView({ assessments: [anAssessment({ evidenceIds: ['e1', 'e2'] })] }));
    await settle();
    expect(text('.links ul')).toBe('§ 15 Genomförandeplaner');
  });

  it('links what is dropped on a clause that nobody has assessed, without a verdict', async () => {
    await open();
    const clause = harness.routeDebugElement!.queryAll(By.css('app-clause-panel li'))[1]!.injector.get(CdkDropList);
    clause.dropped.emit({ item: { data: 'e2' }, container: clause } as unknown as CdkDragDrop<unknown>);
    await settle();
    expect(server.expectOne({ method: 'PUT', url: `${CASE}/assessments` }).request.body).toEqual({
      clauseIds: ['c17'],
      version: null,
      verdict: null,
      text: '',
      evidenceIds: ['e2'],
    });
  });

  it('puts the link on a colleague’s assessment that was saved in between, and takes nothing of it', async () => {
    await open('?underlag=e2');
    button('Koppla till avtalspunkt').click();
    await settle();
    page.querySelectorAll<HTMLInputElement>('app-link-dialog input[type=checkbox]')[1]!.click();
    await settle();
    server
      .expectOne(`${CASE}/assessments`)
      .flush({ title: 'Ändrat.', code: 'stale-version' }, { status: 409, statusText: 'Conflict' });
    await settle();
    const theirs = anAssessment({ text: 'Karins text', verdict: 'met', version: 8 });
    server.expectOne(CASE).flush(aFollowUpView({ assessments: [theirs] }));
    await settle();
    expect(server.expectOne(`${CASE}/assessments`).request.body).toMatchObject({
      text: 'Karins text',
      verdict: 'met',
      version: 8,
      evidenceIds: ['e1', 'e2'],
    });
  });

  it('offers neither dragging nor linking once the content is frozen (R11)', async () => {
    await open('', aFollowUpView({ editable: false, state: 'closed' }));
    expect(button('Koppla till avtalspunkt')).toBeUndefined();
    const clauses = harness.routeDebugElement!.queryAll(By.css('app-clause-panel li'));
    expect(clauses.map((each) => each.injector.get(CdkDropList).disabled)).toEqual([true, true]);
  });

  describe('looks at files', () => {
    const aFile = (changes: Partial<AttachmentView>): AttachmentView => ({
      id: 'f1',
      fileName: 'rutin.csv',
      mediaType: 'text/csv',
      size: 40,
      sha256: 'a'.repeat(64),
      createdAt: '2026-11-20T09:00:00.000Z',
      href: '/api/attachments/f1',
      ...changes,
    });
    const openWith = (file: AttachmentView) =>
      open('', aFollowUpView({ evidence: [{ ...aReview(), attachments: [file] }] }));
    const bytes = (words: string) => {
      const encoded = new TextEncoder().encode(words);
      const buffer = new ArrayBuffer(encoded.length);
      new Uint8Array(buffer).set(encoded);
      return buffer;
    };
    const made: Blob[] = [];

    beforeEach(() => {
      made.length = 0;
      URL.createObjectURL = (blob: Blob) => `blob:http://localhost/${made.push(blob)}`;
      URL.revokeObjectURL = () => undefined;
    });

    it('text as it stands', async () => {
      await openWith(aFile({}));
      server.expectOne('/api/attachments/f1').flush(bytes('Steg;Vem\nRapportera;Den som ser\n'));
      await settle();
      expect(page.querySelector('app-file-preview pre')?.textContent).toBe('Steg;Vem\nRapportera;Den som ser\n');
    });

    it.each([
      ['application/pdf', 'plan.pdf', 'iframe'],
      ['image/png', 'bild.png', 'img'],
    ])('%s from memory, as the kind it was stored as', async (mediaType, fileName, element) => {
      await openWith(aFile({ mediaType, fileName }));
      server.expectOne('/api/attachments/f1').flush(bytes('innehåll'));
      await settle();
      expect(page.querySelector(`app-file-preview ${element}`)?.getAttribute('src')).toMatch(/^blob:/);
      expect(made[0]?.type).toBe(mediaType);
    });

    it('not at all where the kind cannot be shown: it is downloaded', async () => {
      await openWith(aFile({ mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }));
      expect(page.querySelector('app-file-preview')).toBeNull();
      server.expectNone('/api/attachments/f1');
    });
  });
});
