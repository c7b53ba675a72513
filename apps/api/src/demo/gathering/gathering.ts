import type { CalendarDate, Question, ServiceType } from '@insyn/domain';
import { addAnswerFile, type FilePlace } from '../../answers/answer-files.js';
import { saveAnswer } from '../../answers/save-answer.js';
import { submitAnswers } from '../../answers/submit-answers.js';
import type { Database } from '../../database/database.js';
import type { Transaction } from '../../database/transaction.js';
import type { FileStore } from '../../files/file-store.js';
import type { ProviderUser, StaffUser } from '../../http/current-user.js';
import { ReceivedAnswersService } from '../../information-requests/received-answers.service.js';
import type { JobsService } from '../../jobs/jobs.service.js';
import { mailOutcomeEvent } from '../../mails/mail-event.js';
import { PortalAccess } from '../../portal/portal-access.js';
import { PortalRequestsService } from '../../portal/portal-requests.service.js';
import type { Settings } from '../../settings/settings.js';
import type { DemoClock } from '../demo-clock.js';
import type { MadeAnswer } from './answers.js';
import type { SmallFile } from './small-files.js';
import { uploaded } from './uploaded.js';

/** What the story is told with: the same services as the screens use. */
export interface GatheringTools {
  db: Database;
  clock: DemoClock;
  settings: Settings;
  files: FileStore;
  jobs: JobsService;
}

/** A request as far as the story needs it. */
export interface SentRequest {
  id: string;
  municipalityId: string;
  followUpId: string;
  evidenceId: string;
  questions: Question[];
  wantedDocumentIds: string[];
}

/** What the people of a provider do at their door, and the jobs that follow, each when the clock says. */
export class Gathering {
  readonly #tools: GatheringTools;
  readonly #portal: PortalRequestsService;
  readonly #received: ReceivedAnswersService;

  public constructor(tools: GatheringTools) {
    const { db, jobs, settings } = tools;
    this.#tools = tools;
    this.#portal = new PortalRequestsService(db, new PortalAccess(db));
    this.#received = new ReceivedAnswersService(db, jobs, settings);
  }

  /** The request of a case that is newest. */
  public async requestOf(municipalityId: string, followUpId: string): Promise<SentRequest> {
    const [row] = await this.#tools.db.jobs(municipalityId, (tx) =>
      tx.query<SentRequest>(REQUEST, [municipalityId, followUpId]),
    );
    if (row === undefined) throw new Error('The case has no request.');
    return row;
  }

  public async read(person: ProviderUser, { id }: SentRequest): Promise<void> {
    await this.#portal.read(person, id);
  }

  public async askForTime(
    person: ProviderUser,
    { id }: SentRequest,
    wantedDue: CalendarDate,
    reason: string,
  ): Promise<void> {
    await this.#portal.askForExtension(person, id, { wantedDue, reason });
  }

  /** Takes over an earlier round's answer as the screen does, with its source. */
  public async takeEarlier(person: ProviderUser, { id }: SentRequest, questionId: string): Promise<void> {
    const { earlier } = await this.#portal.view(person, id);
    const offered = earlier.find((answer) => answer.questionId === questionId);
    if (offered === undefined) throw new Error(`No earlier answer is offered to ${questionId}.`);
    const { value, comment } = offered;
    await this.#portal.answer(person, id, questionId, { version: null, value, comment, source: 'earlier' });
  }

  /** Saves answers one by one as they are written; those that are there already are changed. */
  public async answer(
    who: ProviderUser | StaffUser,
    request: SentRequest,
    answers: readonly MadeAnswer[],
  ): Promise<void> {
    const source = 'providerIds' in who ? 'provider' : 'on-behalf';
    await this.#write(who, request, async (tx) => {
      const known = await tx.query<{ questionId: string; version: number }>(
        'select question_id as "questionId", version from answer where municipality_id = $1 and request_id = $2',
        [request.municipalityId, request.id],
      );
      const versions = new Map(known.map(({ questionId, version }) => [questionId, version]));
      for (const answer of answers) {
        const version = versions.get(answer.questionId) ?? null;
        await saveAnswer(tx, request.id, { ...answer, version, source, sourceNote: '' });
      }
    });
  }

  /** Hands in a file as it comes from an upload: checked, hashed and kept. */
  public async addFile(
    who: ProviderUser | StaffUser,
    request: SentRequest,
    place: Partial<FilePlace>,
    file: SmallFile,
  ): Promise<void> {
    const door = 'providerIds' in who ? 'provider' : 'staff';
    const at = { questionId: null, wantedDocumentId: null, ...place };
    await uploaded(file, (checked) =>
      this.#write(who, request, (tx) => addAnswerFile(tx, this.#tools.files, request.id, { ...at, ...checked }, door)),
    );
  }

  /** Hands in what is answered; the municipality takes it in at once. */
  public async submit(who: ProviderUser | StaffUser, request: SentRequest): Promise<void> {
    const version = await this.versionOf(request);
    const onBehalf = !('providerIds' in who);
    await this.#write(who, request, (tx) => submitAnswers(tx, request.id, { version, onBehalf }));
    const [submission] = await this.#tools.db.jobs(request.municipalityId, (tx) =>
      tx.query<{ id: string }>(LAST_SUBMISSION, [request.municipalityId, request.id]),
    );
    await this.#received.receive(request.municipalityId, submission?.id ?? '');
  }

  public async versionOf({ municipalityId, id }: SentRequest): Promise<number> {
    const [row] = await this.#tools.db.jobs(municipalityId, (tx) =>
      tx.query<{ version: number }>(VERSION, [municipalityId, id]),
    );
    return row?.version ?? 1;
  }

  /**
   * Writes down that the mails that wait have gone, since nothing is sent from a demonstration; the job of each finds that
   * there is nothing to do. Those to `refused` could not be sent.
   */
  public async deliverMails(municipalityId: string, refused: readonly string[] = []): Promise<void> {
    await this.#tools.db.jobs(municipalityId, async (tx) => {
      const mails = await tx.query<Parameters<typeof mailOutcomeEvent>[0] & { state: 'sent' | 'failed' }>(DELIVER, [
        ...[municipalityId, tx.now, refused, NO_SUCH_ADDRESS],
      ]);
      for (const { state, ...mail } of mails) tx.appendEvent(mailOutcomeEvent(mail, state));
    });
  }

  #write<T>(
    who: ProviderUser | StaffUser,
    { municipalityId }: SentRequest,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const { db } = this.#tools;
    return 'providerIds' in who ? db.providerTransaction(who, municipalityId, work) : db.transaction(who, work);
  }
}

/** The service that a question set is for, as its first question tells: only assistance needs a permit. */
export function serviceOf({ questions }: SentRequest): ServiceType {
  return questions.some(({ id }) => id === 'permit-number') ? 'personal-assistance' : 'home-care';
}

const NO_SUCH_ADDRESS = 'E-postservern tog inte emot adressen: 550 5.1.1 User unknown';
const REQUEST = `
select id, municipality_id as "municipalityId", follow_up_id as "followUpId", evidence_id as "evidenceId", questions,
  array(select d ->> 'id' from jsonb_array_elements(wanted_documents) as d) as "wantedDocumentIds"
from information_request where municipality_id = $1 and follow_up_id = $2 order by id desc limit 1`;
const LAST_SUBMISSION = `select id from answer_submission
  where municipality_id = $1 and request_id = $2 order by number desc limit 1`;
const VERSION = 'select version from information_request where municipality_id = $1 and id = $2';
const DELIVER = `
update mail set version = version + 1, attempts = 1,
  state = case when to_address = any ($3) then 'failed' else 'sent' end,
  last_error = case when to_address = any ($3) then $4 end,
  handed_over_at = case when to_address = any ($3) then null else $2::timestamptz end,
  sent_at = case when to_address = any ($3) then null else $2::timestamptz end
where municipality_id = $1 and state = 'waiting'
returning id, kind, follow_up_id as "followUpId", state`;
