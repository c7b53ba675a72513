import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AgendaProposal,
  DocumentLink,
  Id,
  Instant,
  MeetingNotes,
  MeetingNoteView,
  Saved,
  SavedMeeting,
} from '@insyn/api-schema';
import type { CalendarDate, MeetingForm, MeetingState, ParticipantSide } from '@insyn/domain';
import { firstValueFrom, type Observable } from 'rxjs';

export interface SentMeeting {
  heldOn: CalendarDate;
  title: string;
  text: string;
  form: MeetingForm;
  startsAt: Instant | null;
  endsAt: Instant | null;
  place: string;
  link: string;
  participants: { side: ParticipantSide; name: string; role: string; email: string | null }[];
  agenda: { text: string; clauseId: Id | null }[];
}

export interface SentNote {
  evidenceId: Id;
  agendaItemId: Id | null;
  text: string;
  writtenAt: Instant;
  /** Null for one that is new. */
  version: number | null;
}

/** The commands on meetings and their notes. Each fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class MeetingsApi {
  private readonly http = inject(HttpClient);

  proposeAgenda(followUpId: Id): Promise<AgendaProposal> {
    return sent(this.http.get<AgendaProposal>(`/api/follow-ups/${followUpId}/agenda-proposal`));
  }
  add(followUpId: Id, command: SentMeeting & { state: MeetingState }): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/follow-ups/${followUpId}/meetings`, command));
  }
  change(id: Id, command: SentMeeting & { version: number }): Promise<SavedMeeting> {
    return sent(this.http.patch<SavedMeeting>(`/api/meetings/${id}`, command));
  }
  invite(id: Id, version: number): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/meetings/${id}/invite`, { version }));
  }
  cancel(id: Id, command: { version: number; reason: string }): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/meetings/${id}/cancel`, command));
  }
  hold(id: Id, version: number): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/meetings/${id}/hold`, { version }));
  }
  attend(id: Id, participants: { id: Id; attended: boolean }[]): Promise<Saved> {
    return sent(this.http.put<Saved>(`/api/meetings/${id}/attendance`, { participants }));
  }
  drawUpMinutes(id: Id): Promise<DocumentLink> {
    return sent(this.http.post<DocumentLink>(`/api/meetings/${id}/minutes`, {}));
  }

  notes(id: Id, since: Instant | null): Promise<MeetingNotes> {
    const params = since ? { since } : {};
    return sent(this.http.get<MeetingNotes>(`/api/meetings/${id}/notes`, { params }));
  }
  saveNote(noteId: Id, command: SentNote): Promise<MeetingNoteView> {
    return sent(this.http.put<MeetingNoteView>(`/api/meeting-notes/${noteId}`, command));
  }
  removeNote(noteId: Id, version: number): Promise<unknown> {
    return sent(this.http.delete(`/api/meeting-notes/${noteId}`, { params: { version } }));
  }
}

function sent<T>(request: Observable<T>): Promise<T> {
  return firstValueFrom(request);
}
