import type { IncomingPlan, Saved, SubmittedPlan } from '@insyn/api-schema';
import type { RegisterPlanRequest } from '@insyn/api-schema/server';
import {
  formatDate,
  formatDateLong,
  formatInstant,
  INCOMING_CHANNEL_LABELS,
  type PlanItem,
  planGaps,
  takePlanAction,
} from '@insyn/domain';
import { seal } from '@insyn/report';
import type { Transaction } from '../database/transaction.js';
import { meetDeadline } from '../deadlines/deadlines.js';
import { Conflict, type FieldError, Invalid } from '../http/problem.js';
import { tellProvider } from '../mails/tell-provider.js';
import { ActionPlanItem } from './action-plan-item.entity.js';
import { lockOfficersPlan } from './officers-plan.js';
import { editableIds, kindOf, planItems, type PlanRow, waitingRequirements } from './plan-parts.js';
import { registerRound, setEvaluation, settleRecommendations } from './receive-round.js';
import { contentOf, nameOf } from './save-item.js';
import { sealRound } from './seal-round.js';
import { planIncomplete } from './submit-plan.js';

/**
 * Registers a plan that came on paper or by e-mail as the provider's next round: what it says for each action, the document
 * itself, the day it came and who entered it. Sealed, registered (R16), drawn up and told to the provider in one transaction.
 * What the provider is writing in the portal is replaced only where the officer says so of what was last written there.
 * @throws RuleViolation 'wrong-state', Conflict 'plan-being-written', 'plan-incomplete' (R13), Invalid at `arrivedOn`,
 * `fileId` and `items`.
 */
export async function registerPlan(tx: Transaction, planId: string, wanted: RegisterPlanRequest): Promise<Saved> {
  const plan = await lockOfficersPlan(tx, planId);
  const state = takePlanAction('register', plan.state);
  const file = await incomingFile(tx, planId, wanted.fileId);
  const faults = faultsOf(tx, plan, wanted, file);
  if (file === undefined || faults.length > 0) throw new Invalid(faults);
  requireNoDraft(plan, wanted.replacesDraftOf ?? null);
  const items = itemsOf(plan, wanted);
  const gaps = planGaps(items, waitingRequirements(plan), tx.today);
  if (gaps.length > 0) throw planIncomplete(gaps);

  const { followUpId, demand } = plan;
  const { channel, arrivedOn } = wanted;
  const incoming = { channel, arrivedOn, enteredBy: tx.user.name, enteredOn: tx.today, file };
  const content = roundOf(plan, items, incoming);
  const late = arrivedOn > (plan.due ?? demand.due);
  await writeItems(tx, plan, items);
  const { roundId, version } = await sealRound(tx, plan, { content, late, state, receivedAt: tx.now });
  await tx.query(KEEP_FILE, [tx.municipalityId, file.id, roundId]);
  const recordId = await registerRound(tx, plan, { year: plan.year, ownRun: plan.ownRun, arrivedOn });
  await meetDeadline(tx, 'action-plan', planId, arrivedOn);
  await settleRecommendations(tx, planId, content);
  await setEvaluation(tx, plan, arrivedOn);
  await tellOfEntry(tx, plan, incoming);
  const how = INCOMING_CHANNEL_LABELS[channel];
  tx.appendEvent({
    ...{ kind: 'action-plan.registered', subjectKind: 'action-plan', subjectId: planId, followUpId },
    summary: `Registrerade åtgärdsplanen som inkom ${how} ${formatDate(arrivedOn)}, omgång ${content.round}${late ? ', efter svarstiden' : ''}`,
    before: { state: plan.state },
    after: { state, roundId, recordId, seal: seal(content), late },
  });
  return { id: planId, version };
}

async function incomingFile(
  tx: Transaction,
  planId: string,
  fileId: string,
): Promise<IncomingPlan['file'] | undefined> {
  const [file] = await tx.query<IncomingPlan['file']>(FILE, [tx.municipalityId, planId, fileId]);
  return file;
}

function faultsOf(
  tx: Transaction,
  plan: PlanRow,
  { arrivedOn, items }: RegisterPlanRequest,
  file: IncomingPlan['file'] | undefined,
): FieldError[] {
  const open = new Set(editableIds(plan));
  const faults: FieldError[] = [];
  if (arrivedOn > tx.today) faults.push({ field: 'arrivedOn', message: 'Planen kan inte ha kommit efter i dag.' });
  else if (arrivedOn < plan.sentOn) {
    const message = `Kravet skickades ${formatDate(plan.sentOn)}. Planen kan inte ha kommit innan dess.`;
    faults.push({ field: 'arrivedOn', message });
  }
  if (file === undefined) faults.push({ field: 'fileId', message: 'Lägg till den inkomna handlingen.' });
  items.forEach(({ actionId }, index) => {
    if (open.has(actionId)) return;
    faults.push({ field: `items.${index}.actionId`, message: 'Kravet väntar inte på någon plan.' });
  });
  return faults;
}

/** What the provider has written in the portal since the last round stands in the way, until the officer has seen that. */
function requireNoDraft({ items, rounds }: PlanRow, seen: string | null): void {
  const since = rounds.at(-1)?.submittedAt ?? '';
  const written = items.map(({ changedAt }) => changedAt).filter((at) => at > since);
  const changedAt = written.sort().at(-1);
  if (changedAt === undefined || changedAt === seen) return;
  const title = `Utföraren skriver på planen i portalen, senast ${formatInstant(new Date(changedAt))}. Stäm av med utföraren först. Registrerar du planen ersätter den det som står i portalen.`;
  throw new Conflict('plan-being-written', title, { changedAt });
}

/** What is entered for what waits; what has been found sufficient stays as it was. */
function itemsOf(plan: PlanRow, { items: entered }: RegisterPlanRequest): PlanItem[] {
  const open = new Set(editableIds(plan));
  const byAction = new Map(entered.map((item) => [item.actionId, item]));
  const empty = {
    cause: '',
    measures: [],
    effect: { how: '', followUpOn: null, measure: '', before: null, target: null },
  };
  return planItems(plan).map((known) => {
    const { actionId, kind } = known;
    if (!open.has(actionId)) return known;
    return contentOf(actionId, kind, byAction.get(actionId) ?? { ...empty, answer: '' });
  });
}

/** The files of an earlier round stay with the plan; what lies in the portal and was never handed in is no part of it. */
function roundOf(plan: PlanRow, items: PlanItem[], incoming: IncomingPlan): SubmittedPlan {
  const last = plan.rounds.at(-1)?.content;
  const stays = new Set(plan.files.map(({ id }) => id));
  return {
    round: plan.rounds.length + 1,
    submittedBy: plan.demand.provider,
    incoming,
    items,
    files: last?.files.filter(({ id }) => stays.has(id)) ?? [],
  };
}

/** The provider goes on from what it sent in, should it be returned. */
async function writeItems(tx: Transaction, plan: PlanRow, items: readonly PlanItem[]): Promise<void> {
  const open = new Set(editableIds(plan));
  const { municipalityId, accountId: changedBy, now: changedAt } = tx;
  for (const { actionId, cause, measures, effect, answer } of items) {
    if (!open.has(actionId)) continue;
    const known = plan.items.find((item) => item.actionId === actionId);
    const id = known?.id ?? tx.newId();
    const stored = { cause, measures: [...measures], effect, answer, changedBy, changedAt };
    if (known === undefined) {
      const { id: planId, providerId } = plan;
      await tx.insert(ActionPlanItem, { municipalityId, id, planId, providerId, actionId, ...stored });
    } else await tx.update(ActionPlanItem, id, known.version, stored);
    const kind = kindOf(plan, actionId) ?? 'requirement';
    tx.appendEvent({
      kind: known === undefined ? 'action-plan-item.added' : 'action-plan-item.changed',
      ...{ subjectKind: 'action-plan-item', subjectId: id, followUpId: plan.followUpId },
      summary: `Förde in den inkomna planen: ${nameOf(plan, actionId, kind)}`,
      ...(known && { before: contentOf(actionId, kind, known) }),
      after: { actionId, kind, cause, measures, effect, answer },
    });
  }
}

async function tellOfEntry(
  tx: Transaction,
  { followUpId, providerId, demand }: PlanRow,
  { channel, arrivedOn }: IncomingPlan,
): Promise<void> {
  await tellProvider(tx, {
    ...{ followUpId, providerId, kind: 'plan-submitted' },
    subject: `Er åtgärdsplan har kommit in: ${demand.title}`,
    text: [
      `${demand.municipality} har tagit emot er åtgärdsplan för ${demand.unit.name}, ärende ${demand.caseNumber}. Den inkom ${INCOMING_CHANNEL_LABELS[channel]} ${formatDateLong(arrivedOn)}.`,
      'Kommunen har fört in planen i portalen. Läs där att den stämmer med det ni skickade, och hör av er annars.',
    ],
  });
}

const FILE = `
select id, file_name as "fileName", size, sha256 from action_plan_file
where municipality_id = $1 and plan_id = $2 and id = $3 and action_id is null and round_id is null and removed_at is null`;
const KEEP_FILE = 'update action_plan_file set round_id = $3 where municipality_id = $1 and id = $2';
