import type { DraftSection, TextDifference } from '@insyn/api-schema';
import type { DifferencePart, RemarkPlace } from '@insyn/domain';
import type { DraftReportData } from '@insyn/report';
import { diffWordsWithSpace } from 'diff';
import { draftSections, sectionText } from './draft-sections.js';

/** Two texts with more edits between them than this are shown as taken away and written anew: comparing them would take too long. */
const MAX_EDITS = 1_000;

/**
 * What has changed since a draft was sent, place by place in the order of the report: parts that say the same are left out,
 * and one that is gone stands where it stood.
 */
export function reportDifference(sent: DraftReportData, now: DraftReportData): TextDifference[] {
  const [before, after] = [draftSections(sent), draftSections(now)];
  const key = ({ kind, id }: RemarkPlace): string => `${kind} ${id}`;
  const [old, fresh] = [before, after].map((sections) => new Map(sections.map((one) => [key(one.place), one])));
  const gone = before.filter(({ place }) => !fresh?.has(key(place)));
  return inOrder(after, before, gone).flatMap(({ place, heading }) => {
    const [then, here] = [old?.get(key(place)), fresh?.get(key(place))];
    const renamed = then !== undefined && here !== undefined && then.heading !== here.heading;
    const [was, is] = [textOf(then, renamed), textOf(here, renamed)];
    return was === is ? [] : [{ place, heading, before: was, after: is, parts: wordDifference(was, is) }];
  });
}

/** What was kept, added and taken away, in words and the space between them. */
export function wordDifference(before: string, after: string): DifferencePart[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MAX_EDITS });
  if (changes === undefined) {
    const whole: DifferencePart[] = [
      { text: before, kind: 'removed' },
      { text: after, kind: 'added' },
    ];
    return whole.filter(({ text }) => text !== '');
  }
  return changes.map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

/** The parts as they stand now, with those that are gone after the part that they once followed. */
function inOrder(
  after: readonly DraftSection[],
  before: readonly DraftSection[],
  gone: readonly DraftSection[],
): DraftSection[] {
  const ordered = [...after];
  for (const section of gone) {
    const previous = before[before.indexOf(section) - 1];
    const at = ordered.findIndex(({ place }) => place.kind === previous?.place.kind && place.id === previous.place.id);
    ordered.splice(at + 1, 0, section);
  }
  return ordered;
}

/** A part that is renamed has changed, so its heading is then compared too. */
function textOf(section: DraftSection | undefined, withHeading: boolean): string {
  if (section === undefined) return '';
  return withHeading ? `${section.heading}\n${sectionText(section)}` : sectionText(section);
}
