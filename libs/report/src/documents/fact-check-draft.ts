import { formatDateLong } from '@insyn/domain';
import { paragraph, textBlocks } from '../blocks.js';
import type { Block, ReportDocument } from '../document-model.js';
import { draftReportBlocks } from '../report-document.js';
import { documentOf } from './document-of.js';
import type { FactCheckDraftData } from './fact-check-data.js';
import { bullets, CONTRACT_WORDS, endHeading, letterOpening, questionsTo, signature } from './letter-parts.js';

/** Points: the last part of the letter with its signature. */
const ROOM_FOR_THE_END = 195;

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
    ...whatItIs(draft),
    ...whatToDo(),
    ...whatFollows(draft),
    signature(draft),
    { kind: 'page-break' as const },
    ...draftReportBlocks(draft.report),
  ];
  return { ...documentOf(draft, draft.sentOn, title, blocks), draft: true };
}

function whatItIs({ committee, provider, unit, contract, due, address }: FactCheckDraftData): Block[] {
  return [
    paragraph(
      `${committee} har följt upp hur ${provider} utför uppdraget vid ${unit}, enligt ${CONTRACT_WORDS[contract.kind].the} ` +
        `${contract.reference}. Efter brevet finns ett utkast till rapport. Ni får nu kontrollera att uppgifterna i det ` +
        'stämmer. Utkastet är inte beslutat och kan ändras. Bedömningen av varje punkt finns med, men inte den samlade ' +
        'bedömningen. Den beslutas efter faktakontrollen.',
    ),
    paragraph([
      { text: 'Svara senast ' },
      { text: formatDateLong(due), strong: true },
      { text: ' i tjänsten på ' },
      { text: address, href: address },
      { text: '.' },
    ]),
  ];
}

function whatToDo(): Block[] {
  return [
    paragraph([{ text: 'Så gör ni:', strong: true }]),
    bullets([
      'Läs utkastet. Skriv en synpunkt vid varje uppgift som är fel eller saknas, och vad som är rätt.',
      'Bifoga underlag som visar det, om ni har något.',
      'Har ni inga synpunkter, svara ”Inga synpunkter”. Då vet vi att ni har läst.',
    ]),
    paragraph('Det ni skickar in blir allmän handling. Skriv inga namn eller personnummer på dem som får insatser.'),
  ];
}

function whatFollows(draft: FactCheckDraftData): Block[] {
  return [
    endHeading('Vad som händer sedan', ROOM_FOR_THE_END),
    paragraph(
      'Vi svarar på varje synpunkt: hur den ändrar rapporten, eller varför den inte gör det. Ni ser svaren och vad som har ' +
        'ändrats i tjänsten. Svarar ni inte i tid antecknas det och arbetet fortsätter.',
    ),
    questionsTo(draft),
  ];
}
