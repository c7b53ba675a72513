import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { problems } from '../../http/problems.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { ReportTexts } from './report-texts.js';

const CASE = '/api/follow-ups/u1';

describe('the report’s texts beside a change of the team', () => {
  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problems])), provideHttpClientTesting(), OpenFollowUp],
    });
  });

  async function writing() {
    const server = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(ReportTexts);
    fixture.componentRef.setInput('view', aFollowUpView());
    const settle = async () => {
      fixture.detectChanges();
      await new Promise((resolve) => setTimeout(resolve));
      fixture.detectChanges();
    };
    await settle();
    const page = fixture.nativeElement as HTMLElement;
    const area = page.querySelector<HTMLTextAreaElement>('#text-summary')!;
    area.value = 'Verksamheten fungerar.';
    area.dispatchEvent(new Event('input'));
    await settle();
    const leave = async () => {
      area.dispatchEvent(new Event('blur'));
      await settle();
    };
    const sent = () => server.expectOne({ method: 'PATCH', url: CASE });
    return { server, fixture, page, settle, leave, sent };
  }

  it('are saved on the version that the change of the team gave', async () => {
    const { fixture, settle, leave, sent } = await writing();
    fixture.componentRef.setInput('view', aFollowUpView({ version: 5 }));
    await settle();
    await leave();
    expect(sent().request.body).toMatchObject({ summary: 'Verksamheten fungerar.', version: 5 });
  });

  it('are sent again when only the version had moved, without asking the writer', async () => {
    const { server, page, settle, leave, sent } = await writing();
    await leave();
    sent().flush({ title: 'Ändrat.', code: 'changed' }, { status: 409, statusText: 'Conflict' });
    await settle();
    server.expectOne({ method: 'GET', url: CASE }).flush(aFollowUpView({ version: 6 }));
    await settle();
    expect(sent().request.body).toMatchObject({ summary: 'Verksamheten fungerar.', version: 6 });
    expect(page.querySelector('app-conflict-notice')).toBeNull();
  });
});
