import type { SanctionAction } from '@insyn/domain';

/** An act of the manager. */
export type ManagerAct = Exclude<SanctionAction, 'dispute'>;

/** How an act is asked for and told. */
interface ActWords {
  heading: string;
  /** Of the text that goes with it. */
  label: string;
  hint: string;
  missing: string;
  ask: string;
  consequence: string;
  confirm: string;
  receipt: string;
}

const READ_BY_PROVIDER = $localize`Läses av utföraren`;
const SENT_AND_REGISTERED = $localize`Utföraren får ett mejl och läser det i portalen. Beskedet registreras i ärendet. Det går inte att ångra.`;

export const ACT_WORDS: Record<ManagerAct, ActWords> = {
  send: {
    heading: $localize`Skicka till utföraren`,
    label: '',
    hint: '',
    missing: '',
    ask: $localize`Skicka beslutet till utföraren?`,
    consequence: $localize`Utföraren får brevet i portalen och ett mejl. Brevet registreras i ärendet. Det går inte att ångra.`,
    confirm: $localize`Skicka`,
    receipt: $localize`Beslutet är skickat`,
  },
  answer: {
    heading: $localize`Bemöt bestridandet`,
    label: $localize`Svar till utföraren`,
    hint: READ_BY_PROVIDER,
    missing: $localize`Skriv ett svar.`,
    ask: $localize`Skicka svaret?`,
    consequence: SENT_AND_REGISTERED,
    confirm: $localize`Skicka svaret`,
    receipt: $localize`Svaret är skickat`,
  },
  uphold: {
    heading: $localize`Låt påföljden stå fast`,
    label: $localize`Skäl`,
    hint: READ_BY_PROVIDER,
    missing: $localize`Skriv varför påföljden står fast.`,
    ask: $localize`Låta påföljden stå fast?`,
    consequence: SENT_AND_REGISTERED,
    confirm: $localize`Låt stå fast`,
    receipt: $localize`Påföljden står fast`,
  },
  reduce: {
    heading: $localize`Sätt ned beloppet`,
    label: $localize`Skäl`,
    hint: READ_BY_PROVIDER,
    missing: $localize`Skriv varför beloppet sätts ned.`,
    ask: $localize`Sätta ned beloppet?`,
    consequence: SENT_AND_REGISTERED,
    confirm: $localize`Sätt ned`,
    receipt: $localize`Beloppet är nedsatt`,
  },
  withdraw: {
    heading: $localize`Återta påföljden`,
    label: $localize`Skäl`,
    hint: $localize`Läses av utföraren om beslutet är skickat`,
    missing: $localize`Skriv varför påföljden återtas.`,
    ask: $localize`Återta påföljden?`,
    consequence: $localize`Steget räknas inte längre som taget. Är beslutet skickat får utföraren ett mejl. Det går inte att ångra.`,
    confirm: $localize`Återta`,
    receipt: $localize`Påföljden är återtagen`,
  },
};
