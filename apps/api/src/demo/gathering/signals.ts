import type { SignalKind } from '@insyn/domain';
import { LexSarahService } from '../../signals/lex-sarah.service.js';
import { SignalsService } from '../../signals/signals.service.js';
import type { GatheringRole } from '../demo-case.js';
import type { GatheringStory } from './gathering-story.js';
import { DAMAGE, SIGNALS } from './signal-words.js';

/** Who is told of lex Sarah reports in each committee: its manager and an officer. */
export async function nameRecipients(story: GatheringStory): Promise<void> {
  const { db, jobs, settings } = story.tools;
  const [officer, manager] = [story.staff(0), story.staff(2)];
  const service = new LexSarahService(db, jobs, settings);
  for (const committeeId of Object.values(story.at.place.founded.committees)) {
    await service.nameRecipients(manager, committeeId, { accountIds: [manager.accountId, officer.accountId] });
  }
}

/** What came in before this year's letters: three about one unit within six months, and a decision about another. */
export async function tellSignals(story: GatheringStory): Promise<void> {
  const service = new SignalsService(story.tools.db);
  const officer = story.staff(0);
  for (const { role, daysAgo, handled, ...signal } of SIGNALS) {
    const id = await register(story, role, daysAgo, signal);
    if (handled === undefined) continue;
    story.turnTo(Math.max(daysAgo - 12, 21), 100);
    await service.handle(officer, id, { version: 1, text: handled });
  }
}

/** A report under lex Sarah, read by those named alone. */
export async function tellLexSarah(story: GatheringStory): Promise<void> {
  const { daysAgo, role, ...report } = DAMAGE;
  const readerIds = [story.staff(0).accountId, story.staff(2).accountId];
  await register(story, role, daysAgo, { ...report, kind: 'lex-sarah', readerIds });
}

/** Makes evidence of the first open signal about the unit, in its case. */
export async function attachSignal(story: GatheringStory, role: GatheringRole, daysAgo: number): Promise<void> {
  const { followUpId, written } = story.case(role);
  const officer = story.staff(0);
  story.turnTo(daysAgo, 20);
  const [signal] = await story.tools.db.read<{ id: string; version: number }>(officer, {
    name: 'demo-open-signal',
    text: `select id, version from signal
      where municipality_id = $1 and unit_id = $2 and state = 'open' and kind <> 'lex-sarah' order by received_on, id limit 1`,
    values: [officer.municipalityId, written.unitId],
  });
  if (signal === undefined) throw new Error(`There is no open signal about ${role}.`);
  const { id, version } = signal;
  await new SignalsService(story.tools.db).attach(officer, id, { version, followUpId });
}

interface NewSignal {
  kind: SignalKind;
  title: string;
  text: string;
  source: string;
  readerIds?: string[];
}

async function register(
  story: GatheringStory,
  role: GatheringRole,
  daysAgo: number,
  signal: NewSignal,
): Promise<string> {
  const { written, committeeId } = story.case(role);
  const receivedOn = story.turnTo(daysAgo, 50);
  const service = new SignalsService(story.tools.db);
  const { id } = await service.add(story.staff(0), written.unitId, { committeeId, receivedOn, ...signal });
  return id;
}
