import { Injectable, signal } from '@angular/core';

/** A question before what cannot be undone; with `reason` the answer carries a written reason. */
export interface Question {
  heading: string;
  text: string;
  /** The word on the button, the verb of the act: "Publicera". */
  confirm: string;
  tone?: 'primary' | 'danger';
  reason?: { label: string; hint?: string; required?: boolean; maxLength?: number };
}

/** The answer to a question that was confirmed. */
export interface Confirmed {
  reason: string;
}

/** Asks before what cannot be undone. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly asked = signal<{ question: Question; answer: (answer: Confirmed | null) => void } | null>(null);
  readonly open = this.asked.asReadonly();

  /** Null when the person turned back. */
  ask(question: Question): Promise<Confirmed | null> {
    this.answer(null);
    return new Promise((resolve) => this.asked.set({ question, answer: resolve }));
  }

  answer(answer: Confirmed | null): void {
    this.asked()?.answer(answer);
    this.asked.set(null);
  }
}
