import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { HistoryItem } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { HistoryTab } from './history-tab.js';

const HISTORY = '/api/follow-ups/u1/history';
const nothing = { before: null, after: null };
const events: HistoryItem[] = [
  {
    id: 'h1',
    at: '2026-11-06T08:00:00.000Z',
    by: 'Maja Sandell',
    kind: 'transition',
    summary: 'Uppföljningen startades',
    ...nothing,
  },
  { id: 'h2', at: '2026-11-22T13:32:00.000Z', by: null, kind: 'report', summary: 'Rapporten förseglades', ...nothing },
];

describe('the history of a case', () => {
  let fixture: ComponentFixture<HistoryTab>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problems])), provideHttpClientTesting(), OpenFollowUp],
    });
    server = TestBed.inject(HttpTestingController);
    TestBed.inject(OpenFollowUp).id.set('u1');
    fixture = TestBed.createComponent(HistoryTab);
    page = fixture.nativeElement;
    fixture.detectChanges();
  });
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  const rows = () => [...page.querySelectorAll('li')].map((each) => each.textContent?.replace(/\s+/g, ' ').trim());

  it('tells what happened and who did it, the latest first; what nobody did stands in the name of Insyn', async () => {
    server.expectOne(HISTORY).flush(events);
    await settle();
    expect(rows()).toEqual([
      expect.stringMatching(/Rapporten förseglades ?Insyn$/),
      expect.stringMatching(/Uppföljningen startades ?Maja Sandell$/),
    ]);
    expect(page.querySelector('time')?.getAttribute('datetime')).toBe('2026-11-22T13:32:00.000Z');
  });

  it('makes one line of the answers that one person saved in a row that day', async () => {
    const saved = (id: string, at: string, question: string, by = 'Elin Berg', kind = 'answer.changed') => ({
      ...{ id, at, by, kind, summary: `Svarade på fråga ${question} i ”Uppföljning 2026”` },
      ...nothing,
    });
    server
      .expectOne(HISTORY)
      .flush([
        saved('a1', '2026-11-20T22:30:00.000Z', '1.1', 'Elin Berg', 'answer.added'),
        saved('a2', '2026-11-20T23:10:00.000Z', '1.1'),
        saved('a3', '2026-11-20T23:20:00.000Z', '1.1'),
        saved('a4', '2026-11-20T23:30:00.000Z', '1.2', 'Elin Berg', 'answer.added'),
        saved('a5', '2026-11-20T23:40:00.000Z', '1.3', 'Ali Demir'),
        ...events,
      ]);
    await settle();
    expect(rows()).toEqual([
      expect.stringContaining('Rapporten förseglades'),
      expect.stringMatching(/Svarade på fråga 1\.3 i ”Uppföljning 2026” ?Ali Demir$/),
      expect.stringMatching(/Sparade 2 svar ?Elin Berg$/),
      expect.stringMatching(/Svarade på fråga 1\.1 i ”Uppföljning 2026” ?Elin Berg$/),
      expect.stringContaining('Uppföljningen startades'),
    ]);
  });

  it('says so when nothing has happened yet', async () => {
    server.expectOne(HISTORY).flush([]);
    await settle();
    expect(page.textContent).toContain('Inget har hänt än');
  });

  it('says why it cannot be read, and reads again when asked to', async () => {
    server.expectOne(HISTORY).error(new ProgressEvent('error'));
    await settle();
    expect(page.textContent).toContain('Det går inte att nå Insyn just nu.');
    page.querySelector('button')!.click();
    fixture.detectChanges();
    server.expectOne(HISTORY).flush(events);
    await settle();
    expect(rows()).toHaveLength(2);
  });
});
