import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import type { FollowUpView, JudgementView } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { PlaceComments } from './place-comments.js';

const RETURNED: JudgementView = {
  ...{ id: 'j1', followUpId: 'u1', outcome: 'approved', proposedOutcome: 'approved', grounds: [], text: 'Bra.' },
  ...{
    departureReason: null,
    noPlanReason: null,
    unmetReasons: [],
    author: 'Maja Sandell',
    authorId: 'account-1',
    contentVersion: 12,
  },
  ...{ proposedAt: '2026-11-20T09:00:00.000Z', status: 'returned', decidedBy: 'Karin', decidedOn: '2026-11-21' },
  ground: null,
  comments: [
    {
      ...{ id: 'k1', place: { kind: 'clause', id: 'c15' }, text: 'Skriv hur många.', by: 'Karin' },
      ...{ at: '2026-11-21T09:00:00.000Z', answer: null, version: 1 },
    },
  ],
};

describe('a comment from the return of a judgement', () => {
  function open(view: FollowUpView, places: string[]) {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
        OpenFollowUp,
      ],
    });
    const fixture = TestBed.createComponent(PlaceComments);
    fixture.componentRef.setInput('view', view);
    fixture.componentRef.setInput('places', places);
    fixture.detectChanges();
    return { page: fixture.nativeElement as HTMLElement };
  }

  it('stands at its place, where it is answered', () => {
    const { page } = open(aFollowUpView({ judgements: [RETURNED] }), ['c15']);
    expect(page.textContent).toContain('Skriv hur många.');
    expect(page.querySelector('textarea')).not.toBeNull();
  });

  it('stands at no other place, and no longer once the judgement has been sent anew', () => {
    expect(open(aFollowUpView({ judgements: [RETURNED] }), ['c14']).page.textContent?.trim()).toBe('');
    TestBed.resetTestingModule();
    const anew = { ...RETURNED, id: 'j2', status: 'proposed' as const, comments: [] };
    expect(open(aFollowUpView({ judgements: [RETURNED, anew] }), ['c15']).page.textContent?.trim()).toBe('');
  });
});
