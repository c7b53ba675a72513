import type { DraftReportData } from '../report-data.js';
import type { DocumentFile, LetterHead, SubmissionHead } from './document-head.js';

/** The draft that is sent to the provider for fact check, with its letter. */
export interface FactCheckDraftData extends LetterHead {
  /** 1 for the first sending of this follow-up. */
  number: number;
  /** The officer's own words, paragraphs divided by empty lines; may be empty. */
  message: string;
  due: string;
  report: DraftReportData;
}

/** What proves that a provider answered the fact check. Without remarks it says "inga synpunkter". */
export interface FactCheckReceiptData extends SubmissionHead {
  /** Which sending was answered, from 1. */
  number: number;
  /** Each remark under the place it is about: "§ 15 Genomförandeplan", "Bakgrund". `files` are names of handed-in files. */
  remarks: readonly { place: string; text: string; files: readonly string[] }[];
  files: readonly DocumentFile[];
}
