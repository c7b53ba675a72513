import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PublicationView } from '@insyn/api-schema';
import { aFollowUp, answered } from '../../test/follow-up-factory.js';
import { type Answer, testApp, type TestApp } from '../../test/test-app.js';

/** A text with a name, a small share and its percentage. */
const BACKGROUND = 'Tove Granlund berättade. 7 av 9 planer var aktuella, det vill säga 78 procent.';

describe('What is written in place of a hit (R17)', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  /** A screened publication whose hits are settled by `settle`; the answer to approving it. */
  async function approveWith(
    settle: (words: string) => { settlement: string; replacement?: string },
  ): Promise<{ answer: Answer; id: string; hits: string[] }> {
    const followUp = await aFollowUp(t).readyToSubmit();
    const { officer, manager } = followUp;
    const { version } = await followUp.view();
    answered(await officer.patch(`/api/follow-ups/${followUp.id}`, { version, background: BACKGROUND }), 200);
    const { contentVersion } = await followUp.view();
    const proposal = await officer.get(`/api/follow-ups/${followUp.id}/judgement-proposal`);
    const { outcome } = proposal.json<{ outcome: string }>();
    const body = { contentVersion, outcome, text: 'Avtalet följs.', noFactCheckReason: 'Gjordes vid mötet.' };
    answered(await officer.post(`/api/follow-ups/${followUp.id}/submit`, body), 200);
    answered(await manager.post(`/api/follow-ups/${followUp.id}/conflict-declaration`, { hasConflict: false }), 200);
    answered(await manager.post(`/api/follow-ups/${followUp.id}/approve`, { contentVersion }), 200);
    const id = (await followUp.view()).publicationId ?? '';
    answered(await officer.post(`/api/publications/${id}/screen`, { version: 1 }), 200);
    const { hits } = (await officer.get(`/api/publications/${id}`)).json<PublicationView>();
    const words: string[] = [];
    for (const hit of hits) {
      const found = hit.excerpt.slice(hit.start, hit.end);
      words.push(found);
      const settlement = { version: hit.version, reason: 'Prövat.', ...settle(found) };
      answered(await officer.patch(`/api/screen-hits/${hit.id}`, settlement), 200);
    }
    const current = (await manager.get(`/api/publications/${id}`)).json<PublicationView>();
    return {
      id,
      hits: words,
      answer: await manager.post(`/api/publications/${id}/approve`, { version: current.version }),
    };
  }

  it.each([
    ['a name', 'Tove Granlund', 'Granlund, verksamhetschef', 'participant-name', 'Granlund'],
    ['a phone number', 'Tove Granlund', 'Chefen (070-123 45 67)', 'phone', '070-123 45 67'],
    ['an identity number', 'Tove Granlund', 'Person 19811218-9876', 'identity-number', '19811218-9876'],
    ['a small share', '7 av 9', 'sju av nio', 'small-count', 'sju av nio'],
    ['the percentage of a small share', '7 av 9', 'ungefär 78 procent', 'small-count', '78 procent'],
  ])('is refused when it is %s itself, and named', async (_, words, replacement, kind, named) => {
    const { answer, id } = await approveWith((found) =>
      found === words ? { settlement: 'generalised', replacement } : { settlement: 'masked' },
    );
    expect([answer.statusCode, answer.json().code, answer.json().kind]).toEqual([409, 'replacement-identifies', kind]);
    expect(answer.json<{ title: string }>().title).toContain(named);
    expect(answer.json<{ title: string }>().title).toContain('Bakgrund');
    const [row] = await t.asOwner('select state, public_snapshot from publication where id = $1', [id]);
    expect(row).toEqual({ state: 'waiting', public_snapshot: null });
  });

  it('is taken when it tells nothing, and what a named person let through beside it stays', async () => {
    const { answer, id, hits } = await approveWith((found) => {
      if (found === 'Tove Granlund') return { settlement: 'generalised', replacement: 'Verksamhetschefen' };
      return found === '7 av 9' ? { settlement: 'let-through' } : { settlement: 'masked' };
    });
    expect(hits).toEqual(expect.arrayContaining(['Tove Granlund', '7 av 9']));
    expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)]);
    const [row] = await t.asOwner<{ background: string }>(
      "select public_snapshot->>'background' as background from publication where id = $1",
      [id],
    );
    expect(row?.background).toMatch(/^Verksamhetschefen berättade\. 7 av 9 planer/);
    expect(row?.background).not.toContain('78');
  });
});
