import { applyEach, maxLength, required, type SchemaPathTree, validate } from '@angular/forms/signals';
import type { Id } from '@insyn/api-schema';
import { REQUEST_LIMITS } from '@insyn/domain';
import type { SentContent } from './requests-api.js';

/** What a request says, as it is written in its form. */
export interface WrittenContent {
  questionSetVersionId: Id;
  title: string;
  message: string;
  visit: string;
  /** One person a line. */
  visitors: string;
  wantedDocuments: { text: string; required: boolean }[];
  due: string;
}

export const EMPTY_CONTENT: WrittenContent = {
  questionSetVersionId: '',
  title: '',
  message: '',
  visit: '',
  visitors: '',
  wantedDocuments: [],
  due: '',
};

/** The rules of the fields; the server's are the same. */
export function contentRules(path: SchemaPathTree<WrittenContent>, today: string | null): void {
  required(path.questionSetVersionId, { message: $localize`Välj vilket frågebatteri som ska besvaras.` });
  required(path.title, { message: $localize`Skriv en rubrik på brevet.` });
  maxLength(path.title, REQUEST_LIMITS.title, { message: $localize`Rubriken är längre än 200 tecken.` });
  maxLength(path.message, REQUEST_LIMITS.message, { message: $localize`Texten är längre än 5 000 tecken.` });
  maxLength(path.visit, REQUEST_LIMITS.message, { message: $localize`Texten är längre än 5 000 tecken.` });
  validate(path.visitors, ({ value }) => {
    const lines = visitorsOf(value());
    if (lines.length > REQUEST_LIMITS.visitors) {
      return { kind: 'visitors', message: $localize`Ange högst ${REQUEST_LIMITS.visitors} personer.` };
    }
    const tooLong = lines.some((line) => line.length > REQUEST_LIMITS.visitor);
    return tooLong ? { kind: 'visitors', message: $localize`En rad är längre än 120 tecken.` } : null;
  });
  applyEach(path.wantedDocuments, (document) => {
    required(document.text, { message: $localize`Skriv vilken handling ni vill ha, eller ta bort raden.` });
    maxLength(document.text, REQUEST_LIMITS.wantedDocument, {
      message: $localize`Texten är längre än 300 tecken.`,
    });
  });
  required(path.due, { message: $localize`Välj när svaren ska vara inne.` });
  validate(path.due, ({ value }) =>
    today && value() && value() <= today ? { kind: 'due', message: $localize`Välj en dag efter i dag.` } : null,
  );
}

/** What is sent of the fields. */
export function contentCommand({ visitors, wantedDocuments, ...rest }: WrittenContent): SentContent {
  return {
    ...rest,
    title: rest.title.trim(),
    message: rest.message.trim(),
    visit: rest.visit.trim(),
    visitors: visitorsOf(visitors),
    wantedDocuments: wantedDocuments.map(({ text, required: needed }) => ({ text: text.trim(), required: needed })),
  };
}

function visitorsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
