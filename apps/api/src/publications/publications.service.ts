import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import { DELEGATED_MATTER_LABELS } from '@insyn/domain';
import { seal } from '@insyn/report';
import type { StaffUser } from '../http/current-user.js';
import { Conflict } from '../http/problem.js';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { recordDelegatedDecision } from '../delegations/record-delegated-decision.js';
import { requireDelegation } from '../delegations/require-delegation.js';
import { Record as CaseRecord } from '../records/record.entity.js';
import { lockPublication, type LockedPublication } from './publication-access.js';
import { Publication } from './publication.entity.js';
import { refuseTellingReplacements, type SettledWords } from './public-rescreen.js';
import { publicVariant } from './public-variant.js';
import type { ScreenHit } from './screen-hit.entity.js';

/** Approving, publishing and withdrawing (R17–R19). */
@Injectable()
export class PublicationsService {
  public constructor(private readonly db: Database) {}

  /**
   * The manager approves the publication, where the committee asks for it on a delegation (R10): the public variant is frozen,
   * sealed, and sent to be rendered. By what right stands here and on the committee's list, and not in what is published.
   */
  public approve(user: StaffUser, id: string, version: number): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const publication = await lockPublication(tx, id, 'publication.approve');
      requireState(publication, 'waiting');
      const { committeeId, followUpId, reportVersion } = publication;
      const delegation = await requireDelegation(tx, { committeeId, matter: 'publication' });
      const settled = await this.#settledHits(tx, publication);
      refuseTellingReplacements(publication.snapshot, settled, publication.smallNumberThreshold);
      const publicSnapshot = publicVariant(publication.snapshot, settled);
      const next = await tx.update(Publication, id, version, {
        state: 'approved',
        approvedBy: user.accountId,
        approvedAt: tx.now,
        delegationId: delegation?.id ?? null,
        publicSnapshot,
        publicSeal: seal(publicSnapshot),
      });
      tx.enqueue('render-report', {
        municipalityId: tx.municipalityId,
        ids: { reportId: publication.reportId, publicationId: id },
      });
      if (delegation !== null) {
        await recordDelegatedDecision(tx, {
          ...{ committeeId, delegationId: delegation.id, followUpId, matter: 'publication', subjectId: id },
          ...{ decidedBy: user.accountId, decidedOn: tx.today },
          summary: `${DELEGATED_MATTER_LABELS.publication}: godkänd, version ${reportVersion}`,
        });
      }
      this.#event(tx, publication, 'publication.approved', 'Publiceringen godkändes');
      return { id, version: next };
    });
  }

  /** The registrar or the manager publishes what is approved and rendered; a record is registered with it (R16). */
  public publish(user: StaffUser, id: string, version: number): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const publication = await lockPublication(tx, id, 'publication.publish');
      requireState(publication, 'approved');
      const { publicSnapshot: data, publicSeal } = publication;
      const files = await this.#publicFiles(tx, publication.reportId);
      if (data === null || publicSeal === null || files.pdf === undefined || files.html === undefined) {
        throw new Conflict('report-not-rendered', 'Rapporten skapas fortfarande. Försök igen om en stund.');
      }
      const next = await tx.update(Publication, id, version, {
        state: 'published',
        publishedBy: user.accountId,
        publishedOn: tx.today,
      });
      await tx.query(
        `insert into published_report (id, municipality_id, publication_id, municipality_name, municipality_slug, slug, title,
           provider, unit, year, service_types, outcome, report_version, published_on, content, seal, html_sha256, pdf_sha256)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
        [
          tx.newId(),
          tx.municipalityId,
          id,
          publication.municipalityName,
          publication.municipalitySlug,
          addressOf(data.title, data.caseNumber, data.version),
          data.title,
          data.provider.name,
          data.unit.name,
          data.year,
          publication.serviceTypes,
          publication.outcome,
          data.version,
          tx.today,
          JSON.stringify(data),
          publicSeal,
          files.html,
          files.pdf,
        ],
      );
      await tx.insert(CaseRecord, {
        municipalityId: tx.municipalityId,
        id: tx.newId(),
        followUpId: publication.followUpId,
        direction: 'out',
        recordedOn: tx.today,
        counterpart: 'Allmänheten',
        publicTitle: `Publicerad rapport: ${data.title}`,
        reportId: publication.reportId,
        createdBy: user.accountId,
      });
      this.#event(tx, publication, 'publication.published', 'Rapporten publicerades');
      return { id, version: next };
    });
  }

  /** Takes a report back; its address stays and says so, when and why (R19). */
  public withdraw(user: StaffUser, id: string, version: number, reason: string): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const publication = await lockPublication(tx, id, 'publication.publish');
      requireState(publication, 'published');
      const next = await tx.update(Publication, id, version, {
        state: 'withdrawn',
        withdrawnBy: user.accountId,
        withdrawnOn: tx.today,
        withdrawnReason: reason,
      });
      await tx.query(
        `update published_report set withdrawn_on = $3, withdrawn_reason = $4, content = '{}'
         where municipality_id = $1 and publication_id = $2`,
        [tx.municipalityId, id, tx.today, reason],
      );
      this.#event(tx, publication, 'publication.withdrawn', 'Rapporten togs tillbaka från publicering');
      return { id, version: next };
    });
  }

  /** Every hit of a screen that ran on exactly this version, all settled; otherwise the reason why not (R17). */
  async #settledHits(tx: Transaction, publication: LockedPublication): Promise<SettledWords[]> {
    if (publication.screenedSeal !== publication.seal) {
      throw new Conflict('not-screened', 'Kör sekretessgranskningen på den här versionen först.');
    }
    const hits = await tx.query<ScreenHit>(
      `select kind, section, place, position, excerpt, start, "end", settlement, replacement
       from screen_hit where municipality_id = $1 and publication_id = $2 order by id`,
      [tx.municipalityId, publication.id],
    );
    const open = hits.filter((hit) => hit.settlement === null).length;
    if (open > 0) throw new Conflict('hits-unsettled', `${open} träffar i sekretessgranskningen är inte avgjorda.`);
    return hits.flatMap(({ settlement, excerpt, start, end, ...hit }) =>
      settlement === null ? [] : [{ ...hit, settlement, words: excerpt.slice(start, end), length: end - start }],
    );
  }

  async #publicFiles(tx: Transaction, reportId: string): Promise<{ pdf?: string; html?: string }> {
    const files = await tx.query<{ format: 'pdf' | 'html'; sha256: string }>(
      `select format, sha256 from report_file where municipality_id = $1 and report_id = $2 and variant = 'public'`,
      [tx.municipalityId, reportId],
    );
    return Object.fromEntries(files.map((file) => [file.format, file.sha256]));
  }

  #event(tx: Transaction, publication: LockedPublication, kind: string, summary: string): void {
    tx.appendEvent({
      kind,
      subjectKind: 'publication',
      subjectId: publication.id,
      followUpId: publication.followUpId,
      summary: `${summary} (version ${publication.reportVersion})`,
    });
  }
}

function requireState(publication: LockedPublication, state: LockedPublication['state']): void {
  if (publication.state === state) return;
  throw new Conflict('publication-state', 'Publiceringen har redan kommit till ett annat steg. Läs in sidan igen.');
}

/** The last part of a report's address: readable, stable, and different for each version of each case. */
export function addressOf(title: string, caseNumber: string, version: number): string {
  const plain = (text: string) =>
    text
      .toLocaleLowerCase('sv')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-|-$/gu, '');
  const name = plain(title).slice(0, 60).replace(/-$/u, '');
  const base = `${name}-${plain(caseNumber)}`;
  return version === 1 ? base : `${base}-v${version}`;
}
