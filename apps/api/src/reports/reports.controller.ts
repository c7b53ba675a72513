import { Controller, Get, Header, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { FileStore } from '../files/file-store.js';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { BINARY } from '../http/file-schemas.js';
import { type ReportDownload, ReportsQueries } from './reports.queries.js';

const FILE = { schema: BINARY } as const;

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  public constructor(
    private readonly queries: ReportsQueries,
    private readonly files: FileStore,
  ) {}

  @Get(':id/pdf')
  @Allow('follow-up.read')
  @ApiProduces('application/pdf')
  @ApiOkResponse(FILE)
  @Header('Cache-Control', 'private, no-store')
  public async pdf(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return this.#send(await this.queries.internalFile(user, id, 'pdf'), 'application/pdf');
  }

  @Get(':id/html')
  @Allow('follow-up.read')
  @ApiProduces('text/html')
  @ApiOkResponse(FILE)
  @Header('Cache-Control', 'private, no-store')
  public async html(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return this.#send(await this.queries.internalFile(user, id, 'html'), 'text/html; charset=utf-8');
  }

  async #send(file: ReportDownload, type: string): Promise<StreamableFile> {
    const { stream, size } = await this.files.open(file.sha256);
    return new StreamableFile(stream, { type, length: size, disposition: `attachment; filename="${file.fileName}"` });
  }
}
