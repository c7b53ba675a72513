import { formatDateLong, formatNumber } from '@insyn/domain';
import { heading, paragraph, section, textBlocks } from '../blocks.js';
import type { Block, ReportDocument } from '../document-model.js';
import { longDate } from '../swedish-text.js';
import type { SanctionLetterData } from './decision-data.js';
import { documentOf } from './document-of.js';
import {
  bullets,
  clauseTitle,
  CONTRACT_WORDS,
  endHeading,
  letterOpening,
  questionsTo,
  signature,
} from './letter-parts.js';

/** Points: the last part of the letter with its signature. */
const ROOM_FOR_THE_END = 245;

/**
 * A decision on a step of the contract's sanction ladder: what, why, how much and by what right, and how it is disputed.
 * Throws a RangeError for a date or an amount that is none.
 */
export function sanctionLetterDocument(letter: SanctionLetterData): ReportDocument {
  const title = `Beslut om påföljd: ${insideSentence(letter.step.label)}`;
  return documentOf(letter, letter.sentOn, `${title}, ${letter.title}`, [
    ...letterOpening(letter, { term: 'Svar senast', value: letter.disputeBy }, title),
    { kind: 'definitions', layout: 'rows', caption: 'Beslutet', items: facts(letter) },
    ...section(heading(2, 'Skälen för beslutet'), [...textBlocks(letter.grounds), ...severe(letter)]),
    ...requirements(letter),
    ...earlier(letter),
    ...contractTerms(letter),
    ...howToDispute(letter),
    signature(letter),
  ]);
}

/** The step as it stands after a colon; an abbreviation keeps its capitals. */
function insideSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLocaleLowerCase('sv') + label.slice(1) : label;
}

function facts(letter: SanctionLetterData): { term: string; value: string }[] {
  const { step, amount, amountBasis, clause, contract, decidedOn, decidedBy, decisionGround } = letter;
  return [
    { term: 'Påföljd', value: step.label },
    ...(amount === null ? [] : [{ term: 'Belopp', value: `${formatNumber(amount, 0)}\u00a0kronor` }]),
    ...(amountBasis.trim() ? [{ term: 'Så är det räknat', value: amountBasis.trim() }] : []),
    {
      term: contract.kind === 'contract' ? 'Avtal' : 'Uppdrag',
      value: [contract.reference, ...(clause ? [clauseTitle(clause)] : [])].join(', '),
    },
    { term: 'Beslutad', value: longDate(decidedOn) },
    { term: 'Beslutad av', value: [decidedBy.name, decidedBy.title.toLowerCase()].filter(Boolean).join(', ') },
    ...(decisionGround.trim() ? [{ term: 'Beslut', value: decisionGround.trim() }] : []),
  ];
}

function severe({ severeReason }: SanctionLetterData): Block[] {
  if (severeReason === null || severeReason.trim() === '') return [];
  return [
    paragraph([
      { text: 'Steget tas utan de tidigare stegen, eftersom saken är allvarlig. Skäl: ', strong: true },
      { text: severeReason },
    ]),
  ];
}

function requirements({ requirements: all }: SanctionLetterData): Block[] {
  if (all.length === 0) return [];
  const items = all.map(({ text, clauses }) =>
    clauses.length === 0 ? text : `${text.replace(/\.$/u, '')} (${clauses.map(clauseTitle).join('; ')}).`,
  );
  return [heading(2, 'Krav som inte är åtgärdade'), bullets(items, true)];
}

function earlier({ earlier: all }: SanctionLetterData): Block[] {
  if (all.length === 0) return [];
  return [heading(2, 'Tidigare steg'), bullets(all.map(({ label, date }) => `${label}, ${longDate(date)}`))];
}

function contractTerms({ step, contract }: SanctionLetterData): Block[] {
  if (step.terms.trim() === '') return [];
  const { the } = CONTRACT_WORDS[contract.kind];
  return [heading(2, `Det här säger ${the}`), { kind: 'quote', text: step.terms.trim() }];
}

function howToDispute(letter: SanctionLetterData): Block[] {
  return [
    endHeading('Om ni inte håller med', ROOM_FOR_THE_END),
    paragraph([
      { text: 'Ni kan bestrida beslutet senast ' },
      { text: formatDateLong(letter.disputeBy), strong: true },
      { text: ' i tjänsten på ' },
      { text: letter.address, href: letter.address },
      { text: '. Skriv vad ni inte håller med om och varför, och bifoga underlag.' },
    ]),
    paragraph(
      'Vi svarar er skriftligt. Svaret kan bli att beslutet står fast, att påföljden blir lägre eller att beslutet dras ' +
        'tillbaka. Hör ni inte av er gäller beslutet som det är.',
    ),
    questionsTo(letter),
  ];
}
