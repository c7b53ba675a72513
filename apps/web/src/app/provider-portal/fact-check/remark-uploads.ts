import { inject, Injectable } from '@angular/core';
import type { FactCheckFileView } from '@insyn/api-schema';
import { toProblem } from '../../http/problem.js';
import type { ShownFile } from '../../questions/answer-files.js';
import { AnswerUpload, fileFault } from '../../questions/answer-upload.js';
import type { FileSending } from '../../questions/file-sending.js';
import { Confirm } from '../../ui/confirm.js';
import { Toasts } from '../../ui/toasts.js';
import { OpenFactCheck } from './open-fact-check.js';
import { PortalFactChecksApi } from './portal-fact-checks-api.js';
import type { RemarkDraft } from './remark-draft.js';

/** Files on their way to a remark of the open fact check. Provided by the page. */
@Injectable()
export class RemarkUploads {
  private readonly upload = inject(AnswerUpload);
  private readonly api = inject(PortalFactChecksApi);
  private readonly factCheck = inject(OpenFactCheck);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);

  async add(remark: RemarkDraft, files: readonly File[]): Promise<void> {
    // A file belongs to a remark that the server has.
    await remark.draft.flush();
    if (!remark.isSaved()) {
      return this.toasts.show($localize`Skriv synpunkten först. Filen hör till den.`, 'problem');
    }
    remark.uploads.set([]);
    for (const file of files) await this.send(remark, file);
  }

  async remove(remark: RemarkDraft, file: ShownFile): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`Ta bort filen?`,
      text: $localize`${file.fileName} tas bort och kommunen kan inte läsa den.`,
      confirm: $localize`Ta bort`,
      tone: 'danger',
    });
    if (!sure) return;
    try {
      await this.api.removeFile(file.id);
      remark.files.update((all) => all.filter(({ id }) => id !== file.id));
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
    }
  }

  private async send(remark: RemarkDraft, file: File): Promise<void> {
    const { uploads } = remark;
    const tell = (changes: Partial<FileSending>) =>
      uploads.update((all) => all.map((each) => (each.name === file.name ? { ...each, ...changes } : each)));
    uploads.update((all) => [...all, { name: file.name, percent: 0, error: null }]);
    const wrong = fileFault(file);
    if (wrong) return tell({ error: wrong });
    try {
      const url = `/api/portal/fact-checks/${this.factCheck.id() ?? ''}/files`;
      const target = { remarkId: remark.id };
      const kept = await this.upload.send<FactCheckFileView>(url, target, file, (percent) => tell({ percent }));
      remark.files.update((all) => [...all, kept]);
      uploads.update((all) => all.filter(({ name }) => name !== file.name));
    } catch (error) {
      tell({ error: toProblem(error).title });
    }
  }
}
