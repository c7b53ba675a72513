import { HttpClient } from '@angular/common/http';
import type { HttpResourceRef } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type {
  ActionView,
  AssessmentView,
  ContractListItem,
  ContractView,
  EvidenceView,
  FigureView,
  FindingView,
  FollowUpView,
  Id,
  InterviewView,
  JudgementProposal,
  ObservationView,
  Page,
  ReviewedFileView,
  ReviewRedraw,
  Saved,
  TeamCandidate,
} from '@insyn/api-schema';
import type {
  CalendarDate,
  EvidenceKind,
  FollowUpAction,
  FollowUpKind,
  Outcome,
  SampleMethod,
  UnmetReason,
} from '@insyn/domain';
import { firstValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { readResource } from '../http/read-resource.js';

export interface NewFollowUp {
  contractId: Id;
  unitId: Id;
  kind: FollowUpKind;
  year: number;
  focusAreas: string[];
  clauseIds: Id[];
  caseNumber?: string;
  teamIds: Id[];
  decisionDue?: CalendarDate;
}

/** The texts of the report that the officer writes; PATCH takes those that are given. */
export interface FollowUpTexts {
  title?: string;
  background?: string;
  purpose?: string;
  summary?: string;
  reportDate?: CalendarDate | null;
  decisionDue?: CalendarDate | null;
}

export interface SentAssessment {
  clauseIds: Id[];
  version: number | null;
  verdict: AssessmentView['verdict'];
  text: string;
  evidenceIds: Id[];
}

export interface SentReview {
  heldOn: CalendarDate;
  title: string;
  text: string;
  method: SampleMethod;
  population: number;
  size: number;
  seed?: string;
  questions: { text: string }[];
}

export interface SentEvidence {
  kind: EvidenceKind;
  heldOn: CalendarDate;
  title: string;
  text: string;
}

export type SentObservation = Omit<SentEvidence, 'kind'> & ObservationView;
export type SentInterview = Omit<SentEvidence, 'kind'> & InterviewView;
export type SentFigure = Omit<FigureView, 'id' | 'version' | 'display'>;
export type SentFinding = Omit<FindingView, 'id' | 'version'>;
export type SentAction = Pick<ActionView, 'kind' | 'text' | 'dueDate' | 'effectMeasure' | 'findingIds' | 'clauseIds'>;

export interface SentJudgement {
  contentVersion: number;
  outcome: Outcome;
  text: string;
  departureReason?: string;
  unmetReasons: UnmetReason[];
  noFactCheckReason?: string;
  noPlanReason?: string;
}

export interface ReturnComment {
  place: { kind: string; id?: string };
  text: string;
}

/** The contracts that match a search. */
export function contractList(search: () => string): HttpResourceRef<Page<ContractListItem> | undefined> {
  return readResource<Page<ContractListItem>>(() => ({
    url: '/api/contracts',
    params: search() ? { search: search() } : {},
  }));
}

/** One contract with its clauses; nothing is read while the id is empty. */
export function contractOf(id: () => Id): HttpResourceRef<ContractView | undefined> {
  const url = computed(() => (id() ? `/api/contracts/${id()}` : undefined));
  return readResource<ContractView>(() => url());
}

/** Those who can be taken into a team. */
export function teamCandidates(): HttpResourceRef<TeamCandidate[] | undefined> {
  return readResource<TeamCandidate[]>(() => '/api/team-candidates');
}

/** A case as it was when a day ended. */
export function followUpAsOf(id: () => Id, on: () => CalendarDate): HttpResourceRef<FollowUpView | undefined> {
  return readResource<FollowUpView>(() => ({ url: `/api/follow-ups/${id()}/as-of`, params: { on: on() } }));
}

/** What rule R9 proposes today; read anew when `contentVersion` changes. */
export function judgementProposal(
  of: () => { id: Id; contentVersion: number },
): HttpResourceRef<JudgementProposal | undefined> {
  return readResource<JudgementProposal>(() => {
    const { id } = of();
    return `/api/follow-ups/${id}/judgement-proposal`;
  });
}

/** The commands on a follow-up and what it holds. Each fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class FollowUpsApi {
  private readonly http = inject(HttpClient);

  read(id: Id): Promise<FollowUpView> {
    return sent(this.http.get<FollowUpView>(`/api/follow-ups/${id}`));
  }
  open(command: NewFollowUp): Promise<Saved> {
    return sent(this.http.post<Saved>('/api/follow-ups', command));
  }
  changeTexts(id: Id, command: FollowUpTexts & { version: number }): Promise<Saved> {
    return sent(this.http.patch<Saved>(`/api/follow-ups/${id}`, command));
  }
  changeTeam(id: Id, command: { teamIds: Id[]; version: number }): Promise<Saved> {
    return sent(this.http.patch<Saved>(`/api/follow-ups/${id}`, command));
  }
  move(id: Id, name: FollowUpAction, command: { contentVersion: number; reason?: string }): Promise<FollowUpView> {
    return sent(this.http.post<FollowUpView>(`/api/follow-ups/${id}/${name}`, command));
  }

  addObservation(id: Id, command: SentObservation): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/follow-ups/${id}/observations`, command));
  }
  changeObservation(evidenceId: Id, command: SentObservation & { version: number }): Promise<Saved> {
    return sent(this.http.patch<Saved>(`/api/observations/${evidenceId}`, command));
  }
  addInterview(id: Id, command: SentInterview): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/follow-ups/${id}/interviews`, command));
  }
  changeInterview(evidenceId: Id, command: SentInterview & { version: number }): Promise<Saved> {
    return sent(this.http.patch<Saved>(`/api/interviews/${evidenceId}`, command));
  }
  /** Makes the same draw again (R5). */
  redraw(evidenceId: Id): Promise<ReviewRedraw> {
    return sent(this.http.get<ReviewRedraw>(`/api/document-reviews/${evidenceId}/redraw`));
  }
  addReview(id: Id, command: SentReview): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/follow-ups/${id}/document-reviews`, command));
  }
  changeReviewedFile(
    fileId: Id,
    command: { version: number; results: ReviewedFileView['results']; note: string },
  ): Promise<Saved> {
    return sent(this.http.patch<Saved>(`/api/reviewed-files/${fileId}`, command));
  }
  replaceFile(evidenceId: Id, command: { fileNumber: number; reason: string }): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/document-reviews/${evidenceId}/replacements`, command));
  }
  addEvidence(id: Id, command: SentEvidence): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/follow-ups/${id}/evidence`, command));
  }
  changeEvidence(
    evidence: Pick<EvidenceView, 'id' | 'version' | 'kind'>,
    command: Omit<SentEvidence, 'kind'>,
  ): Promise<Saved> {
    const door = evidence.kind === 'document-review' ? 'document-reviews' : 'evidence';
    return sent(this.http.patch<Saved>(`/api/${door}/${evidence.id}`, { ...command, version: evidence.version }));
  }
  deleteEvidence(row: Row): Promise<unknown> {
    return this.remove('evidence', row);
  }

  addFigure(id: Id, command: SentFigure): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/follow-ups/${id}/figures`, command));
  }
  changeFigure(figureId: Id, command: SentFigure & { version: number }): Promise<Saved> {
    return sent(this.http.patch<Saved>(`/api/figures/${figureId}`, command));
  }
  deleteFigure(row: Row): Promise<unknown> {
    return this.remove('figures', row);
  }

  assess(id: Id, command: SentAssessment): Promise<AssessmentView> {
    return sent(this.http.put<AssessmentView>(`/api/follow-ups/${id}/assessments`, command));
  }
  addFinding(id: Id, command: SentFinding): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/follow-ups/${id}/findings`, command));
  }
  changeFinding(findingId: Id, command: SentFinding & { version: number }): Promise<Saved> {
    return sent(this.http.patch<Saved>(`/api/findings/${findingId}`, command));
  }
  deleteFinding(row: Row): Promise<unknown> {
    return this.remove('findings', row);
  }
  addAction(id: Id, command: SentAction): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/follow-ups/${id}/actions`, command));
  }
  changeAction(actionId: Id, command: SentAction & { version: number }): Promise<Saved> {
    return sent(this.http.patch<Saved>(`/api/actions/${actionId}`, command));
  }
  deleteAction(row: Row): Promise<unknown> {
    return this.remove('actions', row);
  }

  submit(id: Id, command: SentJudgement): Promise<FollowUpView> {
    return sent(this.http.post<FollowUpView>(`/api/follow-ups/${id}/submit`, command));
  }
  approve(id: Id, contentVersion: number): Promise<FollowUpView> {
    return sent(this.http.post<FollowUpView>(`/api/follow-ups/${id}/approve`, { contentVersion }));
  }
  return(id: Id, command: { contentVersion: number; comments: ReturnComment[] }): Promise<FollowUpView> {
    return sent(this.http.post<FollowUpView>(`/api/follow-ups/${id}/return`, command));
  }

  private remove(door: string, { id, version }: Row): Promise<unknown> {
    return sent(this.http.delete(`/api/${door}/${id}`, { params: { version } }));
  }
}

type Row = Pick<EvidenceView, 'id' | 'version'>;

function sent<T>(request: Observable<T>): Promise<T> {
  return firstValueFrom(request);
}
