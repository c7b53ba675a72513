import { Injectable } from '@nestjs/common';
import { screenReport, type HitSettlement } from '@insyn/domain';
import type { Saved } from '@insyn/api-schema';
import type { StaffUser } from '../http/current-user.js';
import { Conflict, Invalid, NotFound } from '../http/problem.js';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { lockPublication, type LockedPublication } from './publication-access.js';
import { Publication } from './publication.entity.js';
import { namesIn, withoutNames } from './public-variant.js';
import { reportShares, reportTexts } from './report-texts.js';
import { ScreenHit } from './screen-hit.entity.js';

/** How much of a text is shown on each side of a hit, in characters. */
const CONTEXT = 80;

export interface Settlement {
  version: number;
  settlement: HitSettlement;
  replacement?: string | null | undefined;
  reason: string;
}

/** The first screen before publication (R17). */
@Injectable()
export class PublicationScreenService {
  public constructor(private readonly db: Database) {}

  /** Runs the screen on exactly this version of the report; hits that are settled already stay settled. */
  public screen(user: StaffUser, id: string, version: number): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const publication = await lockPublication(tx, id, 'publication.screen');
      requireWaiting(publication);
      const next = await tx.update(Publication, id, version, { screenedSeal: publication.seal, screenedAt: tx.now });
      const found = await this.#replaceHits(tx, publication);
      tx.appendEvent({
        kind: 'publication.screened',
        subjectKind: 'publication',
        subjectId: id,
        followUpId: publication.followUpId,
        summary: `Sekretessgranskning kördes på version ${publication.reportVersion}: ${found} träffar`,
      });
      return { id, version: next };
    });
  }

  /** A named person settles one hit, with a reason (R17). */
  public settle(user: StaffUser, hitId: string, settlement: Settlement): Promise<Saved> {
    if (settlement.settlement === 'generalised' && !settlement.replacement?.trim()) {
      return Promise.reject(new Invalid([{ field: 'replacement', message: 'Skriv vad som ska stå i stället.' }]));
    }
    return this.db.transaction(user, async (tx) => {
      const [hit] = await tx.query<{ publicationId: string; kind: string; place: string }>(
        `select publication_id as "publicationId", kind, place from screen_hit where municipality_id = $1 and id = $2`,
        [tx.municipalityId, hitId],
      );
      if (hit === undefined) throw new NotFound();
      const publication = await lockPublication(tx, hit.publicationId, 'publication.screen');
      requireWaiting(publication);
      const version = await tx.update(ScreenHit, hitId, settlement.version, {
        settlement: settlement.settlement,
        replacement: settlement.settlement === 'generalised' ? (settlement.replacement ?? null) : null,
        reason: settlement.reason,
        settledBy: user.accountId,
        settledAt: tx.now,
      });
      tx.appendEvent({
        kind: 'publication.hit-settled',
        subjectKind: 'screen-hit',
        subjectId: hitId,
        followUpId: publication.followUpId,
        summary: `En träff i sekretessgranskningen avgjordes (${hit.place})`,
        after: { settlement: settlement.settlement },
      });
      return { id: hitId, version };
    });
  }

  async #replaceHits(tx: Transaction, publication: LockedPublication): Promise<number> {
    const texts = reportTexts(withoutNames(publication.snapshot));
    const shares = reportShares(publication.snapshot);
    const hits = screenReport({
      sections: texts.map(({ key, text }) => ({ place: key, text })),
      participantNames: namesIn(publication.snapshot),
      shares: shares.map(({ key, k, n }) => ({ place: key, k, n })),
      threshold: publication.smallNumberThreshold,
    });
    const textOf = new Map(texts.map((text) => [text.key, text]));
    const shareOf = new Map(shares.map((share) => [share.key, share]));
    const kept = await tx.query<{ hitKey: string }>(
      `select hit_key as "hitKey" from screen_hit where municipality_id = $1 and publication_id = $2`,
      [tx.municipalityId, publication.id],
    );
    const known = new Set(kept.map((hit) => hit.hitKey));
    const fresh = hits.filter((hit) => !known.has(hit.id));
    await tx.query(
      `delete from screen_hit where municipality_id = $1 and publication_id = $2 and not hit_key = any($3)`,
      [tx.municipalityId, publication.id, hits.map((hit) => hit.id)],
    );
    if (fresh.length === 0) return hits.length;
    await tx.insert(
      ScreenHit,
      fresh.map((hit) => {
        const text = textOf.get(hit.place);
        const share = shareOf.get(hit.place);
        const from = Math.max(0, hit.start - CONTEXT);
        const shown =
          text === undefined ? `${share?.question ?? ''}: ${hit.excerpt}` : text.text.slice(from, hit.end + CONTEXT);
        const start = text === undefined ? shown.length - hit.excerpt.length : hit.start - from;
        return {
          municipalityId: tx.municipalityId,
          id: tx.newId(),
          publicationId: publication.id,
          hitKey: hit.id,
          kind: hit.kind,
          section: hit.place,
          place: text?.place ?? share?.place ?? '',
          position: hit.start,
          advice: hit.advice,
          excerpt: shown,
          start,
          end: start + hit.excerpt.length,
        };
      }),
    );
    return hits.length;
  }
}

function requireWaiting(publication: LockedPublication): void {
  if (publication.state === 'waiting') return;
  throw new Conflict('publication-decided', 'Publiceringen är redan beslutad och granskningen kan inte ändras.');
}
