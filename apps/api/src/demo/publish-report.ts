import type { HitSettlement } from '@insyn/domain';
import type { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { PublicationScreenService } from '../publications/publication-screen.service.js';
import { PublicationsService } from '../publications/publications.service.js';
import type { ReportRenderingService } from '../reports/report-rendering.service.js';
import type { DemoCase } from './demo-case.js';
import type { DemoClock } from './demo-clock.js';

/** What takes a report to the public: the same services as the screens use. */
export interface PublishingTools {
  db: Database;
  clock: DemoClock;
  rendering: ReportRenderingService;
}

interface Publishing {
  demoCase: DemoCase;
  reportId: string;
  manager: StaffUser;
  registrar: StaffUser;
}

interface Hit {
  id: string;
  version: number;
  words: string;
}

const LET_THROUGH = 'Andelen gäller granskade akter eller anställda i en större grupp. Ingen enskild kan pekas ut.';
const GENERALISED = 'Så få personer kan kännas igen i kommunen. Uppgiften skrivs i allmänna ord.';
const WITHDRAWN = 'Ett sakfel om antalet anställda har upptäckts. En rättad version publiceras.';

/** Takes a report as far towards the public as its case says, each step on its day. */
export async function publishReport(tools: PublishingTools, publishing: Publishing): Promise<void> {
  const { db, clock, rendering } = tools;
  const { demoCase, reportId, manager, registrar } = publishing;
  const { publication, dates } = demoCase;
  if (publication === null || publication === 'waiting') return;
  const services = { screen: new PublicationScreenService(db), publications: new PublicationsService(db) };
  clock.turnTo(dates.published, 60);
  const id = await publicationOf(db, manager, reportId);
  let { version } = await services.screen.screen(registrar, id, 1);
  if (publication === 'screened') return;
  clock.turnTo(dates.published, 90);
  for (const hit of await hitsOf(db, registrar, id)) {
    await services.screen.settle(registrar, hit.id, { version: hit.version, ...settlementOf(hit, demoCase) });
  }
  clock.turnTo(dates.published, 150);
  ({ version } = await services.publications.approve(manager, id, version));
  await rendering.render(manager.municipalityId, reportId, 'public');
  if (publication === 'approved') return;
  clock.turnTo(dates.published, 200);
  ({ version } = await services.publications.publish(registrar, id, version));
  if (publication === 'withdrawn') {
    clock.turnTo(dates.ended > dates.published ? dates.ended : dates.published, 260);
    await services.publications.withdraw(registrar, id, version, WITHDRAWN);
  }
}

/** What a registrar decides about a hit: generalised where the case has words for it or very few are counted (R17). */
function settlementOf(
  { words }: Hit,
  { generalised }: DemoCase,
): { settlement: HitSettlement; replacement?: string; reason: string } {
  const replacement = generalised[words] ?? (/ av [1-4]$/u.test(words) ? 'några' : undefined);
  if (replacement === undefined) return { settlement: 'let-through', reason: LET_THROUGH };
  return { settlement: 'generalised', replacement, reason: GENERALISED };
}

async function publicationOf(db: Database, user: StaffUser, reportId: string): Promise<string> {
  const [row] = await db.read<{ id: string }>(user, {
    name: 'demo-publication',
    text: 'select id from publication where municipality_id = $1 and report_id = $2',
    values: [user.municipalityId, reportId],
  });
  if (row === undefined) throw new Error('The report has no publication.');
  return row.id;
}

function hitsOf(db: Database, user: StaffUser, publicationId: string): Promise<Hit[]> {
  return db.read<Hit>(user, {
    name: 'demo-hits',
    text: `select id, version, substr(excerpt, start + 1, "end" - start) as words from screen_hit
      where municipality_id = $1 and publication_id = $2 order by section, position`,
    values: [user.municipalityId, publicationId],
  });
}
