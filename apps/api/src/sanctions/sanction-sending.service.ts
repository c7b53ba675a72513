import { Injectable } from '@nestjs/common';
import type { SanctionLetter, Saved } from '@insyn/api-schema';
import type { SendSanctionRequest } from '@insyn/api-schema/server';
import {
  type CalendarDate,
  daysBetween,
  formatDate,
  formatDateLong,
  formatKronor,
  SANCTION_ANSWER_DAYS,
  takeSanction,
} from '@insyn/domain';
import { Database } from '../database/database.js';
import { setDeadline } from '../deadlines/deadlines.js';
import { issueDocument } from '../documents/issue-document.js';
import type { StaffUser } from '../http/current-user.js';
import { Invalid } from '../http/problem.js';
import { tellProvider } from '../mails/tell-provider.js';
import { registerRecord } from '../records/register-record.js';
import { lockSanctionFor } from './locked-sanction.js';
import { appendSanctionEvent, tellHistory } from './sanction-history.js';
import { letterFacts, letterOf, sanctionRecordTitle } from './sanction-letter.js';
import { requireRight } from './sanction-right.js';
import { Sanction } from './sanction.entity.js';

const LONGEST_ANSWER_DAYS = 365;

/** Sends what was decided: from then on the provider sees it. */
@Injectable()
export class SanctionSendingService {
  public constructor(private readonly db: Database) {}

  /** Letter, record (R16), deadline (R1), mail and history, all of it or nothing. */
  public send(user: StaffUser, id: string, request: SendSanctionRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const sanction = await lockSanctionFor(tx, id, 'follow-up.decide');
      const state = takeSanction('send', sanction, 'manager', tx.today);
      await requireRight(tx, sanction, 'send');
      const days = answerDays(request.answerDue ?? null, tx.today);
      const row = await letterFacts(tx, id);
      const { followUpId } = sanction;
      const { providerId } = row;
      const { due } = await setDeadline(tx, {
        ...{ kind: 'sanction-answer', followUpId, subjectId: id, providerId, baseDate: tx.today },
        ...{ amount: days, unit: 'days' },
      });
      const letter = letterOf(tx, sanction, row, due);
      const sending = { providerId, letter, sentOn: tx.today, state };
      const version = await tx.update(Sanction, id, request.version, sending);
      const recordId = await registerRecord(tx, {
        ...{ followUpId, direction: 'out', counterpart: row.provider },
        publicTitle: sanctionRecordTitle('Beslut om påföljd', sanction, row),
      });
      await issueDocument(tx, {
        ...{ kind: 'sanction-letter', subjectId: id, followUpId, providerId },
        ...{ title: `Beslut om påföljd: ${sanction.label}`, content: letter, recordId },
      });
      await tellProvider(tx, { followUpId, providerId, kind: 'sanction', ...letterMail(letter) });
      await appendSanctionEvent(
        tx,
        { id, providerId },
        { action: 'send', to: state, amount: sanction.amount, recordId },
      );
      tellHistory(
        tx,
        { id, followUpId },
        'sent',
        `Skickade beslut om påföljd: ${sanction.label}, svar senast ${formatDate(due)}`,
        {
          before: { state: sanction.state },
          after: { state, due, providerId },
        },
      );
      return { id, version };
    });
  }
}

/** The days to the day that was wished for. @throws Invalid at `answerDue` for one that has come or lies too far away. */
function answerDays(wanted: CalendarDate | null, today: CalendarDate): number {
  if (wanted === null) return SANCTION_ANSWER_DAYS;
  const days = daysBetween(today, wanted);
  if (days >= 1 && days <= LONGEST_ANSWER_DAYS) return days;
  const message = days < 1 ? 'Välj en dag efter i dag.' : 'Svarstiden kan vara högst ett år.';
  throw new Invalid([{ field: 'answerDue', message }]);
}

function letterMail(letter: SanctionLetter): { subject: string; text: string[] } {
  const { municipality, committee, step, unit, contract, caseNumber, amount, disputeBy } = letter;
  return {
    subject: `${municipality} har beslutat om påföljd: ${step.label}`,
    text: [
      `${municipality}, ${committee}, har beslutat om påföljd enligt avtalet ${contract.reference}: ${step.label}. Det gäller ${unit} och har ärendenummer ${caseNumber}.`,
      ...(amount === null ? [] : [`Belopp: ${formatKronor(amount)}.`]),
      `Läs beslutet och skälen när ni har loggat in. Om ni anser att beslutet är fel kan ni bestrida det. Gör det senast ${formatDateLong(disputeBy)}.`,
    ],
  };
}
