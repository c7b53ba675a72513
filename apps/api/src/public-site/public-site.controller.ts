import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Controller, Get, Header, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PublicReportsQuery } from '@insyn/api-schema/server';
import { PUBLIC_FONTS, publicStylesheet } from '@insyn/report';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../files/file-store.js';
import { AllowAnonymous } from '../http/allow.js';
import { NotFound } from '../http/problem.js';
import { accessibilityPage, listPage, notFoundPage, reportPage, withdrawnPage } from './public-pages.js';
import { PublicReportsQueries, type PublishedReport } from './public-reports.queries.js';

const HTML = 'text/html; charset=utf-8';

/** The public door: pages for anyone, made on the server, without script and without a session. */
@Controller('rapporter')
@ApiExcludeController()
@AllowAnonymous()
export class PublicSiteController {
  public constructor(
    private readonly queries: PublicReportsQueries,
    private readonly files: FileStore,
  ) {}

  @Get()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'public, max-age=60')
  public async list(@Query() query: PublicReportsQuery): Promise<string> {
    return listPage(query, await this.queries.list(query));
  }

  @Get('insyn.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=3600')
  public stylesheet(): string {
    return publicStylesheet;
  }

  @Get('fonts/:name')
  @Header('Cache-Control', 'public, max-age=31536000, immutable')
  public async font(@Param('name') name: string): Promise<StreamableFile> {
    const font = PUBLIC_FONTS.find((known) => known.name === name);
    if (font === undefined) throw new NotFound();
    const path = fileURLToPath(import.meta.resolve(font.module));
    return new StreamableFile(createReadStream(path), { type: 'font/woff2', length: (await stat(path)).size });
  }

  @Get('om-tillganglighet')
  @Header('Content-Type', HTML)
  public accessibility(): string {
    return accessibilityPage();
  }

  @Get(':municipality/:file')
  public async report(
    @Param('municipality') municipality: string,
    @Param('file') file: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | StreamableFile | object> {
    const extension = /\.(pdf|json)$/.exec(file)?.[1];
    const report = await this.queries.find(municipality, extension === undefined ? file : file.replace(/\.\w+$/, ''));
    reply.header('Cache-Control', 'public, max-age=60');
    if (report === undefined || report.withdrawnOn !== null) return this.#gone(report, reply);
    if (extension === 'pdf') return this.#pdf(report);
    if (extension === 'json') return report.content;
    reply.type(HTML);
    return reportPage(report);
  }

  #gone(report: PublishedReport | undefined, reply: FastifyReply): string {
    reply.status(report === undefined ? 404 : 410).type(HTML);
    return report === undefined ? notFoundPage() : withdrawnPage(report);
  }

  async #pdf(report: PublishedReport): Promise<StreamableFile> {
    const { stream, size } = await this.files.open(report.pdfSha256);
    return new StreamableFile(stream, {
      type: 'application/pdf',
      length: size,
      disposition: `inline; filename="${report.slug}.pdf"`,
    });
  }
}
