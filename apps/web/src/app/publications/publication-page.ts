import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PublicationView } from '@insyn/api-schema';
import { PUBLICATION_STATE_LABELS } from '@insyn/domain';
import { toProblem } from '../http/problem.js';
import { Chip } from '../ui/chip.js';
import { Confirm } from '../ui/confirm.js';
import { DateLongPipe, InstantShortPipe } from '../ui/dates.js';
import { NextStep } from '../ui/next-step.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { StepLine } from '../ui/step-line.js';
import { Toasts } from '../ui/toasts.js';
import { ActButton } from './act-button.js';
import { PUBLICATION_STATE_TONES } from './publication-state.js';
import { nextStepOf, stepsOf } from './publication-steps.js';
import { publicationOf, PublicationsApi } from './publications-api.js';
import { ScreenHits } from './screen-hits.js';

const POLL_MS = 2000;

/** One report on its way to the public page: screened hit by hit, approved, published, perhaps withdrawn. */
@Component({
  selector: 'app-publication-page',
  imports: [
    PageHeader,
    ResourceView,
    Data,
    StepLine,
    NextStep,
    ActButton,
    ScreenHits,
    Chip,
    RouterLink,
    DateLongPipe,
    InstantShortPipe,
    NgTemplateOutlet,
  ],
  templateUrl: './publication-page.html',
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    .ground {
      display: block;
      color: var(--ink-2);
    }
    .link {
      overflow-wrap: anywhere;
    }
  `,
})
export class PublicationPage {
  private readonly api = inject(PublicationsApi);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  readonly id = input.required<string>();

  protected readonly stateLabels = PUBLICATION_STATE_LABELS;
  protected readonly tones = PUBLICATION_STATE_TONES;
  protected readonly publication = publicationOf(() => this.id());
  protected readonly view = computed(() => (this.publication.hasValue() ? this.publication.value() : null));
  protected readonly crumbs = computed(() => [
    { label: $localize`Publicerat`, link: '/publicerat' },
    ...(this.view() ? [{ label: this.view()?.title ?? '' }] : []),
  ]);
  protected readonly steps = computed(() => {
    const view = this.view();
    return view ? stepsOf(view) : [];
  });
  protected readonly nextStep = computed(() => {
    const view = this.view();
    return view ? nextStepOf(view) : null;
  });
  protected readonly rendering = computed(() => {
    const view = this.view();
    return view?.state === 'approved' && !view.pdfReady;
  });
  /** The act on its way, so that its button says so. */
  protected readonly acting = signal<string | null>(null);

  constructor() {
    // Each answer is a new object: while the report is rendered, one reading leads to the next.
    effect((onCleanup) => {
      if (!this.view() || !this.rendering()) return;
      const timer = setTimeout(() => this.publication.reload(), POLL_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected read(): void {
    this.publication.reload();
  }

  protected screen(publication: PublicationView): Promise<void> {
    return this.act('screen', () => this.api.screen(publication), $localize`Sekretessgranskningen är körd`);
  }

  protected async approve(publication: PublicationView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`Godkänna publiceringen?`,
      text: $localize`Den offentliga rapporten fryses som den är granskad, och skapas som webbsida och PDF. Träffarna kan inte ändras efteråt.`,
      confirm: $localize`Godkänn publicering`,
    });
    if (sure) await this.act('approve', () => this.api.approve(publication), $localize`Publiceringen är godkänd`);
  }

  protected async publish(publication: PublicationView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`Publicera rapporten?`,
      text: $localize`Den blir synlig för alla. Rapporten kan dras tillbaka, men adressen finns kvar och säger då att den är tillbakadragen.`,
      confirm: $localize`Publicera`,
    });
    if (sure) await this.act('publish', () => this.api.publish(publication), $localize`Rapporten är publicerad`);
  }

  protected async withdraw(publication: PublicationView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`Dra tillbaka rapporten?`,
      text: $localize`Adressen finns kvar och säger att rapporten är tillbakadragen, när och varför. Rapporten kan inte publiceras igen i samma version.`,
      confirm: $localize`Dra tillbaka`,
      tone: 'danger',
      reason: {
        label: $localize`Varför?`,
        hint: $localize`Skälet visas för alla på rapportens adress`,
        required: true,
        maxLength: 500,
      },
    });
    if (!sure) return;
    await this.act(
      'withdraw',
      () => this.api.withdraw(publication, sure.reason),
      $localize`Rapporten är tillbakadragen`,
    );
  }

  private async act(name: string, command: () => Promise<unknown>, receipt: string): Promise<void> {
    if (this.acting()) return;
    this.acting.set(name);
    try {
      await command();
      this.toasts.show(receipt);
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
    } finally {
      this.acting.set(null);
      this.read();
    }
  }
}
