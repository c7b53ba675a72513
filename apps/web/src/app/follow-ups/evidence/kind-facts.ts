import type { EvidenceView } from '@insyn/api-schema';
import { formatNumber, INTERVIEW_FORM_LABELS, RESPONDENT_GROUP_LABELS } from '@insyn/domain';

/** What is special to an observation or an interview, as words and values; empty for other kinds. */
export function kindFacts({ observation, interview }: EvidenceView): { word: string; value: string }[] {
  if (observation) {
    const { place, situation, minutes } = observation;
    return [
      { word: $localize`Plats`, value: place },
      { word: $localize`Situation`, value: situation },
      ...(minutes === null ? [] : [{ word: $localize`Tid`, value: $localize`${formatNumber(minutes)} minuter` }]),
    ];
  }
  if (!interview) return [];
  const { respondents, persons, form } = interview;
  const count = persons === 1 ? $localize`1 person` : $localize`${formatNumber(persons)} personer`;
  return [
    { word: $localize`Vilka`, value: `${RESPONDENT_GROUP_LABELS[respondents]}, ${count}` },
    { word: $localize`Form`, value: INTERVIEW_FORM_LABELS[form] },
  ];
}
