import pg from 'pg';
import { clauseSortKey, type FollowUpState } from '@insyn/domain';
import { foundMunicipality, type FoundedMunicipality, hashPassword, type Person } from './built-api.ts';
import { Lexicon } from './lexicon.ts';
import { Ids, Rows } from './rows.ts';

/** What the run measures with: somebody who can sign in at the greatest municipality, and what that person may open. */
export interface BenchData {
  readonly email: string;
  readonly password: string;
  readonly officer: Person;
  /** Follow-ups of the officer's committee with exactly 20 findings and 10 actions. */
  readonly detailIds: readonly string[];
  readonly municipalities: number;
  readonly rows: number;
}

const PASSWORD = 'ett långt lösenord för mätningen';
const CLAUSES_PER_CONTRACT = 20;
const FOLLOW_UPS_PER_CONTRACT = 10;
const SCOPE = 8;
const FOLLOW_UPS_PER_FLUSH = 200;
/** How many of a hundred follow-ups stand where; most of an archive is closed. */
const STATES: readonly FollowUpState[] = (
  [
    ['planned', 6],
    ['gathering', 9],
    ['assessing', 10],
    ['deciding', 5],
    ['remedying', 15],
    ['closed', 52],
    ['cancelled', 3],
  ] as const
).flatMap(([state, share]) => Array.from({ length: share }, (): FollowUpState => state));
const OUTCOMES = ['approved', 'approved-with-remarks', 'approved-with-remarks', 'not-approved'] as const;
const VERDICTS = ['met', 'met', 'met', 'partly-met', 'not-met'] as const;
const FOCUS_AREAS = ['Bemanning och kompetens', 'Dokumentation', 'Läkemedel', 'Delaktighet', 'Kvalitetsarbete'];

/**
 * Fills a migrated, empty database: municipalities of very unequal size, the first one holding half of everything, with
 * providers, contracts, clauses and follow-ups of 0–20 findings and half as many actions. The same seed gives the same.
 */
export async function fill(
  ownerUrl: string,
  { followUps, seed }: { followUps: number; seed: string },
): Promise<BenchData> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'bench' });
  await client.connect();
  try {
    await client.query('set synchronous_commit = off');
    return await new Filling(client, ownerUrl, new Lexicon(seed)).run(followUps);
  } finally {
    await client.end();
  }
}

/** Half for the first, the rest by rank: the second has twice the third's and so on, and everybody at least one. */
function sharesOf(followUps: number): number[] {
  const count = Math.min(100, Math.max(2, Math.floor(followUps / 50)));
  const giant = Math.ceil(followUps / 2);
  const ranks = Array.from({ length: count - 1 }, (_, at) => 1 / (at + 1));
  const sum = ranks.reduce((total, rank) => total + rank, 0);
  return [giant, ...ranks.map((rank) => Math.max(1, Math.round(((followUps - giant) * rank) / sum)))];
}

interface Contract {
  readonly id: string;
  readonly committeeId: string;
  readonly prefix: string;
  readonly unitId: string;
  readonly providerId: string;
  readonly clauseSetId: string;
  readonly clauseIds: readonly string[];
}

class Filling {
  readonly #rows: Rows;
  readonly #ids: Ids;
  readonly #client: pg.Client;
  readonly #ownerUrl: string;
  readonly #words: Lexicon;
  readonly #detailIds: string[] = [];

  public constructor(client: pg.Client, ownerUrl: string, words: Lexicon) {
    this.#client = client;
    this.#ownerUrl = ownerUrl;
    this.#words = words;
    this.#rows = new Rows(client);
    this.#ids = new Ids(words);
  }

  public async run(followUps: number): Promise<BenchData> {
    const shares = sharesOf(followUps);
    const passwordHash = await hashPassword(PASSWORD);
    const providers = Array.from({ length: Math.max(10, Math.ceil(followUps / 100)) }, (_, at) => this.#provider(at));
    await this.#rows.flush();
    let giant: FoundedMunicipality | undefined;
    for (const [at, share] of shares.entries()) {
      const founded = await foundMunicipality(this.#ownerUrl, {
        name: `Kommun ${at + 1}`,
        slug: `kommun-${at + 1}`,
        email: emailOf(at),
        passwordHash,
      });
      giant ??= founded;
      await this.#municipality(founded, founded.people[emailOf(at)] ?? '', share, providers, founded === giant);
    }
    await this.#client.query('vacuum (analyze)');
    if (giant === undefined) throw new Error('No municipality was made.');
    return {
      email: emailOf(0),
      password: PASSWORD,
      officer: {
        accountId: giant.people[emailOf(0)] ?? '',
        municipalityId: giant.id,
        memberships: [{ role: 'officer', committeeId: giant.committees['SON'] ?? '' }],
      },
      detailIds: this.#detailIds,
      municipalities: shares.length,
      rows: this.#rows.written,
    };
  }

  #provider(at: number): string {
    const id = this.#ids.next();
    const organisation_number = '559' + String(at).padStart(7, '0');
    const legal_name = this.#title(1) + ' ' + this.#words.pick(['Omsorg AB', 'Vård AB', 'Stiftelse', 'Hemtjänst AB']);
    this.#rows.add('provider', { id, organisation_number, legal_name, form: 'company' });
    return id;
  }

  async #municipality(
    { id: municipality_id, committees }: FoundedMunicipality,
    created_by: string,
    share: number,
    providers: readonly string[],
    isGiant: boolean,
  ): Promise<void> {
    const contracts: Contract[] = [];
    const own = providers.slice(0, Math.max(1, Math.ceil((providers.length * share) / 1000)));
    for (const provider_id of own) {
      this.#rows.add('provider_registration', { municipality_id, provider_id, created_by });
    }
    for (let at = 0; at < share; at += FOLLOW_UPS_PER_CONTRACT) {
      const prefix = this.#words.pick(['SON', 'VON'] as const);
      const committeeId = committees[prefix] ?? '';
      contracts.push(this.#contract(municipality_id, created_by, at, { prefix, committeeId, providers: own }));
    }
    for (let number = 1; number <= share; number += 1) {
      const findings = this.#words.below(21);
      const contract = this.#words.pick(contracts);
      const id = this.#followUp(municipality_id, created_by, contract, number, findings);
      if (isGiant && findings === 20 && contract.prefix === 'SON') this.#detailIds.push(id);
      if (number % FOLLOW_UPS_PER_FLUSH === 0) await this.#rows.flush();
    }
    await this.#rows.flush();
  }

  #contract(
    municipality_id: string,
    created_by: string,
    at: number,
    place: { prefix: string; committeeId: string; providers: readonly string[] },
  ): Contract {
    const words = this.#words;
    const providerId = words.pick(place.providers);
    const { prefix, committeeId } = place;
    const [id, unitId, clauseSetId] = [this.#ids.next(), this.#ids.next(), this.#ids.next()];
    const service_types = ['elderly-housing'];
    const period = { starts_on: '2022-01-01', ends_on: '2027-12-31', latest_end: '2029-12-31' };
    this.#rows.add('unit', { municipality_id, id: unitId, name: this.#title(2), service_types, laws: ['SoL'] });
    this.#rows.add('contract', {
      municipality_id,
      id,
      committee_id: committeeId,
      reference: `AVT ${at + 1}`,
      kind: 'contract',
      regime: 'LOU',
      ...period,
      extension_months: [12, 12],
      service_types,
      created_by,
    });
    const party = { municipality_id, contract_id: id, provider_id: providerId, from_date: period.starts_on };
    this.#rows.add('contract_party', { ...party, id: this.#ids.next() });
    this.#rows.add('contract_unit', { municipality_id, contract_id: id, unit_id: unitId });
    const frozen_at = '2022-02-01T08:00:00Z';
    this.#rows.add('clause_set', { municipality_id, id: clauseSetId, contract_id: id, number: 1, frozen_at });
    const clauseIds = Array.from({ length: CLAUSES_PER_CONTRACT }, (_, clause) => {
      const number = `${1 + Math.floor(clause / 5)}.${1 + (clause % 5)}`;
      const clauseId = this.#ids.next();
      this.#rows.add('clause', {
        municipality_id,
        id: clauseId,
        clause_set_id: clauseSetId,
        number,
        sort_key: clauseSortKey(number),
        heading: this.#title(3),
        text: words.text(30),
        kind: 'requirement',
        focus_area: words.pick(FOCUS_AREAS),
        critical: clause % 7 === 0,
      });
      return clauseId;
    });
    return { id, committeeId, prefix, unitId, providerId, clauseSetId, clauseIds };
  }

  #followUp(municipality_id: string, created_by: string, contract: Contract, number: number, findings: number): string {
    const words = this.#words;
    const id = this.#ids.next();
    const state = words.pick(STATES);
    const year = 2022 + words.below(5);
    const day = (month: number): string => `${year}-${String(month).padStart(2, '0')}-${10 + words.below(18)}`;
    const decided = state === 'closed' || state === 'remedying';
    this.#rows.add('follow_up', {
      municipality_id,
      id,
      committee_id: contract.committeeId,
      contract_id: contract.id,
      unit_id: contract.unitId,
      provider_id: contract.providerId,
      clause_set_id: contract.clauseSetId,
      kind: words.pick(['planned', 'planned', 'in-depth', 'thematic']),
      year,
      state,
      case_number: `${contract.prefix}/${year}/${String(number).padStart(5, '0')}`,
      title: `Uppföljning av ${this.#title(2)}`,
      background: words.text(60),
      purpose: words.text(30),
      summary: words.text(80),
      decision_due: words.below(4) === 0 ? null : day(11),
      approved_on: decided ? day(10) : null,
      recheck_due: state === 'remedying' ? day(12) : null,
      created_by,
      created_at: `${day(1)}T09:00:00Z`,
    });
    this.#rows.add('follow_up_team_member', { municipality_id, follow_up_id: id, account_id: created_by });
    const first = words.below(CLAUSES_PER_CONTRACT - SCOPE);
    const place = {
      municipality_id,
      follow_up_id: id,
      created_by,
      scope: contract.clauseIds.slice(first, first + SCOPE),
    };
    const evidence = this.#evidence(place, day);
    this.#assessments(place, evidence);
    this.#findings(place, evidence, findings);
    if (decided) this.#judgement(place, `${day(10)}T12:00:00Z`);
    return id;
  }

  #evidence({ municipality_id, follow_up_id, created_by }: Place, day: (month: number) => string): string[] {
    return (['document', 'interview', 'observation'] as const).map((kind) => {
      const id = this.#ids.next();
      const told = { held_on: day(4), title: this.#title(3), text: this.#words.text(50) };
      this.#rows.add('evidence', { municipality_id, id, follow_up_id, kind, ...told, created_by });
      return id;
    });
  }

  #assessments({ municipality_id, follow_up_id, created_by, scope }: Place, evidence: readonly string[]): void {
    for (const clause_id of scope) {
      const id = this.#ids.next();
      const told = { verdict: this.#words.pick(VERDICTS), text: this.#words.text(30) };
      this.#rows.add('follow_up_clause', { municipality_id, follow_up_id, clause_id });
      this.#rows.add('assessment', { municipality_id, id, follow_up_id, ...told, updated_by: created_by });
      this.#rows.add('assessment_clause', { municipality_id, follow_up_id, clause_id, assessment_id: id });
      const evidence_id = this.#words.pick(evidence);
      this.#rows.add('assessment_evidence', { municipality_id, assessment_id: id, evidence_id });
    }
  }

  /** Findings with a clause and a piece of evidence each, and an action for every second one that answers it. */
  #findings({ municipality_id, follow_up_id, scope }: Place, evidence: readonly string[], count: number): void {
    for (let position = 1; position <= count; position += 1) {
      const id = this.#ids.next();
      const kind = this.#words.pick(['deficiency', 'deficiency', 'improvement-area', 'strength'] as const);
      const severity = kind === 'deficiency' ? this.#words.pick(['serious', 'minor', 'minor']) : null;
      const told = { title: this.#title(4), text: this.#words.text(40) };
      this.#rows.add('finding', { municipality_id, id, follow_up_id, kind, severity, ...told, position });
      this.#rows.add('finding_clause', { municipality_id, finding_id: id, clause_id: this.#words.pick(scope) });
      this.#rows.add('finding_evidence', { municipality_id, finding_id: id, evidence_id: this.#words.pick(evidence) });
      if (position % 2 === 1) continue;
      const actionId = this.#ids.next();
      const action = { kind: 'recommendation', text: this.#words.text(25), state: 'open', position: position / 2 };
      this.#rows.add('action', { municipality_id, id: actionId, follow_up_id, ...action });
      this.#rows.add('action_finding', { municipality_id, action_id: actionId, finding_id: id });
    }
  }

  #judgement({ municipality_id, follow_up_id, created_by }: Place, decided_at: string): void {
    const outcome = this.#words.pick(OUTCOMES);
    this.#rows.add('judgement', {
      municipality_id,
      id: this.#ids.next(),
      root_follow_up_id: follow_up_id,
      follow_up_id,
      outcome,
      proposed_outcome: outcome,
      grounds: [],
      text: this.#words.text(40),
      author_id: created_by,
      content_version: 1,
      status: 'approved',
      decided_by: created_by,
      decided_at,
      decided_on: decided_at.slice(0, 10),
    });
  }

  #title(words: number): string {
    const text = this.#words.words(words);
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
}

interface Place {
  readonly municipality_id: string;
  readonly follow_up_id: string;
  readonly created_by: string;
  readonly scope: readonly string[];
}

function emailOf(municipality: number): string {
  return `handlaggare@kommun-${municipality + 1}.example`;
}
