import type { EvidenceView, ReviewResult } from '@insyn/api-schema';
import { formatCountInterval, formatNumber } from '@insyn/domain';

type Review = NonNullable<EvidenceView['review']>;

/** "7 av 9 (95 %: 9–14 av 16)": what was found, and the interval for all files where the sample allows one (R5). */
export function reviewResultText(result: ReviewResult): string {
  const share = `${formatNumber(result.found)} av ${formatNumber(result.of)}`;
  return result.interval ? `${share} (95 %: ${formatCountInterval(result.interval, result.population)})` : share;
}

/** How the files were chosen: "9 av 16 akter, slumpmässigt", "alla 12 akter". */
export function sampleText({ method, size, population }: Review): string {
  const [n, all] = [formatNumber(size), formatNumber(population)];
  if (method === 'census') return $localize`alla ${all} akter`;
  return method === 'random'
    ? $localize`${n} av ${all} akter, slumpmässigt`
    : $localize`${n} av ${all} akter, urval gjort på annat håll`;
}

/** One line about a piece of evidence, for lists: who took part, what was found, how many files. */
export function evidenceLine({ meeting, review, attachments, text }: EvidenceView): string {
  const parts: string[] = [];
  if (meeting)
    parts.push(
      meeting.participants.length === 1 ? $localize`1 deltagare` : $localize`${meeting.participants.length} deltagare`,
    );
  if (review) parts.push(sampleText(review));
  if (attachments.length > 0)
    parts.push(attachments.length === 1 ? $localize`1 fil` : $localize`${attachments.length} filer`);
  if (parts.length === 0 && text) parts.push(text.length > 90 ? `${text.slice(0, 90).trimEnd()} …` : text);
  return parts.join(', ');
}
