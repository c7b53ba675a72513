import { inject, Injectable, signal, type WritableSignal } from '@angular/core';
import type { AnswerFileView, Id } from '@insyn/api-schema';
import { toProblem } from '../../http/problem.js';
import { AnswerUpload, fileFault, type FileTarget } from '../../questions/answer-upload.js';
import type { FileSending } from '../../questions/file-sending.js';
import { Confirm } from '../../ui/confirm.js';
import { Toasts } from '../../ui/toasts.js';
import { PortalApi } from '../portal-api.js';
import { OpenRequest } from './open-request.js';

/** Files on their way to a question or a wanted document of the open request. Provided by the page. */
@Injectable()
export class AnswerUploads {
  private readonly upload = inject(AnswerUpload);
  private readonly api = inject(PortalApi);
  private readonly request = inject(OpenRequest);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly byTarget = new Map<string, WritableSignal<readonly FileSending[]>>();

  /** Those on their way to one place; a signal of their own, so that progress redraws nothing else. */
  of(id: string): WritableSignal<readonly FileSending[]> {
    const known = this.byTarget.get(id) ?? signal<readonly FileSending[]>([]);
    this.byTarget.set(id, known);
    return known;
  }

  async add(target: FileTarget, files: readonly File[]): Promise<void> {
    const uploads = this.of('questionId' in target ? target.questionId : target.wantedDocumentId);
    uploads.set([]);
    for (const file of files) await this.send(target, file, uploads);
  }

  async remove(file: AnswerFileView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`Ta bort filen?`,
      text: $localize`${file.fileName} tas bort och kommunen kan inte läsa den.`,
      confirm: $localize`Ta bort`,
      tone: 'danger',
    });
    if (!sure) return;
    try {
      await this.api.removeFile(file.id);
      this.request.removeFile(file.id);
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
    }
  }

  private async send(target: FileTarget, file: File, uploads: WritableSignal<readonly FileSending[]>): Promise<void> {
    const tell = (changes: Partial<FileSending>) =>
      uploads.update((all) => all.map((each) => (each.name === file.name ? { ...each, ...changes } : each)));
    uploads.update((all) => [...all, { name: file.name, percent: 0, error: null }]);
    const wrong = fileFault(file);
    if (wrong) return tell({ error: wrong });
    try {
      const url = `/api/portal/requests/${this.idOfRequest()}/files`;
      this.request.addFile(await this.upload.send(url, target, file, (percent) => tell({ percent })));
      uploads.update((all) => all.filter(({ name }) => name !== file.name));
    } catch (error) {
      tell({ error: toProblem(error).title });
    }
  }

  private idOfRequest(): Id {
    return this.request.id() ?? '';
  }
}
