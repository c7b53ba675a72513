/** The documents that the system draws up beside the report; each is frozen when it is issued. */
export const DOCUMENT_KINDS = [
  'information-letter',
  'receipt',
  'minutes',
  'fact-check-draft',
  'fact-check-receipt',
  'action-plan-demand',
  'action-plan',
  'sanction-letter',
  'official-letter',
  'deadline-change',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The Swedish words for the kinds of documents. */
export const DOCUMENT_KIND_LABELS: Record<DocumentKind, string> = {
  'information-letter': 'Informationsbrev',
  receipt: 'Kvittens',
  minutes: 'Mötesanteckningar',
  'fact-check-draft': 'Utkast för faktakontroll',
  'fact-check-receipt': 'Kvittens på faktakontroll',
  'action-plan-demand': 'Krav om åtgärdsplan',
  'action-plan': 'Åtgärdsplan',
  'sanction-letter': 'Beslut om påföljd',
  'official-letter': 'Tjänsteskrivelse',
  'deadline-change': 'Ändrad tidsfrist',
};
