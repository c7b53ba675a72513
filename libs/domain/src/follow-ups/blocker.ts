/** The kinds of place that a blocker can point at; the screen turns one into a link. */
export const PLACE_KINDS = [
  'clause',
  'finding',
  'action',
  'evidence',
  'figure',
  'report-text',
  'judgement',
  'return-comment',
  'fact-check',
  'action-plan',
  'follow-up',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Where in a follow-up something is. `id` is the row's id; for `report-text` the name of the text. */
export interface Place {
  kind: PlaceKind;
  id?: string;
}

/** Something that stops an act, with its place and a Swedish sentence that names it: "§ 15 saknar bedömning". */
export interface Blocker {
  code: string;
  message: string;
  place: Place;
}
