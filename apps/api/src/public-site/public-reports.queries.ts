import { Injectable } from '@nestjs/common';
import type { CalendarDate, Outcome, ServiceType } from '@insyn/domain';
import type { PublicReportItem } from '@insyn/api-schema';
import type { PublicReportsQuery } from '@insyn/api-schema/server';
import type { ReportData } from '@insyn/report';
import { Database } from '../database/database.js';
import { Invalid } from '../http/problem.js';
import { Settings } from '../settings/settings.js';

const PAGE = 50;

/** A published report as its page needs it; `withdrawnOn` is set where it was taken back (R19). */
export interface PublishedReport {
  municipalityName: string;
  municipalitySlug: string;
  slug: string;
  title: string;
  publishedOn: CalendarDate;
  reportVersion: number;
  seal: string;
  content: ReportData;
  htmlSha256: string;
  pdfSha256: string;
  withdrawnOn: CalendarDate | null;
  withdrawnReason: string | null;
}

interface ListRow {
  id: string;
  title: string;
  municipality: string;
  municipalitySlug: string;
  slug: string;
  provider: string;
  unit: string;
  year: number;
  serviceTypes: ServiceType[];
  outcome: Outcome;
  publishedOn: CalendarDate;
}

/** Reads the projection that publication writes, under the public role: nothing else can be reached from here. */
@Injectable()
export class PublicReportsQueries {
  public constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {}

  /** Published reports, the newest first. Withdrawn ones are left out of the list. */
  public async list(query: PublicReportsQuery): Promise<{ items: PublicReportItem[]; next: string | null }> {
    const after = cursor(query.after);
    const rows = await this.db.publicRead<ListRow>({
      name: 'public-reports-list',
      text: `select id, title, municipality_name as municipality, municipality_slug as "municipalitySlug", slug, provider, unit,
          year, service_types as "serviceTypes", outcome, published_on::text as "publishedOn"
        from published_report
        where withdrawn_on is null
          and ($1::text is null or search @@ websearch_to_tsquery('swedish', $1)
            or title ilike '%' || $2 || '%' or provider ilike '%' || $2 || '%' or unit ilike '%' || $2 || '%')
          and ($3::text is null or provider = $3)
          and ($4::int is null or year = $4)
          and ($5::text is null or $5 = any(service_types))
          and ($6::text is null or outcome = $6)
          and ($7::text is null or municipality_slug = $7)
          and ($8::date is null or (published_on, id) < ($8::date, $9::uuid))
        order by published_on desc, id desc limit ${PAGE + 1}`,
      values: [
        query.search || null,
        (query.search ?? '').replace(/[\\%_]/g, '\\$&'),
        query.provider || null,
        query.year ?? null,
        query.service ?? null,
        query.outcome ?? null,
        query.municipality || null,
        after?.publishedOn ?? null,
        after?.id ?? null,
      ],
    });
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => this.#item(row)),
      next: rows.length > PAGE && last !== undefined ? `${last.publishedOn}_${last.id}` : null,
    };
  }

  /** One report by its address, or undefined. */
  public async find(municipalitySlug: string, slug: string): Promise<PublishedReport | undefined> {
    const [row] = await this.db.publicRead<PublishedReport>({
      name: 'public-reports-find',
      text: `select municipality_name as "municipalityName", municipality_slug as "municipalitySlug", slug, title,
          published_on::text as "publishedOn", report_version as "reportVersion", seal, content,
          html_sha256 as "htmlSha256", pdf_sha256 as "pdfSha256",
          withdrawn_on::text as "withdrawnOn", withdrawn_reason as "withdrawnReason"
        from published_report where municipality_slug = $1 and slug = $2`,
      values: [municipalitySlug, slug],
    });
    return row;
  }

  #item({ slug, municipalitySlug, ...row }: ListRow): PublicReportItem {
    const address = `${this.settings.PUBLIC_URL}/rapporter/${municipalitySlug}/${slug}`;
    return { ...row, htmlUrl: address, pdfUrl: `${address}.pdf` };
  }
}

function cursor(after: string | undefined): { publishedOn: string; id: string } | undefined {
  if (after === undefined || after === '') return undefined;
  const match = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(after);
  if (match === null) throw new Invalid([{ field: 'after', message: 'Adressen till nästa sida är inte giltig.' }]);
  return { publishedOn: match[1] ?? '', id: match[2] ?? '' };
}
