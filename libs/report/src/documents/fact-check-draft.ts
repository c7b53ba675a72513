import { formatDateLong } from '@insyn/domain';
import { heading, paragraph, textBlocks } from '../blocks.js';
import type { Block, ReportDocument } from '../document-model.js';
import { draftReportBlocks } from '../report-document.js';
import { documentOf } from './document-of.js';
import type { FactCheckDraftData } from './fact-check-data.js';
import { bullets, CONTRACT_WORDS, endHeading, letterOpening, questionsTo, signature } from './letter-parts.js';

/**
 * The draft for fact check: a letter that says what is asked for and by when, then the report as it stands, without any
 * judgement of the whole (R21). Each page says UTKAST. Throws a RangeError for a date that is none.
 */
export function factCheckDraftDocument(draft: FactCheckDraftData): ReportDocument {
  const title = `Utkast för faktakontroll: ${draft.title}`;
  const blocks = [
    ...letterOpening(draft, { term: 'Svar senast', value: draft.due }, 'Utkast för faktakontroll'),
    ...(draft.number > 1 ? [paragraph(`Det här är utskick nummer ${draft.number}. Det ersätter det förra.`)] : []),
    ...textBlocks(draft.message),
    ...whyYouGetIt(draft),
    ...whatWeAsk(),
    ...howToAnswer(draft),
    signature(draft),
    { kind: 'page-break' as const },
    ...draftReportBlocks(draft.report),
  ];
  return { ...documentOf(draft, draft.sentOn, title, blocks), draft: true };
}

function whyYouGetIt({ committee, provider, unit, contract }: FactCheckDraftData): Block[] {
  return [
    heading(2, 'Varför ni får utkastet'),
    paragraph(
      `${committee} har följt upp hur ${provider} utför uppdraget vid ${unit}, enligt ${CONTRACT_WORDS[contract.kind].the} ` +
        `${contract.reference}. Utkastet till rapport finns efter brevet. Ni får nu kontrollera att uppgifterna stämmer, ` +
        'innan bedömningen beslutas.',
    ),
    paragraph(
      'Utkastet är inte beslutat och kan ändras. Bedömningen av varje punkt finns med. Den samlade bedömningen finns inte ' +
        'med: den beslutas efter faktakontrollen.',
    ),
  ];
}

function whatWeAsk(): Block[] {
  return [
    heading(2, 'Det här behöver vi från er'),
    bullets([
      'Läs utkastet. Skriv en synpunkt vid varje uppgift som är fel eller saknas, och vad som är rätt.',
      'Bifoga underlag som visar det, om ni har något.',
      'Har ni inga synpunkter, svara ”Inga synpunkter”. Då vet vi att ni har läst.',
    ]),
    paragraph(
      'Vi svarar på varje synpunkt: om den ändrar rapporten och hur, eller varför den inte gör det. Ni ser svaren, och vad som ' +
        'har ändrats, i tjänsten. Svarar ni inte i tid antecknas det och arbetet fortsätter.',
    ),
    paragraph(
      'Det ni skickar in blir allmän handling hos kommunen. Skriv därför inga namn eller personnummer på dem som får insatser.',
    ),
  ];
}

function howToAnswer(draft: FactCheckDraftData): Block[] {
  return [
    endHeading('Så svarar ni'),
    paragraph([
      { text: 'Svara senast ' },
      { text: formatDateLong(draft.due), strong: true },
      { text: ' i tjänsten på ' },
      { text: draft.address, href: draft.address },
      { text: '. Mejlet som ni fick har en länk dit.' },
    ]),
    questionsTo(draft),
  ];
}
