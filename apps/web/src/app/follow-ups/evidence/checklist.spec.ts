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
    const files = [...page.querySelectorAll('tbody th')].map((each) => each.textContent?.trim());
    expect(files).toEqual([1, 3, 4, 6, 8, 9, 12, 14, 16].map((number) => `Akt ${number}`));
  });

  it('draws each result to the same numbers as its text: the share of nine, and the interval as shares of sixteen (R5)', () => {
    const picture = page.querySelector('.results svg')!;
    expect(picture.getAttribute('aria-label')).toBe('Finns en aktuell genomförandeplan? 7 av 9 (95 %: 9–14 av 16)');
    const width = (part: string) => Number(picture.querySelector(part)?.getAttribute('width'));
    expect(width('.found') / width('.all')).toBeCloseTo(7 / 9);
    const [, from, to] = /^M([\d.]+) .*H([\d.]+)M/.exec(picture.querySelector('.interval')!.getAttribute('d')!)!;
    expect(Number(from) / width('.all')).toBeCloseTo(9 / 16);
    expect(Number(to) / width('.all')).toBeCloseTo(14 / 16);
    expect(page.textContent).toContain('med 95 procents säkerhet');
  });

  it('draws no interval, and speaks of none, where every file was reviewed', () => {
    const { review } = aReview();
    const results = review!.results.map((result) => ({ ...result, population: 9, interval: null }));
    fixture.componentRef.setInput('review', { ...review, method: 'census', results });
    fixture.detectChanges();
    expect(page.querySelector('.results svg .interval')).toBeNull();
    expect(page.textContent).not.toContain('säkerhet');
  });

  it('names every question at its answer, so that a file can stand as a card on a phone', () => {
    const [first] = page.querySelectorAll('tbody tr');
    expect([...first!.querySelectorAll('td .question')].map((each) => each.textContent)).toEqual([
      'Finns en aktuell genomförandeplan?',
      'Anteckning',
    ]);
    expect(first!.querySelector('select')?.getAttribute('aria-label')).toBe(
      'Finns en aktuell genomförandeplan?, akt 1',
    );
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
