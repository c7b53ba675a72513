import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import type { FollowUpView } from '@insyn/api-schema';
import { FindingCard } from '../assess/finding-card.js';
import { aFinding, aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { LawNotes } from './law-notes.js';

const MESSAGE = 'Lagrummet 2010:479 är inte kontrollerat mot källan';
const note = (place: FollowUpView['notes'][number]['place']) => ({ code: 'law-unverified', message: MESSAGE, place });

describe('a law that nobody has checked against its source', () => {
  async function notesOf(notes: FollowUpView['notes']): Promise<HTMLElement> {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting(), OpenFollowUp],
    });
    TestBed.inject(OpenFollowUp).id.set('u1');
    const fixture = TestBed.createComponent(LawNotes);
    fixture.detectChanges();
    TestBed.inject(HttpTestingController).expectOne('/api/follow-ups/u1').flush(aFollowUpView({ notes }));
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }

  it('is named with a link to the text that cites it, and as something that stops nothing', async () => {
    const page = await notesOf([note({ kind: 'report-text', id: 'background' })]);
    const link = page.querySelector('a');
    expect(link?.textContent?.trim()).toBe(MESSAGE);
    expect(link?.getAttribute('href')).toBe('/uppfoljningar/u1#text-background');
    expect(page.textContent).toContain('Det hindrar inte ärendet.');
  });

  it('is not spoken of where every law is checked', async () => {
    const page = await notesOf([]);
    expect(page.textContent?.trim()).toBe('');
  });

  it('is said beside the legal ground of the finding that cites it, and of no other', () => {
    const view = aFollowUpView({ notes: [note({ kind: 'finding', id: 'f1' })] });
    const cardOf = (id: string): string => {
      const fixture = TestBed.createComponent(FindingCard);
      fixture.componentRef.setInput('view', view);
      fixture.componentRef.setInput('finding', aFinding({ id, legalGround: 'lagen (2010:479)' }));
      fixture.componentRef.setInput('actions', []);
      fixture.detectChanges();
      return (fixture.nativeElement as HTMLElement).textContent ?? '';
    };
    expect(cardOf('f1')).toContain(`${MESSAGE}.`);
    expect(cardOf('f2')).not.toContain(MESSAGE);
  });
});
