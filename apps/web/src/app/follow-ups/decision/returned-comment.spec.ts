import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FollowUpView, JudgementView, ReturnCommentView } from '@insyn/api-schema';
import { Drafts } from '../../drafts/drafts.js';
import { problems } from '../../http/problems.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { ReturnedComment } from './returned-comment.js';

const COMMENT: ReturnCommentView = {
  ...{ id: 'k1', place: { kind: 'clause', id: 'c15' }, text: 'Skriv hur många.', by: 'Karin' },
  ...{ at: '2026-11-21T09:00:00.000Z', answer: null, version: 1 },
};
const URL = '/api/follow-ups/u1/return-comments/k1/answer';

describe('a comment that a judgement was returned with', () => {
  let fixture: ComponentFixture<ReturnedComment>;
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

  function open(editable: boolean, comment = COMMENT): void {
    fixture = TestBed.createComponent(ReturnedComment);
    fixture.componentRef.setInput('view', viewWith(comment));
    fixture.componentRef.setInput('comment', comment);
    fixture.componentRef.setInput('editable', editable);
    page = fixture.nativeElement;
    fixture.detectChanges();
  }
  const viewWith = (comment: ReturnCommentView): FollowUpView =>
    aFollowUpView({ judgements: [{ id: 'j1', followUpId: 'u1', comments: [comment] } as unknown as JudgementView] });
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function write(text: string): Promise<void> {
    const field = page.querySelector('textarea')!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    void TestBed.inject(Drafts).saveAll('u1');
    await settle();
  }

  it('names its place and leads there, and shows the manager how it has been taken care of', () => {
    open(false, { ...COMMENT, answer: { text: 'Sju av nio, står nu i texten.', by: 'Maja', at: COMMENT.at } });
    const link = page.querySelector('h4 a');
    expect(link?.textContent).toContain('§ 15 Genomförandeplaner');
    expect(link?.getAttribute('href')).toBe('/uppfoljningar/u1/bedomning?punkt=c15');
    expect(page.querySelector('blockquote')?.textContent).toBe('Skriv hur många.');
    expect(page.querySelector('.answer')?.textContent).toContain('Sju av nio, står nu i texten.');
    expect(page.querySelector('textarea')).toBeNull();
  });

  it('is answered in words that save themselves, each save on the version before', async () => {
    open(true);
    await write('Sju av nio.');
    const first = server.expectOne(URL);
    expect([first.request.method, first.request.body]).toEqual(['PUT', { version: 1, text: 'Sju av nio.' }]);
    const answer = { text: 'Sju av nio.', by: 'Maja', at: '2026-11-22T09:00:00.000Z' };
    first.flush(viewWith({ ...COMMENT, answer, version: 2 }));
    await settle();
    expect(page.querySelector('app-saved-indicator')?.textContent).toContain('Sparat');
    await write('Sju av nio, se tabellen.');
    expect(server.expectOne(URL).request.body).toEqual({ version: 2, text: 'Sju av nio, se tabellen.' });
  });

  it('is not answered with nothing', async () => {
    open(true);
    await write('   ');
    server.expectNone(URL);
    expect(page.querySelector('.error-text, [id$=error]')?.textContent).toContain('Skriv hur kommentaren');
  });

  it('that a colleague has answered meanwhile shows both answers', async () => {
    open(true);
    await write('Mitt svar.');
    const conflict = { code: 'stale-version', title: 'Ändrat.', status: 409, version: 2, changedBy: 'Olle' };
    server.expectOne(URL).flush(conflict, { status: 409, statusText: 'Conflict' });
    await settle();
    const answer = { text: 'Olles svar.', by: 'Olle', at: COMMENT.at };
    server.expectOne('/api/follow-ups/u1').flush(viewWith({ ...COMMENT, answer, version: 2 }));
    await settle();
    const notice = page.querySelector('app-conflict-notice')?.textContent;
    expect(notice).toContain('Mitt svar.');
    expect(notice).toContain('Olles svar.');
  });
});
