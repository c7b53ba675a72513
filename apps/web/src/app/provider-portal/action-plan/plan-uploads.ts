import { inject, Injectable, signal, type WritableSignal } from '@angular/core';
import type { Id, PlanFileView } from '@insyn/api-schema';
import { toProblem } from '../../http/problem.js';
import { AnswerUpload, fileFault } from '../../questions/answer-upload.js';
import type { FileSending } from '../../questions/file-sending.js';
import { Confirm } from '../../ui/confirm.js';
import { Toasts } from '../../ui/toasts.js';
import { OpenPlan } from './open-plan.js';
import { PortalPlansApi } from './portal-plans-api.js';

/** What a file is for: the plan of one action, or the report that it is remedied. */
export interface PlanFileTarget {
  readonly actionId: Id;
  readonly forReport: boolean;
}

/** Files on their way to the open plan. Provided by the page. */
@Injectable()
export class PlanUploads {
  private readonly upload = inject(AnswerUpload);
  private readonly api = inject(PortalPlansApi);
  private readonly plan = inject(OpenPlan);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly byTarget = new Map<string, WritableSignal<readonly FileSending[]>>();

  /** Those on their way to one place; a signal of their own, so that progress redraws nothing else. */
  of({ actionId, forReport }: PlanFileTarget): WritableSignal<readonly FileSending[]> {
    const key = `${actionId} ${forReport}`;
    const known = this.byTarget.get(key) ?? signal<readonly FileSending[]>([]);
    this.byTarget.set(key, known);
    return known;
  }

  async add(target: PlanFileTarget, files: readonly File[]): Promise<void> {
    const uploads = this.of(target);
    uploads.set([]);
    for (const file of files) await this.send(target, file, uploads);
  }

  async remove(file: PlanFileView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`Ta bort filen?`,
      text: $localize`${file.fileName} tas bort och kommunen kan inte läsa den.`,
      confirm: $localize`Ta bort`,
      tone: 'danger',
    });
    if (!sure) return;
    try {
      await this.api.removeFile(file.id);
      this.plan.removeFile(file.id);
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
    }
  }

  private async send(
    { actionId, forReport }: PlanFileTarget,
    file: File,
    uploads: WritableSignal<readonly FileSending[]>,
  ): Promise<void> {
    const tell = (changes: Partial<FileSending>) =>
      uploads.update((all) => all.map((each) => (each.name === file.name ? { ...each, ...changes } : each)));
    uploads.update((all) => [...all, { name: file.name, percent: 0, error: null }]);
    const wrong = fileFault(file);
    if (wrong) return tell({ error: wrong });
    try {
      const url = `/api/portal/action-plans/${this.plan.id() ?? ''}/files`;
      const fields = { actionId, forReport: String(forReport) };
      this.plan.addFile(await this.upload.send<PlanFileView>(url, fields, file, (percent) => tell({ percent })));
      uploads.update((all) => all.filter(({ name }) => name !== file.name));
    } catch (error) {
      tell({ error: toProblem(error).title });
    }
  }
}
