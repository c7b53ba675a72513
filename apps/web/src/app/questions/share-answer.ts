import { Component, input, linkedSignal, output } from '@angular/core';
import { type AnswerValue, numberAsText, numberFromText, type Question } from '@insyn/domain';

interface WrittenShare {
  n: string;
  of: string;
}

/** n of N, never a percentage (R4): two numbers that are an answer only together. */
@Component({
  selector: 'app-share-answer',
  template: `
    @for (part of parts; track part.key; let first = $first) {
      <div>
        <label class="small" [for]="first ? controlId() : controlId() + '-av'">{{ part.label }}</label>
        <input
          type="text"
          inputmode="numeric"
          autocomplete="off"
          [id]="first ? controlId() : controlId() + '-av'"
          [value]="text()[part.key]"
          [attr.aria-describedby]="describedBy()"
          [attr.aria-invalid]="invalid() ? 'true' : null"
          [attr.aria-required]="question().required || null"
          (input)="write(part.key, $any($event.target).value)"
          (blur)="leave()"
        />
      </div>
    }
    @if (question().unit; as unit) {
      <span class="unit">{{ unit }}</span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: end;
    }
    .unit {
      padding-bottom: 10px;
    }
    label {
      font-weight: 400;
      color: var(--ink-2);
    }
    input:not([type='radio']) {
      width: 104px;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class ShareAnswer {
  readonly question = input.required<Question>();
  readonly value = input.required<AnswerValue | null>();
  readonly controlId = input.required<string>();
  readonly describedBy = input<string | null>(null);
  readonly invalid = input(false);
  readonly valueChange = output<AnswerValue | null>();
  /** What is wrong with the two texts when they are no share; null when they are one. */
  readonly unreadable = output<string | null>();
  readonly left = output();

  protected readonly parts = [
    { key: 'n' as const, label: $localize`Antal` },
    { key: 'of' as const, label: $localize`av alla` },
  ];
  protected readonly text = linkedSignal<AnswerValue | null, WrittenShare>({
    source: this.value,
    computation: (value, previous) => {
      const share = value?.kind === 'share' ? value : null;
      const [n, of] = [share?.n ?? null, share?.of ?? null];
      const same = previous && numberFromText(previous.value.n) === n && numberFromText(previous.value.of) === of;
      // A half-written share answers nothing yet; what is typed must not vanish for that.
      if (previous && (same || (share === null && readShare(previous.value) === null))) return previous.value;
      return { n: n === null ? '' : numberAsText(n), of: of === null ? '' : numberAsText(of) };
    },
  });

  protected write(key: 'n' | 'of', text: string): void {
    this.text.update((written) => ({ ...written, [key]: text }));
    const written = this.text();
    const share = readShare(written);
    const empty = written.n.trim() === '' && written.of.trim() === '';
    this.unreadable.emit(share || empty ? null : $localize`Skriv båda talen, till exempel 7 av 9`);
    if (share) this.valueChange.emit({ kind: 'share', ...share });
    else if (empty) this.valueChange.emit(null);
  }

  /** One who goes from the first number to the second has not left the answer. */
  protected leave(): void {
    const { n, of } = this.text();
    if (n.trim() !== '' && of.trim() !== '') this.left.emit();
  }
}

function readShare({ n, of }: WrittenShare): { n: number; of: number } | null {
  const [part, whole] = [numberFromText(n), numberFromText(of)];
  return part === null || whole === null ? null : { n: part, of: whole };
}
