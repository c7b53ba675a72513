import type { Outcome } from '@insyn/domain';

/** How officers sum up, by outcome. */
export const JUDGEMENT_TEXTS: Record<Outcome, string[]> = {
  approved: [
    'Verksamheten håller god kvalitet och följer avtalet. Ledningen arbetar aktivt med det som kan bli bättre.',
    'De avtalspunkter som granskats uppfylls i allt väsentligt, och de enskilda får det stöd de har rätt till.',
  ],
  'approved-with-remarks': [
    'Verksamheten fungerar i huvudsak väl, men det finns brister som ska åtgärdas till återkontrollen.',
    'De flesta avtalspunkter uppfylls. Där avtalet inte följs ställs krav, som utföraren har goda förutsättningar att möta.',
  ],
  'not-approved': [
    'Bristerna rör sådant som är avgörande för de enskildas trygghet. Verksamheten kan därför inte godkännas i årets uppföljning.',
    'Ledningen känner till bristerna men har inte kommit till rätta med dem. Verksamheten godkänns inte förrän kraven är uppfyllda.',
  ],
  'cannot-be-judged': [
    'Underlaget räcker inte för en samlad bedömning. En ny uppföljning görs när verksamheten har varit i gång längre.',
  ],
};

export const BACKGROUNDS = [
  'Nämnden följer varje år upp de verksamheter som ger beslutade insatser åt kommunens invånare, både privata utförare och egen regi.',
  'Uppföljningen ingår i nämndens plan för året och är vald med hänsyn till risk och till när verksamheten senast följdes upp.',
];

export const IN_DEPTH_BACKGROUND =
  'Uppföljningen är fördjupad. Nämnden har under året tagit emot flera signaler om verksamheten och har därför valt att granska den närmare.';

export const PURPOSE =
  'Uppföljningen ska visa om avtalet följs och om de enskilda får insatser av god kvalitet. Den ska också ge allmänheten insyn.';

export const MEETING_NOTES = [
  'Genomgång av personal, ledning och kvalitetsarbete. Utföraren visade sina rutiner och svarade på frågorna i brevet.',
  'Rundvandring och samtal med ledningen om bemanning, dokumentation och synpunkter. Två arbetsplatsträffar har hållits sedan sist.',
  'Mötet hölls enligt dagordningen. Utföraren lämnar kompletterande uppgifter om kompetensutveckling.',
];

export const OBSERVATIONS = [
  'Besöket gjordes en eftermiddag. Miljön var lugn och personalen hade tid för samtal.',
  'Vid besöket fanns aktuell information på anslagstavlan, och de enskilda visade gärna runt.',
];

export const SIGNALS = [
  'En anhörig har hört av sig om att insatser har uteblivit. Uppgiften har tagits upp med utföraren.',
  'Biståndshandläggarna har rapporterat att återkopplingen från verksamheten dröjer.',
];

export const CANCEL_REASONS = [
  'Avtalet upphörde innan uppföljningen hann genomföras.',
  'Verksamheten har lagts ned och de enskilda har valt andra utförare.',
];

export const NO_FACT_CHECK_REASONS = [
  'Sakuppgifterna gicks igenom med verksamhetschefen vid mötet.',
  'Utföraren har läst minnesanteckningarna och godkänt dem.',
];

export const RETURN_COMMENTS = [
  'Beskriv tydligare vad bedömningen bygger på och hänvisa till granskningen.',
  'Kravet behöver säga vad som ska vara uppnått, inte hur utföraren ska arbeta.',
];

/** What the officer has answered the first of them. */
export const ANSWERED_COMMENT =
  'Texten säger nu hur många akter som granskades, och granskningen är kopplad till bedömningen.';

export const NOT_APPLICABLE = 'Punkten är inte aktuell för verksamheten under den granskade perioden.';
export const CANNOT_BE_ASSESSED =
  'Underlaget räcker inte för en bedömning. Utföraren har inte kunnat ta fram uppgifterna i tid.';
