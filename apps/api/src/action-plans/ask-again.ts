import { type CalendarDate, formatDateLong, recordOf } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { NotFound } from '../http/problem.js';
import { recordTitle } from '../information-requests/request-origin.js';
import { tellProvider } from '../mails/tell-provider.js';
import { registerRecord } from '../records/register-record.js';
import type { PlanRow } from './plan-parts.js';
import { nameOf } from './save-item.js';

/**
 * The letter to a provider whose plan was settled, and is asked for again since a requirement has been opened anew: mailed
 * and registered (R16; internal for an own-run unit) in the transaction that opens it. The portal shows the plan as returned.
 */
export async function askAgain(
  tx: Transaction,
  plan: PlanRow,
  { actionId, due }: { readonly actionId: string; readonly due: CalendarDate },
): Promise<void> {
  const { followUpId, providerId, demand } = plan;
  const [origin] = await tx.query<Origin>(ORIGIN, [tx.municipalityId, followUpId, providerId]);
  if (origin === undefined) throw new NotFound();
  const { unit, provider, municipality, caseNumber } = demand;
  const what = nameOf(plan, actionId, 'requirement');
  await registerRecord(tx, {
    ...{ followUpId, counterpart: provider, ...recordOf('action-plan-demand', origin.ownRun) },
    publicTitle: recordTitle('Återlämnad åtgärdsplan sedan ett krav har öppnats på nytt', {
      unit: unit.name,
      year: origin.year,
    }),
  });
  await tellProvider(tx, {
    ...{ followUpId, providerId, kind: 'plan-judged' },
    subject: `Åtgärdsplanen behöver kompletteras: ${demand.title}`,
    text: [
      `${municipality} har öppnat ${what} på nytt för ${unit.name}, ärende ${caseNumber}. Det finns ingen godtagen plan för kravet, så åtgärdsplanen behöver kompletteras.`,
      'Kravet står i åtgärdsplanen när ni har loggat in. Det som redan är godtaget ligger kvar.',
      `Lämna in planen senast ${formatDateLong(due)}.`,
    ],
  });
}

interface Origin {
  readonly year: number;
  readonly ownRun: boolean;
}

const ORIGIN = `
select f.year, p.form = 'own-run' as "ownRun"
from follow_up f join provider p on p.id = $3
where f.municipality_id = $1 and f.id = $2`;
