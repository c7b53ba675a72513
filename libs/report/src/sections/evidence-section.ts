import { cell, heading, paragraph, section, textBlocks } from '../blocks.js';
import type { Block, Cell, FactsBlock, Inline } from '../document-model.js';
import type {
  DraftReportData,
  ReportBody,
  ReportData,
  ReportEvidence,
  ReportFactCheck,
  ReportParticipant,
  ReportSample,
} from '../report-data.js';
import { enumerate, longDate, paragraphsOf } from '../swedish-text.js';

/** What the report rests on: the dated list of what was done, and what the case files showed. */
export function evidenceSection(data: ReportData | DraftReportData): Block[] {
  const list: Block[] =
    data.basis.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: 'Vad som har gjorts, i datumordning',
            columns: [
              { title: 'Datum', width: 16 },
              { title: 'Underlag', width: 84 },
            ],
            rows: [...data.basis].sort((a, b) => a.date.localeCompare(b.date)).map(basisRow),
            rowHeaders: true,
          },
        ];
  return section(heading(2, 'Underlag'), [...list, ...factCheck(data), ...data.samples.flatMap(sampleBlocks)]);
}

/** How the provider checked the facts, or why it did not; nothing in a draft, which is what it checks. */
function factCheck(data: ReportData | DraftReportData): Block[] {
  if (data.judgement === null) return [];
  if (data.factCheck) return [paragraph(factCheckText(data.factCheck))];
  const text = data.noFactCheckReason
    ? `Utföraren har inte fått kontrollera sakuppgifterna innan bedömningen beslutades. Skäl: ${data.noFactCheckReason}`
    : 'Utföraren har fått kontrollera sakuppgifterna innan bedömningen beslutades.';
  return [paragraph(text)];
}

function factCheckText({ sentOn, due, outcome, remarks, accepted }: ReportFactCheck): string {
  const words = outcome.trim();
  return [
    `Utföraren fick ett utkast för kontroll av sakuppgifterna den ${longDate(sentOn)}, med svar senast ${longDate(due)}.`,
    ...(words === '' ? [] : [/[.!?]$/.test(words) ? words : `${words}.`]),
    ...(remarks === 0 ? [] : [whatTheRemarksLedTo(remarks, accepted)]),
  ].join(' ');
}

function whatTheRemarksLedTo(remarks: number, accepted: number): string {
  if (remarks === 1)
    return `En synpunkt lämnades. Den ledde ${accepted === 0 ? 'inte till någon' : 'till en'} ändring.`;
  const which = accepted === 0 ? 'Ingen av dem' : accepted === remarks ? 'Alla' : `${accepted} av dem`;
  return `${remarks} synpunkter lämnades. ${which} ledde till ändringar.`;
}

/** The overview: what was written, the figures worth seeing first, and all figures with where they come from (R4). */
export function overviewSection(data: ReportBody): Block[] {
  const table: Block[] =
    data.figures.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: 'Uppgifter om verksamheten',
            columns: [
              { title: 'Uppgift', width: 28 },
              { title: 'Period', width: 26 },
              { title: 'Värde', width: 16 },
              { title: 'Varifrån', width: 30 },
            ],
            rows: data.figures.map((figure) => [
              cell(figure.name),
              cell(figure.period ?? '–'),
              cell(figure.source === 'reported' ? quoted(figure.display) : figure.display),
              cell(
                figure.source === 'reported' ? 'Uppgift från utföraren' : 'Räknad i uppföljningen',
                ...(figure.note ? [figure.note] : []),
              ),
            ]),
            rowHeaders: true,
          },
        ];
  const facts = firstFacts(data);
  return section(heading(2, 'Översikt'), [...textBlocks(data.overview), ...(facts ? [facts] : []), ...table]);
}

function basisRow(evidence: ReportEvidence): Cell[] {
  const title: Inline[] = [{ text: `${evidence.kindLabel}: ${evidence.title}`, strong: true }];
  const people = participants(evidence.participants);
  return [cell(evidence.date), cell(title, ...paragraphsOf(evidence.text ?? ''), ...people)];
}

function participants(all: readonly ReportParticipant[]): string[] {
  const sides = [
    ['Från kommunen', all.filter((person) => person.side === 'municipality')],
    ['Från utföraren', all.filter((person) => person.side === 'provider')],
  ] as const;
  return sides
    .filter(([, people]) => people.length > 0)
    .map(([from, people]) => {
      const names = people.map(({ name, role }) => (name ? `${name}, ${role.toLowerCase()}` : role.toLowerCase()));
      return `${from}: ${names.some((name) => name.includes(',')) ? names.join('; ') : enumerate(names)}.`;
    });
}

function sampleBlocks(sample: ReportSample): Block[] {
  const withInterval = sample.results.some((result) => result.interval);
  const table: Block[] =
    sample.results.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: `Resultat av granskningen: ${sample.title}`,
            columns: [
              { title: 'Fråga', width: withInterval ? 58 : 80 },
              { title: 'Ja', width: withInterval ? 14 : 20, numeric: true },
              ...(withInterval ? [{ title: 'Troligt bland samtliga', width: 28, numeric: true }] : []),
            ],
            rows: sample.results.map((result) => [
              cell(result.question),
              cell(`${result.found} av ${result.of}`),
              ...(withInterval ? [cell(result.interval ? intervalText(result.interval, sample.population) : '–')] : []),
            ]),
            rowHeaders: true,
          },
        ];
  const explanation = withInterval
    ? [
        paragraph(
          'Det troliga antalet är ett 95-procentigt konfidensintervall för samtliga akter, exakt beräknat.',
          'muted',
        ),
      ]
    : [];
  return [heading(3, sample.title), paragraph(howChosen(sample)), ...table, ...explanation];
}

function intervalText({ low, high }: { low: number; high: number }, population: number): string {
  return low === high ? `${low} av ${population}` : `${low}–${high} av ${population}`;
}

function howChosen({ method, size, population }: ReportSample): string {
  switch (method) {
    case 'random':
      return `${size} av ${population} akter har granskats. De drogs slumpmässigt.`;
    case 'census':
      return `Samtliga ${population} akter har granskats.`;
    case 'drawn-elsewhere':
      return `${size} av ${population} akter har granskats. Urvalet gjordes på annat håll, så resultatet gäller bara dem.`;
  }
}

function firstFacts(data: ReportBody): FactsBlock | null {
  const reviewed = data.samples.flatMap((sample) =>
    sample.results.slice(0, 1).map((result) => ({ value: `${result.found} av ${result.of}`, label: result.question })),
  );
  const figures = data.figures
    .filter((figure) => figure.source === 'counted')
    .map((figure) => ({
      value: figure.display,
      label: figure.period ? `${figure.name}, ${figure.period}` : figure.name,
    }));
  const items = [...reviewed, ...figures].filter((item) => item.value.length <= 24).slice(0, 3);
  return items.length < 2 ? null : { kind: 'facts', items };
}

function quoted(words: string): string {
  return /^[”"].*[”"]$/.test(words) ? words : `”${words}”`;
}
