import type { PublicationView } from '@insyn/api-schema';
import { formatDateShort } from '@insyn/domain';
import type { Step } from '../ui/step-line.js';

/** How far the screen has come: "3 av 7 avgjorda". */
export function settledOf({ hits, unsettled }: PublicationView): string {
  return $localize`${hits.length - unsettled} av ${hits.length} avgjorda`;
}

/** Where a publication is: screened, approved, published. */
export function stepsOf(publication: PublicationView): Step[] {
  const { state, screenedAt, unsettled } = publication;
  const screened = screenedAt !== null && unsettled === 0;
  const place = state === 'waiting' ? (screened ? 1 : 0) : state === 'approved' ? 2 : 3;
  const notes = [screenNote(publication), publication.approvedBy ?? '', publishNote(publication)];
  const labels = [$localize`Granska`, $localize`Godkänn`, $localize`Publicera`];
  return labels.map((label, index) => ({
    label,
    note: notes[index] ?? '',
    state: index < place ? 'done' : index === place ? 'now' : 'ahead',
  }));
}

function screenNote(publication: PublicationView): string {
  if (publication.screenedAt === null) return $localize`inte körd`;
  return publication.hits.length === 0 ? $localize`inga träffar` : settledOf(publication);
}

function publishNote({ state, publishedOn, pdfReady }: PublicationView): string {
  if (publishedOn) return formatDateShort(publishedOn);
  return state === 'approved' && !pdfReady ? $localize`rapporten skapas` : '';
}

/** The one sentence that says what comes next; null when nothing does. */
export function nextStepOf(publication: PublicationView): string | null {
  const { state, screenedAt, unsettled, pdfReady } = publication;
  if (state === 'approved') {
    return pdfReady
      ? $localize`publicera rapporten.`
      : $localize`vänta medan den offentliga rapporten skapas. Det tar oftast några sekunder.`;
  }
  if (state !== 'waiting') return null;
  if (screenedAt === null) {
    return $localize`kör sekretessgranskningen. Den letar efter personnummer, namn, telefonnummer, e-postadresser och små antal.`;
  }
  if (unsettled === 1) return $localize`avgör den sista träffen.`;
  if (unsettled > 0) return $localize`avgör ${unsettled} träffar.`;
  return $localize`enhetschefen godkänner publiceringen.`;
}
