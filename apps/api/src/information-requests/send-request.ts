import type { InformationLetter } from '@insyn/api-schema';
import type { SendRequestRequest } from '@insyn/api-schema/server';
import { addDays, type CalendarDate, extendedDue, formatDate, MAX_EXTENSION_DAYS } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { issueDocument } from '../documents/issue-document.js';
import { insertEvidence } from '../evidence/evidence.service.js';
import type { StaffUser } from '../http/current-user.js';
import { Invalid } from '../http/problem.js';
import type { FrozenQuestions } from '../question-sets/freeze-version.js';
import { registerRecord } from '../records/register-record.js';
import { InformationRequest } from './information-request.entity.js';
import { letterMail, mailContacts } from './mail-provider.js';
import { RequestContact } from './request-contact.entity.js';
import { type LetterContact, recordTitle, type RequestOrigin } from './request-origin.js';

/** What the officer wrote. */
export type RequestContent = Omit<SendRequestRequest, 'contactIds'>;

/** A request that is about to be sent, to one provider. */
export interface OutgoingRequest {
  readonly origin: RequestOrigin;
  readonly letter: InformationLetter;
  readonly questions: FrozenQuestions;
  readonly contacts: readonly LetterContact[];
  readonly roundId: string | null;
}

/** The deadline that is written in the letter: on a working day (R1), after today and within a year. @throws Invalid at `due`. */
export function letterDue(wanted: CalendarDate, today: CalendarDate): CalendarDate {
  const latest = addDays(today, MAX_EXTENSION_DAYS);
  if (wanted <= today) throw new Invalid([{ field: 'due', message: 'Svarstiden ska gå ut en senare dag än i dag.' }]);
  if (wanted > latest) {
    throw new Invalid([{ field: 'due', message: `Svarstiden kan gå ut senast ${formatDate(latest)}.` }]);
  }
  return extendedDue(wanted);
}

/** The letter as it will be frozen. `address` is where the provider signs in. */
export function letterOf(
  origin: RequestOrigin,
  content: RequestContent,
  questions: Pick<FrozenQuestions, 'setName' | 'number' | 'questions'>,
  { user, today, address }: { user: StaffUser; today: CalendarDate; address: string },
): InformationLetter {
  const { municipality, committee, committeeId, letterhead, caseNumber, provider, unit, contractReference } = origin;
  const { title, message, visit, visitors } = content;
  return {
    ...{ municipality, committee, committeeId, letterhead, caseNumber, title, provider, unit, contractReference },
    message,
    sender: { name: user.name, title: user.title ?? '', email: user.email },
    visitors,
    visit,
    questionSet: { name: questions.setName, number: questions.number, questions: questions.questions.length },
    wantedDocuments: content.wantedDocuments.map(({ text, required }, index) => ({
      ...{ id: `d${index + 1}`, text, required },
    })),
    sentOn: today,
    due: letterDue(content.due, today),
    address,
  };
}

/**
 * Sends a request: evidence, request, contacts, record (R16), letter, invitations and mail, all in this transaction or none
 * of it. The case is locked already and its contentVersion counted up. @returns the request's id.
 */
export async function sendRequest(tx: Transaction, outgoing: OutgoingRequest): Promise<string> {
  const { origin, letter, questions, contacts, roundId } = outgoing;
  const { followUpId, providerId } = origin;
  const { municipalityId } = tx;
  const { title } = letter;
  const evidence = { kind: 'information-request', heldOn: tx.today, title } as const;
  const evidenceId = await insertEvidence(tx, followUpId, evidence);
  const id = tx.newId();
  await tx.insert(InformationRequest, {
    ...{ municipalityId, id, followUpId, providerId, roundId, evidenceId, title, letter },
    questionSetVersionId: questions.versionId,
    questions: questions.questions,
    wantedDocuments: letter.wantedDocuments,
    state: 'sent',
    sentOn: letter.sentOn,
    due: letter.due,
    createdBy: tx.accountId,
    createdAt: tx.now,
  });
  await tx.insert(
    RequestContact,
    contacts.map(({ name, email }) => ({
      ...{ municipalityId, id: tx.newId(), requestId: id, providerId, name, email },
    })),
  );
  await issueLetter(tx, outgoing, id);
  await mailContacts(tx, { id, followUpId, providerId, letter }, contacts, letterMail(letter));
  tx.appendEvent({
    kind: 'information-request.sent',
    subjectKind: 'information-request',
    subjectId: id,
    followUpId,
    summary: `Skickade informationsbegäran ”${title}”, svar senast ${formatDate(letter.due)}`,
    after: {
      evidenceId,
      questionSetVersionId: questions.versionId,
      due: letter.due,
      contacts: contacts.length,
      roundId,
    },
  });
  return id;
}

/** Registers the letter and issues it, in that order, so that the letter knows its record (R16). */
async function issueLetter(tx: Transaction, { origin, letter }: OutgoingRequest, requestId: string): Promise<void> {
  const { followUpId, providerId, provider, form, unit, year } = origin;
  const recordId = await registerRecord(tx, {
    followUpId,
    direction: 'out',
    counterpart: provider,
    publicTitle: recordTitle('Informationsbegäran', { unit: unit.name, year }),
    internal: form === 'own-run',
  });
  await issueDocument(tx, {
    ...{ kind: 'information-letter', subjectId: requestId, followUpId, providerId },
    ...{ title: letter.title, content: letter, recordId },
  });
}
