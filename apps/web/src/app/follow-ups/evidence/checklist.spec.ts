import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { problems } from '../../http/problems.js';
import { Confirm } from '../../ui/confirm.js';
import { aReview } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { Checklist } from './checklist.js';

describe('the checklist of a document review', () => {
  let fixture: ComponentFixture<Checklist>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problems])), provideHttpClientTesting(), OpenFollowUp],
    });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(Checklist);
    fixture.componentRef.setInput('evidenceId', 'e1');
    fixture.componentRef.setInput('review', aReview().review);
    fixture.componentRef.setInput('editable', true);
    page = fixture.nativeElement;
    fixture.detectChanges();
  });
  const settle = async (milliseconds = 0) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    fixture.detectChanges();
  };

  it('says how the files were drawn, with the seed, and what was found with its interval (R5)', () => {
    expect(page.querySelector('dl')?.textContent).toContain('9 av 16 akter, slumpmässigt');
    expect(page.querySelector('dl')?.textContent).toContain('lunda-2026');
    expect(page.querySelector('.results li')?.textContent).toContain('7 av 9 (95 %: 9–14 av 16)');
    expect([...page.querySelectorAll('tbody th')].map((each) => each.textContent?.trim())).toEqual([
      '1',
      '3',
      '4',
      '6',
      '8',
      '9',
      '12',
      '14',
      '16',
    ]);
  });

  it('saves each answer with the version of its own file', async () => {
    const answer = page.querySelector('select')!;
    answer.value = 'not-applicable';
    answer.dispatchEvent(new Event('change'));
    await settle(350);
    const first = server.expectOne('/api/reviewed-files/file-1');
    expect(first.request.body).toEqual({ version: 1, results: { q1: 'not-applicable' }, note: '' });
    first.flush({ id: 'file-1', version: 2 });
    await settle();
    answer.value = '';
    answer.dispatchEvent(new Event('change'));
    await settle(350);
    expect(server.expectOne('/api/reviewed-files/file-1').request.body).toEqual({ version: 2, results: {}, note: '' });
  });

  it('takes another file in its place only with a reason', async () => {
    page.querySelector<HTMLButtonElement>('td.act button')!.click();
    const confirm = TestBed.inject(Confirm);
    expect(confirm.open()?.question.reason?.required).toBe(true);
    confirm.answer({ reason: 'Akten är avslutad' });
    await settle();
    expect(server.expectOne('/api/document-reviews/e1/replacements').request.body).toEqual({
      fileNumber: 1,
      reason: 'Akten är avslutad',
    });
  });
});
