import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { HistoryItem } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { HistoryTab } from './history-tab.js';

const HISTORY = '/api/follow-ups/u1/history';

function anEvent(changes: Partial<HistoryItem>): HistoryItem {
  return {
    ...{ id: 'h1', at: '2026-11-06T08:00:00.000Z', by: 'Maja Sandell', kind: 'follow-up.start', group: 'workflow' },
    ...{ summary: 'Uppföljningen startades', changes: [], of: null, href: null, ...changes },
  };
}
const sealed = anEvent({ id: 'h2', at: '2026-11-22T13:32:00.000Z', by: null, summary: 'Rapporten förseglades' });
const events = [sealed, anEvent({})];

describe('the history of a case', () => {
  let fixture: ComponentFixture<HistoryTab>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '**', children: [] }]),
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
        OpenFollowUp,
      ],
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
  async function answer(items: HistoryItem[], next: string | null = null, url = HISTORY): Promise<void> {
    server.expectOne(url).flush({ items, next });
    await settle();
  }
  const textOf = (selector: string) =>
    [...page.querySelectorAll(selector)].map((each) => each.textContent?.replace(/\s+/g, ' ').trim());
  const rows = () => textOf('li app-history-event');

  it('tells day by day what happened and who did it, the latest first; what nobody did stands in the name of Insyn', async () => {
    await answer(events);
    expect(textOf('h3')).toEqual(['Söndag 22 november 2026', 'Fredag 6 november 2026']);
    expect(rows()).toEqual([
      expect.stringMatching(/^14:32 ?Rapporten förseglades ?Insyn$/),
      expect.stringMatching(/^09:00 ?Uppföljningen startades ?Maja Sandell$/),
    ]);
    expect(page.querySelector('time')?.getAttribute('datetime')).toBe('2026-11-22T13:32:00.000Z');
  });

  it('tells from what to what: a little at a glance, much of it folded until it is asked for or printed', async () => {
    const verdict = { field: 'Bedömning', from: 'Uppfylls delvis', to: 'Uppfylls' };
    const long = { field: 'Text', from: 'Lång text. '.repeat(20), to: 'Kort.' };
    await answer([
      anEvent({ id: 'a', summary: 'Bedömde § 7', changes: [verdict], href: '/uppfoljningar/u1/bedomning' }),
      anEvent({ id: 'b', summary: 'Bedömde § 8', changes: [verdict, long] }),
      anEvent({ id: 'c', summary: 'Tog bort figuren', changes: [{ field: 'Antal', from: '7', to: null }] }),
    ]);
    expect(textOf('.changes li')).toEqual([
      'Bedömning: från Uppfylls delvis till Uppfylls',
      'Antal: från 7 till inget',
    ]);
    expect(page.querySelector('.told a')?.getAttribute('href')).toBe('/uppfoljningar/u1/bedomning');
    const details = page.querySelector('details')!;
    expect(details.open).toBe(false);
    expect(textOf('details dd p')).toContain('Till: Kort.');
    window.dispatchEvent(new Event('beforeprint'));
    expect(details.open).toBe(true);
  });

  it('marks what happened in a re-check of the case, with the way there', async () => {
    await answer([anEvent({ of: { id: 'r1', title: 'Återkontroll 1' } })]);
    expect(rows()[0]).toContain('I Återkontroll 1');
    expect(page.querySelector('.other a')?.getAttribute('href')).toBe('/uppfoljningar/r1');
  });

  it('shows what has to do with one thing, as the address says', async () => {
    await answer(events);
    const select = page.querySelector('select')!;
    select.value = 'decision';
    select.dispatchEvent(new Event('change'));
    await settle();
    expect(TestBed.inject(Router).url).toBe('/?visa=decision');
    fixture.componentRef.setInput('visa', 'decision');
    fixture.detectChanges();
    await answer([], null, `${HISTORY}?group=decision`);
    expect(page.textContent).toContain('Inget sådant har hänt i ärendet');
  });

  it('reads older events when asked to', async () => {
    await answer([sealed], 'c1');
    [...page.querySelectorAll('button')].find((each) => each.textContent?.includes('Visa fler'))?.click();
    await answer([anEvent({})], null, `${HISTORY}?after=c1`);
    expect(rows()).toHaveLength(2);
  });

  it('makes one line of the answers that one person saved in a row that day', async () => {
    const saved = (id: string, at: string, question: string, by = 'Assistans AB', kind = 'answer.changed') =>
      anEvent({ id, at, by, kind, summary: `Svarade på fråga ${question} i ”Uppföljning 2026”` });
    await answer([
      sealed,
      saved('a5', '2026-11-20T23:40:00.000Z', '1.3', 'Maja Sandell'),
      saved('a4', '2026-11-20T23:30:00.000Z', '1.2', 'Assistans AB', 'answer.added'),
      saved('a3', '2026-11-20T23:20:00.000Z', '1.1'),
      saved('a2', '2026-11-20T23:10:00.000Z', '1.1'),
      saved('a1', '2026-11-20T22:30:00.000Z', '1.1', 'Assistans AB', 'answer.added'),
    ]);
    expect(rows()).toEqual([
      expect.stringContaining('Rapporten förseglades'),
      expect.stringMatching(/Svarade på fråga 1\.3 i ”Uppföljning 2026” ?Maja Sandell$/),
      expect.stringMatching(/Sparade 2 svar ?Assistans AB$/),
      expect.stringMatching(/Svarade på fråga 1\.1 i ”Uppföljning 2026” ?Assistans AB$/),
    ]);
  });

  it('says so when nothing has happened yet', async () => {
    await answer([]);
    expect(page.textContent).toContain('Inget har hänt än');
  });

  it('says why it cannot be read, and reads again when asked to', async () => {
    server.expectOne(HISTORY).error(new ProgressEvent('error'));
    await settle();
    expect(page.textContent).toContain('Det går inte att nå Insyn just nu.');
    [...page.querySelectorAll<HTMLButtonElement>('app-error-state button')][0]!.click();
    fixture.detectChanges();
    await answer(events);
    expect(rows()).toHaveLength(2);
  });
});
