import type { SignalKind } from '@insyn/domain';
import type { GatheringRole } from '../demo-case.js';

interface WordedSignal {
  role: GatheringRole;
  daysAgo: number;
  kind: SignalKind;
  title: string;
  text: string;
  source: string;
  /** What was done, for one that is closed. */
  handled?: string;
}

/** What came in, oldest first. Nobody can be recognised. */
export const SIGNALS: WordedSignal[] = [
  {
    role: 'hemljus',
    daysAgo: 210,
    kind: 'ivo-decision',
    title: 'Tillsyn avslutad utan krav på åtgärd',
    text: 'Inspektionen har granskat rutinerna för nycklar och avslutar ärendet. Ett påpekande om hur kvittenser sparas.',
    source: 'Inspektionen för vård och omsorg',
    handled: 'Påpekandet tas upp vid nästa uppföljning.',
  },
  {
    role: 'lindstigen',
    daysAgo: 118,
    kind: 'complaint',
    title: 'Assistenten kom inte två kvällar',
    text: 'En anhörig berättar att passet stod tomt två kvällar i samma vecka och att jourtelefonen inte svarade.',
    source: 'Anhörig, per telefon',
    handled: 'Utföraren har redogjort för händelserna och bemannat jouren med två personer.',
  },
  {
    role: 'lindstigen',
    daysAgo: 74,
    kind: 'deviation',
    title: 'Utebliven insats en morgon',
    text: 'Utföraren anmäler att ett pass blev utan bemanning i tre timmar. Rutinen för sjukfrånvaro ses över.',
    source: 'Utföraren',
  },
  {
    role: 'sundet',
    daysAgo: 58,
    kind: 'complaint',
    title: 'Olika personal varje dag',
    text: 'En kund har haft många olika medarbetare under två veckor och vill ha en fast omsorgskontakt.',
    source: 'Kund, genom kontaktcenter',
  },
  {
    role: 'lindstigen',
    daysAgo: 41,
    kind: 'tip',
    title: 'Planen saknas vid omprövning',
    text: 'Vid två omprövningar har utföraren inte kunnat visa någon genomförandeplan.',
    source: 'Biståndshandläggare',
  },
];

/** A report under lex Sarah as the municipality registers it. */
export const DAMAGE = {
  role: 'lindstigen' as const,
  daysAgo: 29,
  title: 'Rapport om missförhållande i assistansgrupp',
  text: 'Utföraren rapporterar att läkemedel inte delats enligt ordination under en helg. Utredning pågår, och den enskilde och läkaren är underrättade.',
  source: 'Lindstigen Assistans AB',
};
