import { Component, computed, input } from '@angular/core';
import type { PortalRequestView } from '@insyn/api-schema';
import { DateLongPipe } from '../../ui/dates.js';

/** The information letter in plain words; its PDF beside. Open until answering has begun. */
@Component({
  selector: 'app-letter-card',
  imports: [DateLongPipe],
  template: `
    <details class="card" [open]="view().state === 'sent'">
      <summary>
        <h2 i18n>Brevet från {{ letter().municipality }}</h2>
      </summary>
      <div class="stack body">
        <p class="small muted">{{ letter().letterhead || letter().committee }} · {{ letter().sentOn | dateLong }}</p>
        @for (paragraph of paragraphs(); track $index) {
          <p class="prose pre">{{ paragraph }}</p>
        }
        <dl class="facts">
          <dt i18n>Gäller</dt>
          <dd>{{ letter().provider }}, {{ letter().unit.name }}</dd>
          @if (letter().contractReference; as reference) {
            <dt i18n>Avtal</dt>
            <dd>{{ reference }}</dd>
          }
          <dt i18n>Diarienummer</dt>
          <dd class="num">{{ letter().caseNumber }}</dd>
          @if (letter().visit; as visit) {
            <dt i18n>Besök</dt>
            <dd class="pre">{{ visit }}</dd>
          }
          @if (letter().visitors.length > 0) {
            <dt i18n>Kommer</dt>
            <dd>{{ letter().visitors.join(', ') }}</dd>
          }
          <dt i18n>Frågor till</dt>
          <dd>
            {{ letter().sender.name }}, {{ letter().sender.title }}<br /><a
              [href]="'mailto:' + letter().sender.email"
              >{{ letter().sender.email }}</a
            >
          </dd>
        </dl>
        @if (view().letterDocument; as document) {
          @if (document.href; as href) {
            <p><a [href]="href" download i18n>Ladda ner brevet som PDF</a></p>
          } @else {
            <p class="small muted" i18n>Brevet som PDF tas fram och finns här om en stund.</p>
          }
        }
      </div>
    </details>
  `,
  styleUrl: './folded.css',
})
export class LetterCard {
  readonly view = input.required<PortalRequestView>();
  protected readonly letter = computed(() => this.view().letter);
  protected readonly paragraphs = computed(() =>
    this.letter()
      .message.split(/\n\s*\n/u)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean),
  );
}
