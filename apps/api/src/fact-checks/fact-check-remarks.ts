import type { RemarkView } from '@insyn/api-schema';
import type { RemarkRequest } from '@insyn/api-schema/server';
import { FACT_CHECK_LIMITS, FACT_CHECK_STATE_LABELS, OPEN_FACT_CHECK_STATES } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { Conflict, Invalid, NotFound } from '../http/problem.js';
import { draftSections, sectionAt } from './draft-sections.js';
import { FactCheckRemark } from './fact-check-remark.entity.js';
import { type FactCheckRow, lockFactCheck, recordUnseen, type RemarkRow } from './fact-check-row.js';
import { remarkView } from './fact-check-view.js';

/**
 * Saves one remark of the provider. What is stored already is left as it is, so that a save that is sent again is no
 * conflict. @throws NotFound also for an id that is another's, Conflict 'not-open', 'stale-version' with the colleague's
 * `remark`, Invalid at `place` for one that the draft does not have.
 */
export async function saveRemark(
  tx: Transaction,
  factCheckId: string,
  remarkId: string,
  { version, place, text }: RemarkRequest,
): Promise<RemarkView> {
  const row = await lockFactCheck(tx, factCheckId);
  const known = row.remarks.find(({ id }) => id === remarkId);
  const unchanged = known?.text === text && known.placeKind === place.kind && known.placeId === place.id;
  if (known !== undefined && unchanged) return remarkView(row, known, [], 'portal');
  requireOpen(row);
  const section = sectionAt(draftSections(row.content.report), place);
  if (section === undefined) throw new Invalid([{ field: 'place', message: 'Utkastet har ingen sådan del.' }]);
  if (known !== undefined && known.version !== version) throw staleRemark(row, known);
  if (known === undefined && row.remarks.length >= FACT_CHECK_LIMITS.remarks) {
    throw new Conflict('too-many', `Ni kan lämna högst ${FACT_CHECK_LIMITS.remarks} synpunkter.`);
  }
  await write(tx, row, remarkId, { version, place, text });
  recordUnseen(tx, row, {
    act: known === undefined ? 'remark-added' : 'remark-changed',
    summary: `${known === undefined ? 'Skrev' : 'Ändrade'} en synpunkt på ${section.heading}`,
    ...(known && { before: { text: known.text } }),
    after: { remarkId, place, text },
  });
  const saved = await lockFactCheck(tx, factCheckId);
  const remark = saved.remarks.find(({ id }) => id === remarkId);
  if (remark === undefined) throw new NotFound();
  return remarkView(saved, remark, [], 'portal');
}

/** Takes a remark away again with its files, before it is handed in. What is not there is away already. */
export async function removeRemark(tx: Transaction, factCheckId: string, remarkId: string): Promise<void> {
  const row = await lockFactCheck(tx, factCheckId);
  requireOpen(row);
  const known = row.remarks.find(({ id }) => id === remarkId);
  if (known === undefined) throw new NotFound();
  await tx.query(LOSE_FILES, [tx.municipalityId, remarkId, tx.now]);
  await tx.query(REMOVE, [tx.municipalityId, remarkId]);
  const place = { kind: known.placeKind, id: known.placeId };
  const heading = sectionAt(draftSections(row.content.report), place)?.heading ?? '';
  recordUnseen(tx, row, {
    act: 'remark-removed',
    summary: `Tog bort en synpunkt på ${heading}`,
    before: { remarkId, place, text: known.text },
  });
}

/** @throws Conflict 'not-open' where the provider may no longer say anything. */
export function requireOpen({ state }: Pick<FactCheckRow, 'state'>): void {
  if (OPEN_FACT_CHECK_STATES.includes(state)) return;
  const where = FACT_CHECK_STATE_LABELS[state].toLowerCase();
  throw new Conflict('not-open', `Faktakontrollen är ${where} och kan inte ändras.`);
}

async function write(
  tx: Transaction,
  { id: factCheckId, providerId }: FactCheckRow,
  remarkId: string,
  { version, place, text }: RemarkRequest,
): Promise<void> {
  const { municipalityId, accountId: changedBy, now: changedAt } = tx;
  const content = { placeKind: place.kind, placeId: place.id, text, changedBy, changedAt };
  if (version !== null) {
    await tx.update(FactCheckRemark, remarkId, version, content);
    return;
  }
  // An id that somebody else has used, in whatever fact check, is no id of this one.
  const made = await tx.query(INSERT, [
    ...[municipalityId, remarkId, factCheckId, providerId, place.kind, place.id, text, changedBy, changedAt],
  ]);
  if (made.length === 0) throw new NotFound();
}

function staleRemark(row: FactCheckRow, known: RemarkRow): Conflict {
  const remark = remarkView(row, known, [], 'portal');
  const { changedBy, changedAt, version } = remark;
  const title = `Synpunkten har ändrats av ${changedBy} under tiden. Välj vilken text som ska gälla.`;
  return new Conflict('stale-version', title, { version, changedBy, changedAt, change: null, remark });
}

const INSERT = `
insert into fact_check_remark (municipality_id, id, fact_check_id, provider_id, place_kind, place_id, text, changed_by,
  changed_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict do nothing
returning id`;
const LOSE_FILES = `
update fact_check_file set removed_at = case when removed_at is null then $3 else removed_at end, remark_id = null
where municipality_id = $1 and remark_id = $2`;
const REMOVE = 'delete from fact_check_remark where municipality_id = $1 and id = $2';
