import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FollowUpView } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { ReportTexts } from './report-texts.js';

const CASE = '/api/follow-ups/u1';

describe('the texts of the report', () => {
  let fixture: ComponentFixture<ReportTexts>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problems])), provideHttpClientTesting(), OpenFollowUp],
    });
    server = TestBed.inject(HttpTestingController);
  });

  async function open(view: FollowUpView = aFollowUpView()): Promise<void> {
    TestBed.inject(OpenFollowUp).id.set('u1');
    TestBed.tick();
    for (const reading of server.match(CASE)) reading.flush(view);
    fixture = TestBed.createComponent(ReportTexts);
    fixture.componentRef.setInput('view', view);
    page = fixture.nativeElement;
    await settle();
  }
  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  const area = (name: string) => page.querySelector<HTMLTextAreaElement>(`#text-${name}`)!;
  async function write(name: string, text: string): Promise<void> {
    area(name).value = text;
    area(name).dispatchEvent(new Event('input'));
    await settle();
  }
  async function leaveField(name: string): Promise<void> {
    area(name).dispatchEvent(new Event('blur'));
    await settle();
  }
  const sent = () => server.expectOne({ method: 'PATCH', url: CASE });
  async function refuse(status: number, title: string): Promise<void> {
    sent().flush({ title, code: 'refused' }, { status, statusText: 'No' });
    await settle();
  }
  async function press(word: string): Promise<void> {
    [...page.querySelectorAll('button')].find((each) => each.textContent?.trim() === word)!.click();
    await settle();
  }

  it('are saved when the writer leaves the field, and the next saving is on the version that came of it', async () => {
    await open();
    await write('summary', 'Verksamheten fungerar.');
    expect(page.querySelector('app-saved-indicator')?.textContent).toContain('Sparar');
    await leaveField('summary');
    const first = sent();
    expect(first.request.body).toMatchObject({
      title: 'Björkens assistans, personlig assistans 2026',
      background: 'Årlig uppföljning enligt planen.',
      summary: 'Verksamheten fungerar.',
      decisionDue: '2026-12-15',
      reportDate: null,
      version: 4,
    });
    first.flush({ id: 'u1', version: 5 });
    await settle();
    expect(page.querySelector('app-saved-indicator')?.textContent).toMatch(/Sparat \d\d:\d\d/);
    await write('purpose', 'Att se om avtalet följs.');
    await leaveField('purpose');
    expect(sent().request.body).toMatchObject({ purpose: 'Att se om avtalet följs.', version: 5 });
  });

  it('show both when someone else has saved first, and send one’s own on their version when it is kept', async () => {
    await open();
    await write('summary', 'Min sammanfattning');
    await leaveField('summary');
    await refuse(409, 'Någon annan har ändrat.');
    server.expectOne(CASE).flush(aFollowUpView({ summary: 'Karins sammanfattning', version: 7 }));
    await settle();
    const notice = page.querySelector('app-conflict-notice')!;
    expect(notice.textContent).toContain('Min sammanfattning');
    expect(notice.textContent).toContain('Karins sammanfattning');
    await press('Spara min text');
    expect(sent().request.body).toMatchObject({ summary: 'Min sammanfattning', version: 7 });
  });

  it('say why the server refused a text, and keep it', async () => {
    await open();
    await write('summary', 'För lång');
    await leaveField('summary');
    await refuse(400, 'Texten är för lång.');
    expect(page.querySelector('[role=alert]')?.textContent).toBe('Texten är för lång.');
    expect(area('summary').value).toBe('För lång');
  });

  it('are there unsaved after a reload, and saved on the version they were written on', async () => {
    const { title, background, purpose, decisionDue } = aFollowUpView();
    const unsaved = {
      title,
      background,
      purpose,
      summary: 'Före omladdningen',
      reportDate: '',
      decisionDue,
      version: 2,
    };
    sessionStorage.setItem('insyn.draft.nobody.follow-up-texts/u1', JSON.stringify(unsaved));
    await open();
    expect(area('summary').value).toBe('Före omladdningen');
    await leaveField('summary');
    expect(sent().request.body).toMatchObject({ summary: 'Före omladdningen', version: 2 });
  });

  it('can only be read once the content is frozen (R11)', async () => {
    await open(aFollowUpView({ editable: false, state: 'closed', summary: 'Godtagbart.' }));
    expect(page.textContent).toContain('Godtagbart.');
    expect(page.querySelector('textarea, input, app-saved-indicator')).toBeNull();
  });
});
