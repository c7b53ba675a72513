import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { AnswerView, EarlierAnswer, PortalRequestView, Saved } from '@insyn/api-schema';
import type { AnswerRequest, AskForExtensionRequest } from '@insyn/api-schema/server';
import { extensionFaults, requestActions, WAITING_STATES } from '@insyn/domain';
import { lockRequest } from '../answers/locked-request.js';
import { requestParts, type RequestRow } from '../answers/request-parts.js';
import { notOpen, saveAnswer } from '../answers/save-answer.js';
import { submitAnswers } from '../answers/submit-answers.js';
import { Database } from '../database/database.js';
import type { ProviderUser } from '../http/current-user.js';
import { Conflict, Invalid } from '../http/problem.js';
import { DueExtension } from '../information-requests/due-extension.entity.js';
import { earlierAnswers, type EarlierSubmission } from './earlier-answers.js';
import { PortalAccess } from './portal-access.js';
import { EARLIER_SUBMISSIONS } from './portal.sql.js';

/** What a provider reads and answers. */
@Injectable()
export class PortalRequestsService {
  public constructor(
    private readonly db: Database,
    private readonly access: PortalAccess,
  ) {}

  public async view(provider: ProviderUser, id: string): Promise<PortalRequestView> {
    const row = await this.access.request(provider, id);
    const parts = requestParts(row, 'provider');
    const { editable, askedIds, answers, files, returned, missing, submissions, extensions } = parts;
    return {
      id,
      municipality: row.letter.municipality,
      provider: { id: row.providerId, name: row.letter.provider },
      ...{ title: row.title, state: row.state, letter: row.letter, letterDocument: parts.document },
      ...{ sentOn: row.sentOn, due: row.due, questions: row.questions, askedIds, answers, files, returned, missing },
      earlier: editable ? await this.#earlier(provider, row) : [],
      ...{ submissions, extensions, offers: requestActions(row.state, 'provider'), editable, version: row.version },
    };
  }

  /** Marks that somebody of the provider has read the request; only the first reading says anything. */
  public async read(provider: ProviderUser, id: string): Promise<Saved> {
    return this.access.inRequest(provider, id, async (tx) => {
      const { version, readAt, followUpId, title } = await lockRequest(tx, id);
      if (readAt !== null) return { id, version };
      await tx.query(MARK_READ, [tx.municipalityId, id, tx.now, tx.accountId]);
      const subject = { subjectKind: 'information-request', subjectId: id, followUpId };
      tx.appendEvent({ kind: 'information-request.read', ...subject, summary: `Läste ”${title}”` });
      return { id, version };
    });
  }

  /** Saves one answer. One that is taken from an earlier round says so only where it stands as it was handed in then. */
  public async answer(
    provider: ProviderUser,
    id: string,
    questionId: string,
    change: AnswerRequest,
  ): Promise<AnswerView> {
    const { version, value, comment } = change;
    const from = change.source === 'earlier' ? await this.#takenFrom(provider, id, questionId, change) : null;
    const source = from === null ? 'provider' : 'earlier';
    const sourceNote = from ?? '';
    return this.access.inRequest(provider, id, (tx) =>
      saveAnswer(tx, id, { questionId, version, value, comment, source, sourceNote }),
    );
  }

  public async submit(provider: ProviderUser, id: string, version: number): Promise<Saved> {
    return this.access.inRequest(provider, id, (tx) => submitAnswers(tx, id, { version, onBehalf: false }));
  }

  /** Asks for more time. One question at a time waits for the officer. */
  public async askForExtension(provider: ProviderUser, id: string, wish: AskForExtensionRequest): Promise<Saved> {
    return this.access.inRequest(provider, id, async (tx) => {
      const request = await lockRequest(tx, id);
      if (!WAITING_STATES.includes(request.state)) throw notOpen(request);
      if (request.extensions.some(({ decision }) => decision === null)) {
        throw new Conflict('extension-waits', 'Ni har redan bett om längre tid. Vänta på kommunens svar.');
      }
      const { wantedDue, reason } = wish;
      const faults = extensionFaults({ due: request.due, wantedDue, today: tx.today });
      if (faults.length > 0)
        throw new Invalid(faults.map((message) => ({ field: 'wantedDue', message: message + '.' })));
      const extensionId = tx.newId();
      const { municipalityId, accountId, now } = tx;
      const { providerId, followUpId, title } = request;
      await tx.insert(DueExtension, {
        ...{ municipalityId, id: extensionId, requestId: id, providerId, wantedDue, reason },
        ...{ askedBy: accountId, askedAt: now, version: 1 },
      });
      tx.appendEvent({
        kind: 'due-extension.asked',
        subjectKind: 'due-extension',
        subjectId: extensionId,
        followUpId,
        summary: `Bad om längre tid för ”${title}”, till ${wantedDue}`,
        after: { wantedDue, reason },
      });
      return { id: extensionId, version: 1 };
    });
  }

  async #earlier(provider: ProviderUser, row: RequestRow): Promise<EarlierAnswer[]> {
    const statement = { name: 'portal-earlier', text: EARLIER_SUBMISSIONS, values: [row.providerId, row.id] };
    return earlierAnswers(row.questions, await this.db.providerRead<EarlierSubmission>(provider, statement));
  }

  async #takenFrom(
    provider: ProviderUser,
    id: string,
    questionId: string,
    { value }: AnswerRequest,
  ): Promise<string | null> {
    const earlier = await this.#earlier(provider, await this.access.request(provider, id));
    const offered = earlier.find((answer) => answer.questionId === questionId);
    if (offered === undefined || !isDeepStrictEqual(offered.value, value)) return null;
    return `${offered.source}, inlämnad ${offered.submittedOn}`;
  }
}

const MARK_READ = `update information_request set read_at = $3, read_by = $4
  where municipality_id = $1 and id = $2 and read_at is null`;
