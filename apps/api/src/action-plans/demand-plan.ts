import type { DemandedActionView, DemandedClause, EarlierPlan, PlanDemand, RecheckFinding } from '@insyn/api-schema';
import {
  type CalendarDate,
  type ContractKind,
  compareClauseNumbers,
  formatDateLong,
  formatShare,
  isOpenRequirement,
  type ActionKind,
  type ActionState,
  type Outcome,
  OUTCOME_LABELS,
  type ProviderForm,
} from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { setDeadline } from '../deadlines/deadlines.js';
import { issueDocument } from '../documents/issue-document.js';
import { NotFound } from '../http/problem.js';
import { recordTitle } from '../information-requests/request-origin.js';
import { tellProvider } from '../mails/tell-provider.js';
import { registerRecord } from '../records/register-record.js';
import { ActionPlan } from './action-plan.entity.js';
import { type RecheckFindings, recheckFindings } from './recheck-findings.js';
import { supersedePlan } from './supersede-plan.js';

/** A demand to a provider that has taken over a contract, with what the one before it had planned. */
export interface TakenOver {
  readonly providerId: string;
  readonly takenOverFrom: string;
  readonly earlier: EarlierPlan | null;
}

/** The root that a plan is demanded in, with what the demand comes of where that is not its own approval. */
export interface DemandOf {
  readonly followUpId: string;
  readonly takenOver?: TakenOver;
  /** The re-check that has just been approved, with its verdicts in effect. */
  readonly recheckId?: string;
}

/**
 * Demands an action plan of the provider of a follow-up, or of the one that has taken over: each open requirement with its
 * clauses and day, the recommendations and the day of the answer (R1), frozen; registered (R16, internal for an own-run
 * unit), drawn up as a letter, mailed and told in the history. After a re-check only what remains is demanded, with what was
 * found of it, and the plan before is superseded. All in this transaction or none of it. Without an open requirement nothing
 * is demanded. @returns the plan's id, null where nothing is demanded.
 */
export async function demandPlan(
  tx: Transaction,
  { followUpId, takenOver, recheckId }: DemandOf,
): Promise<string | null> {
  const recheck = recheckId === undefined ? undefined : await recheckFindings(tx, recheckId);
  const provider = takenOver?.providerId ?? recheck?.providerId ?? null;
  const [origin] = await tx.query<Origin>(ORIGIN, [tx.municipalityId, followUpId, provider]);
  if (origin === undefined) throw new NotFound();
  const actions = await tx.query<ActionRow>(ACTIONS, [tx.municipalityId, followUpId]);
  const open = actions.filter(isOpenRequirement).filter(({ id }) => recheck?.remaining.has(id) ?? true);
  if (open.length === 0) return null;
  const requirements = numbered(open).map((requirement) => withFinding(requirement, recheck));
  const recommendations =
    recheck === undefined
      ? numbered(actions.filter(({ kind, state }) => kind === 'recommendation' && state === 'open'))
      : [];
  const earlier = recheck === undefined ? takenOver?.earlier : await supersedePlan(tx, followUpId);
  const id = tx.newId();
  const { providerId, planDays } = origin;
  const { due } = await setDeadline(tx, {
    ...{ kind: 'action-plan', followUpId, subjectId: id, providerId },
    ...{ baseDate: tx.today, amount: planDays, unit: 'days' },
  });
  const demand = demandOf(tx, origin, { requirements, recommendations, due, takenOver, recheck });
  const recordId = await registerRecord(tx, {
    ...{ followUpId, direction: 'out', counterpart: origin.provider, internal: origin.form === 'own-run' },
    publicTitle: recordTitle(nameOf(demand), { unit: origin.unit.name, year: origin.year }),
  });
  const { municipalityId, accountId: createdBy, now: createdAt, today: sentOn } = tx;
  await tx.insert(ActionPlan, {
    ...{
      municipalityId,
      id,
      followUpId,
      providerId,
      state: 'demanded',
      demand,
      recordId,
      sentOn,
      createdBy,
      createdAt,
    },
    // Left out it is SQL's null; JSON's would be a plan.
    ...(earlier ? { earlier } : {}),
  });
  await issueLetter(tx, { id, followUpId, providerId, demand, recordId });
  await mailDemand(tx, { followUpId, providerId, demand });
  const many = requirements.length === 1 ? 'ett krav' : `${requirements.length} krav`;
  tx.appendEvent({
    ...{ kind: 'action-plan.demanded', subjectKind: 'action-plan', subjectId: id, followUpId },
    summary: `Skickade ${nameOf(demand).toLowerCase()} för ${many}, svar senast ${formatDateLong(due)}`,
    after: {
      ...{ due, requirements: requirements.map(({ actionId }) => actionId), takenOverFrom: demand.takenOverFrom },
      ...(recheckId !== undefined && { recheckId }),
    },
  });
  return id;
}

interface Origin {
  readonly title: string;
  readonly year: number;
  readonly caseNumber: string;
  readonly approvedOn: CalendarDate | null;
  readonly recheckDue: CalendarDate | null;
  readonly committee: string;
  readonly municipality: string;
  readonly letterhead: string;
  readonly planDays: number;
  readonly providerId: string;
  readonly provider: string;
  readonly form: ProviderForm;
  readonly unit: { readonly id: string; readonly name: string };
  readonly contract: { readonly reference: string; readonly kind: ContractKind };
  readonly outcome: Outcome | null;
  readonly steps: readonly { readonly label: string; readonly clauseNumber: string | null }[];
}

interface ActionRow {
  readonly id: string;
  readonly kind: ActionKind;
  readonly state: ActionState;
  readonly text: string;
  readonly due: CalendarDate | null;
  readonly effectMeasure: string;
  readonly clauses: readonly DemandedClause[];
}

function numbered(actions: readonly ActionRow[]): DemandedActionView[] {
  return actions.map(({ id, kind, text, due, effectMeasure, clauses }, index) => ({
    actionId: id,
    number: index + 1,
    text,
    clauses: [...clauses].sort((a, b) => compareClauseNumbers(a.number, b.number)),
    due: kind === 'requirement' ? due : null,
    effectMeasure,
  }));
}

function withFinding(requirement: DemandedActionView, recheck: RecheckFindings | undefined): DemandedActionView {
  const found = recheck?.remaining.get(requirement.actionId);
  return found === undefined ? requirement : { ...requirement, found };
}

/** What the letter is called; the provider may have answered one before. */
function nameOf({ recheck }: PlanDemand): string {
  return recheck === undefined ? 'Krav om åtgärdsplan' : 'Krav om ny åtgärdsplan';
}

function demandOf(
  tx: Transaction,
  origin: Origin,
  content: Pick<PlanDemand, 'requirements' | 'recommendations' | 'due'> & {
    takenOver: TakenOver | undefined;
    recheck: RecheckFindings | undefined;
  },
): PlanDemand {
  const { municipality, committee, letterhead, caseNumber, title, provider, unit, contract, recheckDue } = origin;
  const { requirements, recommendations, due, takenOver, recheck } = content;
  const { name, title: role, email } = tx.user;
  return {
    ...{ municipality, committee, letterhead, caseNumber, title, provider, unit, contract },
    sender: { name, title: role ?? '', email },
    approvedOn: recheck?.approvedOn ?? origin.approvedOn ?? tx.today,
    outcomeLabel: origin.outcome === null ? '' : OUTCOME_LABELS[origin.outcome],
    ...{ requirements, recommendations, sentOn: tx.today, due, recheckDue },
    consequences: contract.kind === 'assignment' ? [] : origin.steps.map(consequence),
    takenOverFrom: takenOver?.takenOverFrom ?? null,
    ...(recheck !== undefined && { recheck: { number: recheck.number, approvedOn: recheck.approvedOn } }),
    address: `${tx.publicUrl}/utforare`,
  };
}

function consequence({ label, clauseNumber }: Origin['steps'][number]): string {
  return clauseNumber === null || clauseNumber === '' ? `${label}.` : `${label} (avtalspunkt ${clauseNumber}).`;
}

interface SentDemand {
  readonly id: string;
  readonly followUpId: string;
  readonly providerId: string;
  readonly demand: PlanDemand;
  readonly recordId: string;
}

async function issueLetter(tx: Transaction, sent: SentDemand): Promise<void> {
  const { id, followUpId, providerId, demand, recordId } = sent;
  const { requirements, recommendations, unit, ...head } = demand;
  await issueDocument(tx, {
    ...{ kind: 'action-plan-demand', subjectId: id, followUpId, providerId, recordId },
    title: `${nameOf(demand)}: ${demand.title}`,
    content: {
      ...head,
      unit: unit.name,
      requirements: requirements.map(({ text, clauses, due, effectMeasure, found }) => ({
        ...{ text, clauses, due, effectMeasure },
        ...(found !== undefined && { found: findingText(found) }),
      })),
      recommendations: recommendations.map(({ text, clauses }) => ({ text, clauses })),
    },
  });
}

/** What the letter says of a requirement that remains. */
function findingText({ text, before, after }: RecheckFinding): { text: string; effect: string | null } {
  const [earlier, now] = [before, after].map((share) => share && formatShare(share.k, share.n));
  if (!now) return { text, effect: null };
  return { text, effect: earlier ? `${earlier} före, ${now} efter` : `${now} efter` };
}

async function mailDemand(
  tx: Transaction,
  { followUpId, providerId, demand }: Pick<SentDemand, 'followUpId' | 'providerId' | 'demand'>,
): Promise<void> {
  const { municipality, committee, unit, contract, caseNumber, outcomeLabel, requirements, due, takenOverFrom } =
    demand;
  const { recheck } = demand;
  const many = requirements.length === 1 ? 'ett krav' : `${requirements.length} krav`;
  const judged = outcomeLabel === '' ? '' : ` Den samlade bedömningen är: ${outcomeLabel.toLowerCase()}.`;
  await tellProvider(tx, {
    ...{ followUpId, providerId, kind: 'action-plan-demand' },
    subject: `${municipality} begär en ${recheck === undefined ? 'åtgärdsplan' : 'ny åtgärdsplan'}: ${demand.title}`,
    text: [
      `${municipality}, ${committee}, har ${recheck === undefined ? 'följt upp' : `gjort återkontroll ${recheck.number} av`} ${unit.name}. Uppföljningen gäller ${contract.reference} och har ärendenummer ${caseNumber}.${judged}`,
      ...(takenOverFrom === null
        ? []
        : [
            `Ni har tagit över efter ${takenOverFrom}. Kraven som är kvar gäller nu er, och ni ska lämna en egen plan.`,
          ]),
      `${recheck === undefined ? `Det finns ${many} att åtgärda.` : `Vid återkontrollen fanns ${many} kvar att åtgärda. Den plan som gällde förut är ersatt, men går att läsa.`} Skriv en åtgärdsplan i portalen: orsak, åtgärder, vem som ansvarar, när det är klart och hur effekten ska visa sig.`,
      `Lämna in planen senast ${formatDateLong(due)}.`,
    ],
  });
}

/** $3 is the provider that is to answer now, where it need not be the follow-up's own. The outcome is the chain's latest. */
const ORIGIN = `
select f.title, f.year, f.case_number as "caseNumber", f.approved_on::text as "approvedOn",
  f.recheck_due::text as "recheckDue", k.name as committee, m.name as municipality,
  case when m.letterhead is null then '' else m.letterhead end as letterhead, m.action_plan_days as "planDays",
  p.id as "providerId", p.legal_name as provider, p.form,
  json_build_object('id', u.id, 'name', u.name) as unit,
  json_build_object('reference', c.reference, 'kind', c.kind) as contract,
  (select j.outcome from judgement j
    where j.municipality_id = f.municipality_id and j.root_follow_up_id = f.id and j.status = 'approved'
    order by j.decided_at desc, j.id desc limit 1) as outcome,
  (select coalesce(json_agg(json_build_object('label', s.label, 'clauseNumber', s.clause_number) order by s.position), '[]')
    from sanction_step s
    where s.municipality_id = f.municipality_id and s.contract_id = c.id and s.removed_at is null) as steps
from follow_up f
  join committee k on k.municipality_id = f.municipality_id and k.id = f.committee_id
  join municipality m on m.id = f.municipality_id
  join provider p on p.id = case when $3::uuid is null then f.provider_id else $3::uuid end
  join unit u on u.municipality_id = f.municipality_id and u.id = f.unit_id
  join contract c on c.municipality_id = f.municipality_id and c.id = f.contract_id
where f.municipality_id = $1 and f.id = $2`;
/** The actions with the clauses that they are about, directly or through their findings. */
const ACTIONS = `
select a.id, a.kind, a.state, a.text, a.due_date::text as due, a.effect_measure as "effectMeasure",
  (select coalesce(json_agg(json_build_object('number', c.number, 'heading', c.heading)), '[]')
    from clause c
    where c.municipality_id = a.municipality_id and c.id in (
      select x.clause_id from action_clause x where x.municipality_id = a.municipality_id and x.action_id = a.id
      union
      select y.clause_id from action_finding z
        join finding_clause y on y.municipality_id = z.municipality_id and y.finding_id = z.finding_id
      where z.municipality_id = a.municipality_id and z.action_id = a.id)) as clauses
from action a
where a.municipality_id = $1 and a.follow_up_id = $2
order by a.position, a.id`;
