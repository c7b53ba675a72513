import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { Id, SanctionFileView } from '@insyn/api-schema';
import { firstValueFrom } from 'rxjs';
import { toProblem } from '../../http/problem.js';
import { AnswerUpload, fileFault } from '../../questions/answer-upload.js';
import type { FileSending } from '../../questions/file-sending.js';
import { Confirm } from '../../ui/confirm.js';
import { Toasts } from '../../ui/toasts.js';

/** The files that wait to go with a dispute, and those on their way. Provided by the form. */
@Injectable()
export class DisputeUploads {
  private readonly http = inject(HttpClient);
  private readonly upload = inject(AnswerUpload);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);

  readonly files = signal<readonly SanctionFileView[]>([]);
  readonly sending = signal<readonly FileSending[]>([]);
  readonly isSending = computed(() => this.sending().some(({ error }) => error === null));

  async add(sanctionId: Id, files: readonly File[]): Promise<void> {
    this.sending.set([]);
    for (const file of files) await this.send(sanctionId, file);
  }

  async remove(file: SanctionFileView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`Ta bort filen?`,
      text: $localize`${file.fileName} tas bort och följer inte med bestridandet.`,
      confirm: $localize`Ta bort`,
      tone: 'danger',
    });
    if (!sure) return;
    try {
      await firstValueFrom(this.http.delete(`/api/portal/sanction-files/${file.id}`));
      this.files.update((all) => all.filter(({ id }) => id !== file.id));
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
    }
  }

  private async send(sanctionId: Id, file: File): Promise<void> {
    const tell = (changes: Partial<FileSending>) =>
      this.sending.update((all) => all.map((each) => (each.name === file.name ? { ...each, ...changes } : each)));
    this.sending.update((all) => [...all, { name: file.name, percent: 0, error: null }]);
    const wrong = fileFault(file);
    if (wrong) return tell({ error: wrong });
    try {
      const url = `/api/portal/sanctions/${sanctionId}/files`;
      const kept = await this.upload.send<SanctionFileView>(url, {}, file, (percent) => tell({ percent }));
      this.files.update((all) => [...all, kept]);
      this.sending.update((all) => all.filter(({ name }) => name !== file.name));
    } catch (error) {
      tell({ error: toProblem(error).title });
    }
  }
}
