import { formatDateLong } from '@insyn/domain';
import { heading, paragraph, section, textBlocks } from '../blocks.js';
import type { Block, ReportDocument } from '../document-model.js';
import { counted } from '../swedish-text.js';
import { documentOf } from './document-of.js';
import type { InformationLetterData } from './document-data.js';
import { endHeading, questionsTo, signature } from './letter-parts.js';

/** The letter that asks a provider for information, as an official letter. Throws a RangeError for a date that is none. */
export function informationLetterDocument(letter: InformationLetterData): ReportDocument {
  return documentOf(letter, letter.sentOn, letter.title, [
    {
      kind: 'definitions',
      layout: 'columns',
      caption: 'Brevets uppgifter',
      items: [
        { term: 'Datum', value: letter.sentOn },
        { term: 'Diarienummer', value: letter.caseNumber },
        { term: 'Svar senast', value: letter.due },
      ],
    },
    { kind: 'address', lines: [letter.provider, letter.unit.name, `Gäller ${letter.contractReference}`] },
    heading(1, letter.title),
    ...textBlocks(letter.message),
    ...whyYouAreAsked(letter),
    ...visit(letter),
    ...whatWeNeed(letter),
    ...howToAnswer(letter),
    signature(letter),
  ]);
}

function whyYouAreAsked({ provider, unit, contractReference, committee }: InformationLetterData): Block[] {
  return [
    heading(2, 'Varför ni får brevet'),
    paragraph(
      `${committee} följer upp hur ${provider} utför uppdraget vid ${unit.name} (${contractReference}). Uppföljningen ska ` +
        'visa om verksamheten uppfyller de krav som lagar, föreskrifter och avtalet eller uppdraget ställer.',
    ),
    paragraph(
      'Kommunen ansvarar för att den verksamhet som den överlämnar till andra bedrivs enligt de krav som gäller, och ska ' +
        'kontrollera och följa upp den. Det står i 6 kap. 6 § och 10 kap. 8 § kommunallagen (2017:725). Det ni skickar in ' +
        'blir allmän handling hos kommunen. Skriv därför inga namn eller personnummer på dem som får insatser.',
    ),
  ];
}

function visit({ visit: words, visitors }: InformationLetterData): Block[] {
  const who: Block[] =
    visitors.length === 0
      ? []
      : [paragraph('Från kommunen kommer:'), { kind: 'list', ordered: false, items: visitors.map(plain) }];
  return section(heading(2, 'Så går uppföljningen till'), [...textBlocks(words), ...who]);
}

function whatWeNeed({ questionSet, wantedDocuments }: InformationLetterData): Block[] {
  const questions = paragraph([
    { text: 'Svar på ' },
    { text: counted(questionSet.questions, 'fråga', 'frågor'), strong: true },
    { text: ` i ”${questionSet.name}” (version ${questionSet.number}).` },
  ]);
  const list: Block[] =
    wantedDocuments.length === 0
      ? []
      : [
          paragraph('De här handlingarna:'),
          {
            kind: 'list',
            ordered: false,
            items: wantedDocuments.map(({ text, required }) => plain(required ? text : `${text} (om ni har den)`)),
          },
        ];
  return [heading(2, 'Det här behöver vi från er'), questions, ...list];
}

function howToAnswer({ due, address, sender }: InformationLetterData): Block[] {
  return [
    endHeading('Så svarar ni'),
    paragraph([
      { text: 'Svara senast ' },
      { text: formatDateLong(due), strong: true },
      { text: ' i tjänsten på ' },
      { text: address, href: address },
      { text: '. Mejlet som ni fick med brevet har en länk dit. Flera hos er kan svara tillsammans.' },
    ]),
    paragraph('Hinner ni inte i tid kan ni be om längre svarstid i tjänsten. Skriv vilken dag ni behöver och varför.'),
    questionsTo({ sender }),
  ];
}

function plain(text: string): { text: string }[] {
  return [{ text }];
}
