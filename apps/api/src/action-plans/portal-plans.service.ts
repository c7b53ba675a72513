import { Injectable } from '@nestjs/common';
import type { PlanFileView, PlanItemView, PortalPlanView, Saved } from '@insyn/api-schema';
import type { ReportDoneRequest, SavePlanItemRequest } from '@insyn/api-schema/server';
import { planActions } from '@insyn/domain';
import type { FastifyRequest } from 'fastify';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { FileStore } from '../files/file-store.js';
import type { ProviderUser } from '../http/current-user.js';
import { NotFound } from '../http/problem.js';
import { Clock } from '../settings/clock.js';
import { PLAN_ROW } from './action-plans.sql.js';
import { lockPlan } from './locked-plan.js';
import { addPlanFile, receivePlanFile, removePlanFile } from './plan-files.js';
import { editableIds, fileView, gapsOf, planParts, type PlanRow } from './plan-parts.js';
import { reportDone } from './report-done.js';
import { savePlanItem } from './save-item.js';
import { submitPlan } from './submit-plan.js';

/** A file of a plan, where it lies. */
export interface PlanFile {
  readonly municipalityId: string;
  readonly planId: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
}

/** What a provider reads and writes of a demanded action plan. */
@Injectable()
export class PortalPlansService {
  public constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly files: FileStore,
  ) {}

  /** The demand with the provider's own plan. @throws NotFound for another provider's (R21). */
  public async view(provider: ProviderUser, id: string): Promise<PortalPlanView> {
    const row = await this.#row(provider, id);
    const files = row.files.filter(({ forReport, reportId }) => forReport && reportId === null);
    return {
      ...planParts(row, 'portal'),
      municipality: row.demand.municipality,
      provider: { id: row.providerId, name: row.demand.provider },
      offers: planActions(row.state, 'provider'),
      editableIds: editableIds(row),
      reportFiles: files.map((file) => fileView(file, 'portal')),
      gaps: gapsOf(row, this.clock.today()),
    };
  }

  /** Marks that somebody of the provider has read the demand; only the first reading says anything. */
  public read(provider: ProviderUser, id: string): Promise<Saved> {
    return this.#inPlan(provider, id, async (tx) => {
      const { version, readAt, followUpId } = await lockPlan(tx, id);
      if (readAt !== null) return { id, version };
      await tx.query(MARK_READ, [tx.municipalityId, id, tx.now, tx.accountId]);
      const subject = { subjectKind: 'action-plan', subjectId: id, followUpId };
      tx.appendEvent({ kind: 'action-plan.read', ...subject, summary: 'Läste kravet om åtgärdsplan' });
      return { id, version };
    });
  }

  public save(
    provider: ProviderUser,
    id: string,
    actionId: string,
    change: SavePlanItemRequest,
  ): Promise<PlanItemView> {
    return this.#inPlan(provider, id, (tx) => savePlanItem(tx, id, actionId, change));
  }

  public submit(provider: ProviderUser, id: string): Promise<Saved> {
    return this.#inPlan(provider, id, (tx) => submitPlan(tx, id));
  }

  public report(provider: ProviderUser, id: string, report: ReportDoneRequest): Promise<Saved> {
    return this.#inPlan(provider, id, (tx) => reportDone(tx, id, report));
  }

  public async addFile(provider: ProviderUser, id: string, request: FastifyRequest): Promise<PlanFileView> {
    await this.#municipalityOf(provider, id);
    return receivePlanFile(request, this.files, (file) =>
      this.#inPlan(provider, id, (tx) => addPlanFile(tx, this.files, id, file)),
    );
  }

  public async removeFile(provider: ProviderUser, fileId: string): Promise<void> {
    const { municipalityId, planId } = await this.file(provider, fileId);
    await this.db.providerTransaction(provider, municipalityId, (tx) => removePlanFile(tx, planId, fileId));
  }

  /** @throws NotFound also for another provider's file. */
  public async file(provider: ProviderUser, fileId: string): Promise<PlanFile> {
    const statement = { name: 'portal-plan-file', text: FILE, values: [fileId] };
    const [file] = await this.db.providerRead<PlanFile>(provider, statement);
    if (file === undefined) throw new NotFound();
    return file;
  }

  async #row(provider: ProviderUser, id: string): Promise<PlanRow> {
    const statement = { name: 'portal-plan', text: VIEW, values: [id] };
    const [row] = await this.db.providerRead<PlanRow>(provider, statement);
    if (row === undefined) throw new NotFound();
    return row;
  }

  async #inPlan<T>(provider: ProviderUser, id: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.db.providerTransaction(provider, await this.#municipalityOf(provider, id), work);
  }

  async #municipalityOf(provider: ProviderUser, id: string): Promise<string> {
    const statement = { name: 'portal-municipality-of-plan', text: MUNICIPALITY, values: [id] };
    const [row] = await this.db.providerRead<{ municipalityId: string }>(provider, statement);
    if (row === undefined) throw new NotFound();
    return row.municipalityId;
  }
}

// Read under the provider's role, whose policies give the rows of the person's providers, in whatever municipality.
const VIEW = `select ${PLAN_ROW} from action_plan r where r.id = $1`;
const MUNICIPALITY = 'select municipality_id as "municipalityId" from action_plan where id = $1';
const FILE = `select municipality_id as "municipalityId", plan_id as "planId", sha256, file_name as "fileName",
  media_type as "mediaType" from action_plan_file where id = $1`;
const MARK_READ = `update action_plan set read_at = $3, read_by = $4
  where municipality_id = $1 and id = $2 and read_at is null`;
