import type {
  AnswerValue,
  CalendarDate,
  FactCheckState,
  PlanState,
  Question,
  RequestAction,
  RequestState,
  SanctionState,
} from '@insyn/domain';
import type { Id, Instant } from './identity.js';
import type {
  AnswerFileView,
  AnswerView,
  DocumentLink,
  ExtensionView,
  InformationLetter,
  MissingAnswerView,
  SubmissionView,
} from './information-requests.js';

export const PORTAL_LIMITS = { name: 120, email: 254, password: 200, workbookBytes: 5_000_000 } as const;

/** The fewest characters of a password. */
export const PASSWORD_LENGTH = 12;

/** `POST /api/portal/invitations/look-up`: what the link is for, before anything is done. */
export interface InvitationView {
  provider: string;
  municipality: string;
  email: string;
  name: string;
  /** True when the address has an account already: its password is asked for instead of a new one. */
  hasAccount: boolean;
  expiresAt: Instant;
}

/** "Att göra" over all municipalities: `GET /api/portal/tasks`. Open ones first, by due date. */
export type PortalTask =
  | (TaskParts & { kind: 'request'; state: RequestState })
  | (TaskParts & { kind: 'fact-check'; state: FactCheckState })
  | (TaskParts & { kind: 'action-plan'; state: PlanState })
  | (TaskParts & { kind: 'sanction'; state: SanctionState });

/** What tasks of all kinds have in common. `id` is that of the request, fact check, plan or sanction. */
interface TaskParts {
  id: Id;
  municipality: string;
  provider: string;
  unit: string;
  title: string;
  sentOn: CalendarDate;
  due: CalendarDate;
  /** Days left; negative when the day has passed. Null when nothing waits for the provider. */
  daysLeft: number | null;
  /** How far it has come: questions answered, requirements with a whole plan; of none where nothing is counted. */
  answered: number;
  asked: number;
  /** Questions, or requirements, that were sent back. */
  returned: number;
}

/** `GET /api/portal/requests/:id`: the frozen letter and questions with the provider's own answers (R21). */
export interface PortalRequestView {
  id: Id;
  municipality: string;
  provider: { id: Id; name: string };
  title: string;
  state: RequestState;
  letter: InformationLetter;
  letterDocument: DocumentLink | null;
  sentOn: CalendarDate;
  due: CalendarDate;
  questions: Question[];
  askedIds: string[];
  answers: AnswerView[];
  files: AnswerFileView[];
  /** What waits after a return; only these may be changed then. */
  returned: { questionId: string; comment: string }[];
  missing: MissingAnswerView[];
  /** Earlier answers that still fit, to be taken one by one by the person who answers. */
  earlier: EarlierAnswer[];
  submissions: SubmissionView[];
  extensions: ExtensionView[];
  offers: RequestAction[];
  editable: boolean;
  version: number;
}

export interface EarlierAnswer {
  questionId: string;
  value: AnswerValue;
  comment: string;
  /** "Lunda kommun, Uppföljning 2025". */
  source: string;
  submittedOn: CalendarDate;
}

/** What reading in a workbook or CSV would do, or did: cells with faults by sheet row. Nothing is saved while there are any. */
export interface AnswerImportResult {
  saved: number;
  unchanged: number;
  faults: { cell: string; questionNumber: string; message: string }[];
}

/** `GET /api/portal/people`: who answers for the provider. */
export interface PortalPeopleView {
  provider: { id: Id; name: string };
  people: { accountId: Id; name: string; email: string; primary: boolean; me: boolean }[];
  invitations: { id: Id; name: string; email: string; expiresAt: Instant }[];
  /** True for the primary contact, who may remove people and hand over. */
  mayAdminister: boolean;
}

/** What the provider's door says about the one who is signed in: `GET /api/portal/session`. */
export interface PortalSessionView {
  account: { id: Id; name: string; email: string };
  providers: { id: Id; name: string }[];
  expiresAt: Instant;
  today: CalendarDate;
}
