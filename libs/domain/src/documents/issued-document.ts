/** The documents that the system draws up beside the report; each is frozen when it is issued. */
export const DOCUMENT_KINDS = ['information-letter', 'receipt', 'minutes'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The Swedish words for the kinds of documents. */
export const DOCUMENT_KIND_LABELS: Record<DocumentKind, string> = {
  'information-letter': 'Informationsbrev',
  receipt: 'Kvittens',
  minutes: 'Mötesanteckningar',
};
