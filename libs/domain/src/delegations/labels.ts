import type { DelegatedMatter, ReservedMatter } from './delegation.js';

/** The Swedish words for what can be decided on delegation. */
export const DELEGATED_MATTER_LABELS: Record<DelegatedMatter, string> = {
  judgement: 'Samlad bedömning av en uppföljning',
  publication: 'Publicering av en rapport',
  sanction: 'Påföljd enligt avtal',
};

/** The Swedish words for what a municipality can keep for the committee itself. */
export const RESERVED_MATTER_LABELS: Record<ReservedMatter, string> = {
  'judgement.not-approved': 'Samlad bedömning: inte godkänd',
  'sanction.price-reduction': 'Påföljd: prisavdrag',
  'sanction.penalty': 'Påföljd: vite',
  'sanction.withdrawn-assignment': 'Påföljd: återkallat uppdrag',
  'sanction.termination': 'Påföljd: hävning',
};
