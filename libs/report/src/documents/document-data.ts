import type { CalendarDate, DocumentKind, ParticipantSide } from '@insyn/domain';
import type { ActionPlanData, ActionPlanDemandData } from './action-plan-data.js';
import type { DeadlineChangeData } from './deadline-change-data.js';
import type { OfficialLetterData, SanctionLetterData } from './decision-data.js';
import type { DocumentFile, DocumentHead } from './document-head.js';
import type { FactCheckDraftData, FactCheckReceiptData } from './fact-check-data.js';

// The frozen contents of the documents beside the report: JSON only, dates 'YYYY-MM-DD' in Sweden, instants in ISO 8601.
// Names of things are the Swedish words as they stood when the document was issued, so that an old one never changes.

/** The letter that asks a provider for information. */
export interface InformationLetterData extends DocumentHead {
  title: string;
  provider: string;
  unit: { name: string };
  contractReference: string;
  /** The officer's own words, paragraphs divided by empty lines. */
  message: string;
  sender: { name: string; title: string; email: string };
  visitors: readonly string[];
  /** When and where the follow-up is meant to take place, in the officer's words; empty when nothing is set. */
  visit: string;
  questionSet: { name: string; number: number; questions: number };
  wantedDocuments: readonly { text: string; required: boolean }[];
  sentOn: CalendarDate;
  due: CalendarDate;
  /** Where the provider answers. */
  address: string;
}

/** What proves that answers were handed in. */
export interface ReceiptData extends DocumentHead {
  /** The title of the request. */
  title: string;
  provider: string;
  unit: string;
  /** 1 for the first time the answers were handed in. */
  round: number;
  submittedBy: string;
  /** True when an officer handed in on the provider's behalf. */
  onBehalf: boolean;
  submittedAt: string;
  due: CalendarDate;
  late: boolean;
  /** Each answer as it is read. `answer` is empty where only the comment or nothing was written. */
  answers: readonly { number: string; question: string; answer: string; comment: string }[];
  files: readonly DocumentFile[];
  /** SHA-256 of the canonical form of what was handed in. */
  seal: string;
}

/** A note of a meeting with who wrote it and when. */
export interface MinutesNote {
  author: string;
  writtenAt: string;
  text: string;
}

/** What was said at a meeting. */
export interface MinutesData extends DocumentHead {
  title: string;
  provider: string;
  unit: string;
  heldOn: CalendarDate;
  startsAt: string | null;
  endsAt: string | null;
  /** The form in Swedish: "Hos utföraren". */
  form: string;
  place: string;
  drawnUpBy: { name: string; title: string };
  drawnUpOn: CalendarDate;
  /** `attended` is null where nobody has ticked who came. */
  participants: readonly { side: ParticipantSide; name: string; role: string; attended: boolean | null }[];
  /** The meeting's own text, paragraphs divided by empty lines. */
  text: string;
  agenda: readonly { text: string; notes: readonly MinutesNote[] }[];
  otherNotes: readonly MinutesNote[];
}

/** The content of each kind of document. */
export interface DocumentContents extends Record<DocumentKind, DocumentHead> {
  'information-letter': InformationLetterData;
  receipt: ReceiptData;
  minutes: MinutesData;
  'fact-check-draft': FactCheckDraftData;
  'fact-check-receipt': FactCheckReceiptData;
  'action-plan-demand': ActionPlanDemandData;
  'action-plan': ActionPlanData;
  'sanction-letter': SanctionLetterData;
  'official-letter': OfficialLetterData;
  'deadline-change': DeadlineChangeData;
}
