import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { InformationLetter } from '@insyn/api-schema';
import { type CalendarDate, type FollowUpState, formatInstant, stockholmDate } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { keepSnapshot } from '../history/keep-snapshot.js';
import { EVIDENCE_STATES } from '../follow-ups/content-change.js';
import { JobsService } from '../jobs/jobs.service.js';
import { queueMail } from '../mails/queue-mail.js';
import { registerRecord } from '../records/register-record.js';
import { Settings } from '../settings/settings.js';
import { recordTitle } from './request-origin.js';

/** A round of answers that has been handed in. */
interface Received {
  requestId: string;
  followUpId: string;
  evidenceId: string;
  providerId: string;
  number: number;
  late: boolean;
  onBehalf: boolean;
  submittedAt: Date;
  submittedBy: string;
  createdBy: string;
  title: string;
  letter: InformationLetter;
  year: number;
  ownRun: boolean;
}

const RECEIVED = 'information-request.received';

/**
 * Takes answers in on the municipality's side, in a job, since the provider's door may not write there: the evidence gets
 * its day, the answers are registered (R16) and the officer is told. Run again for the same submission, it does nothing.
 */
@Injectable()
export class ReceivedAnswersService implements OnModuleInit {
  public constructor(
    private readonly db: Database,
    private readonly jobs: JobsService,
    private readonly settings: Settings,
  ) {}

  public onModuleInit(): void {
    this.jobs.register('receive-answers', ({ data }) => {
      if (data['submissionId'] === undefined) throw new Error('The job names no submission.');
      return this.receive(data.municipalityId, data['submissionId']);
    });
  }

  /** Takes one submission in, once. */
  public receive(municipalityId: string, submissionId: string): Promise<void> {
    return this.db.jobs(municipalityId, async (tx) => {
      const state = await lockCaseOf(tx, submissionId);
      const done = await tx.query(DONE, [municipalityId, submissionId, RECEIVED]);
      if (done.length > 0) return;
      const [received] = await tx.query<Received>(READ, [municipalityId, submissionId]);
      if (received === undefined) throw new Error(`There is no submission ${submissionId}.`);
      await keepSnapshot(tx, received.followUpId);
      if (EVIDENCE_STATES.includes(state)) await dateEvidence(tx, received);
      const { followUpId, letter, ownRun: internal, title, number } = received;
      await registerRecord(tx, {
        ...{ followUpId, direction: 'in', counterpart: letter.provider, internal, createdBy: received.submittedBy },
        publicTitle: recordTitle('Svar på informationsbegäran', { unit: letter.unit.name, year: received.year }),
      });
      await this.#tellOfficer(tx, received);
      tx.appendEvent({
        ...{ kind: RECEIVED, subjectKind: 'answer-submission', subjectId: submissionId, followUpId },
        summary: `Tog emot svaren på ”${title}”, omgång ${number}`,
        after: { requestId: received.requestId, round: number, evidenceChanged: EVIDENCE_STATES.includes(state) },
      });
    });
  }

  async #tellOfficer(tx: Transaction, received: Received): Promise<void> {
    const { requestId, followUpId, providerId, letter, title, number, late, onBehalf, submittedAt } = received;
    const what = number === 1 ? 'Svaren på' : 'Kompletteringen av svaren på';
    await queueMail(tx, {
      kind: 'answers-received',
      to: { accountId: received.createdBy },
      subject: `Svar har kommit: ${title}`,
      text: [
        'Hej!',
        `${what} ”${title}” från ${letter.provider} lämnades in ${formatInstant(submittedAt)}${late ? ', efter svarstiden' : ''}.`,
        ...(onBehalf ? ['De fylldes i av kommunen åt utföraren.'] : []),
        `Det gäller ${letter.unit.name}, ärende ${letter.caseNumber}. Läs svaren i uppföljningen:\n${this.settings.PUBLIC_URL}/app/uppfoljningar/${followUpId}/informationsbegaran/${requestId}`,
      ].join('\n\n'),
      ...{ requestId, followUpId, providerId },
    });
  }
}

/** Locks the case, so that it does not move on meanwhile and two jobs for one submission follow each other. */
async function lockCaseOf(tx: Transaction, submissionId: string): Promise<FollowUpState> {
  const [followUp] = await tx.query<{ state: FollowUpState }>(LOCK, [tx.municipalityId, submissionId]);
  if (followUp === undefined) throw new Error(`There is no submission ${submissionId}.`);
  return followUp.state;
}

/** The evidence was gathered on the day of the submission; the content of the case has changed. */
async function dateEvidence(tx: Transaction, { evidenceId, followUpId, submittedAt }: Received): Promise<void> {
  const heldOn: CalendarDate = stockholmDate(submittedAt);
  await tx.update(Evidence, evidenceId, null, { heldOn });
  await tx.query(COUNT_UP, [tx.municipalityId, followUpId]);
}

const LOCK = `
select f.state from answer_submission s
  join information_request r on r.municipality_id = s.municipality_id and r.id = s.request_id
  join follow_up f on f.municipality_id = r.municipality_id and f.id = r.follow_up_id
where s.municipality_id = $1 and s.id = $2
for no key update of f`;
const DONE = 'select 1 from event where municipality_id = $1 and subject_id = $2 and kind = $3';
const READ = `
select r.id as "requestId", r.follow_up_id as "followUpId", r.evidence_id as "evidenceId", r.provider_id as "providerId",
  s.number, s.late, s.on_behalf as "onBehalf", s.submitted_at as "submittedAt", s.submitted_by as "submittedBy",
  r.created_by as "createdBy", r.title, r.letter, f.year, p.form = 'own-run' as "ownRun"
from answer_submission s
  join information_request r on r.municipality_id = s.municipality_id and r.id = s.request_id
  join follow_up f on f.municipality_id = r.municipality_id and f.id = r.follow_up_id
  join provider p on p.id = r.provider_id
where s.municipality_id = $1 and s.id = $2`;
const COUNT_UP = 'update follow_up set content_version = content_version + 1 where municipality_id = $1 and id = $2';
