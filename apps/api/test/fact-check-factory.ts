import type { FactCheckView, PortalFactCheckView, RemarkView } from '@insyn/api-schema';
import type { RemarkPlace } from '@insyn/domain';
import { v7 as uuidv7 } from 'uuid';
import { ReceivedFactCheckService } from '../src/fact-checks/received-fact-check.service.js';
import { type AssessedFixture, aFollowUp, answered } from './follow-up-factory.js';
import { aProviderPerson, type ProviderPerson } from './request-factory.js';
import type { Browser, SpecMunicipality, TestApp } from './test-app.js';

/** A draft that was sent to a provider, with what a spec wants to point at. */
export interface FactCheckFixture {
  readonly id: string;
  readonly followUp: AssessedFixture;
  readonly municipality: SpecMunicipality;
  /** The primary contact of the provider. */
  readonly person: ProviderPerson;
  /** As the provider sees it. */
  view(browser?: Browser): Promise<PortalFactCheckView>;
  /** As the officer sees it. */
  staffView(): Promise<FactCheckView>;
  /** Writes a remark as the provider, on § 15 unless told otherwise. */
  remark(text?: string, place?: RemarkPlace): Promise<RemarkView>;
  /** Hands in, and does what the queue would do then. */
  handIn(noRemarks?: boolean): Promise<void>;
  /** The officer's answer to a remark. */
  answer(remarkId: string, outcome?: 'accepted' | 'not-accepted', text?: string): Promise<void>;
}

/** A fact check made through the routes: `await aFactCheck(t).sent()`. Sent on 25 November 2026, due on 9 December. */
export function aFactCheck(t: TestApp, options: { municipality?: SpecMunicipality } = {}) {
  const { municipality = t.m1 } = options;
  const sent = async (): Promise<FactCheckFixture> => {
    const followUp = await aFollowUp(t, { municipality }).readyToSubmit();
    const person = await aProviderPerson(t, followUp.providerId, { primary: true });
    return fixtureOf(t, { followUp, municipality, person, id: await sendDraft(followUp) });
  };
  /** Answered with a remark on § 15, and taken in. */
  const answeredWith = async (...texts: string[]): Promise<FactCheckFixture> => {
    const factCheck = await sent();
    for (const text of texts) await factCheck.remark(text);
    await factCheck.handIn(texts.length === 0);
    return factCheck;
  };
  return { sent, answered: answeredWith };
}

/** Sends the draft of a follow-up. @returns the fact check's id. */
export async function sendDraft({ id, officer, view }: AssessedFixture, changes: object = {}): Promise<string> {
  const { contentVersion } = await view();
  const body = { contentVersion, message: 'Läs och hör av er.', ...changes };
  return answered(await officer.post(`/api/follow-ups/${id}/send-for-fact-check`, body), 201).json<{ id: string }>().id;
}

function fixtureOf(
  t: TestApp,
  made: Pick<FactCheckFixture, 'id' | 'followUp' | 'municipality' | 'person'>,
): FactCheckFixture {
  const { id, followUp, municipality, person } = made;
  const url = `/api/portal/fact-checks/${id}`;
  const fifteen: RemarkPlace = { kind: 'clause', id: followUp.clauseIds['§ 15'] ?? '' };
  return {
    ...made,
    view: async (browser = person.browser) => answered(await browser.get(url), 200).json<PortalFactCheckView>(),
    staffView: async () => {
      const list = answered(await followUp.officer.get(`/api/follow-ups/${followUp.id}/fact-checks`), 200);
      const view = list.json<FactCheckView[]>().find((one) => one.id === id);
      if (view === undefined) throw new Error('The fact check is not in the list.');
      return view;
    },
    remark: async (text = 'Introduktionen är samlad sedan i våras.', place = fifteen) => {
      const body = { version: null, place, text };
      return answered(await person.browser.put(`${url}/remarks/${uuidv7()}`, body), 200).json<RemarkView>();
    },
    handIn: async (noRemarks = false) => {
      answered(await person.browser.post(`${url}/submit`, { noRemarks }), 200);
      await t.app.get(ReceivedFactCheckService).receive(municipality.id, id);
    },
    answer: async (remarkId, outcome = 'accepted', text = 'Texten om introduktion är ändrad.') => {
      const body = { version: null, outcome, text };
      answered(await followUp.officer.put(`/api/fact-check-remarks/${remarkId}/answer`, body), 200);
    },
  };
}
