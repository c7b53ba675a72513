import { formatDateLong } from '@insyn/domain';
import { cell, heading, paragraph, section } from '../blocks.js';
import type { Block, ReportDocument } from '../document-model.js';
import { counted, longDate } from '../swedish-text.js';
import type { ActionPlanDemandData } from './action-plan-data.js';
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
const ROOM_FOR_THE_END = 220;

/**
 * The demand for an action plan: each requirement with its clauses, what a plan must hold (R13), by when, and what follows.
 * Throws a RangeError for a date that is none.
 */
export function actionPlanDemandDocument(demand: ActionPlanDemandData): ReportDocument {
  const name = demand.recheck ? 'Krav om ny åtgärdsplan' : 'Krav om åtgärdsplan';
  return documentOf(demand, demand.sentOn, `${name}: ${demand.title}`, [
    ...letterOpening(demand, { term: 'Plan senast', value: demand.due }, name),
    ...whatWasDecided(demand),
    ...requirements(demand),
    ...recommendations(demand),
    ...whatThePlanHolds(),
    ...whatFollows(demand),
    ...consequences(demand),
    ...howToAnswer(demand),
    signature(demand),
  ]);
}

function whatWasDecided(demand: ActionPlanDemandData): Block[] {
  const { contract, takenOverFrom, due, recheck } = demand;
  const the = CONTRACT_WORDS[contract.kind].the;
  return [
    ...(recheck ? whatTheRecheckFound(demand, recheck) : [whatTheFollowUpGave(demand)]),
    ...(takenOverFrom === null
      ? []
      : [
          paragraph(
            `Uppföljningen gällde ${takenOverFrom}, som hade ${the} då. Ni har tagit över ${the}, och kraven gäller nu er.`,
          ),
        ]),
    paragraph([
      { text: 'Ni ska lämna en åtgärdsplan senast ' },
      { text: formatDateLong(due), strong: true },
      { text: '.' },
    ]),
  ];
}

function whatTheFollowUpGave(demand: ActionPlanDemandData): Block {
  const { committee, approvedOn, outcomeLabel, provider, unit, contract, takenOverFrom } = demand;
  const count = counted(demand.requirements.length, 'krav som ska åtgärdas', 'krav som ska åtgärdas');
  return paragraph(
    `${committee} har följt upp hur ${takenOverFrom ?? provider} utför uppdraget vid ${unit}, enligt ` +
      `${CONTRACT_WORDS[contract.kind].the} ${contract.reference}. Bedömningen beslutades den ${longDate(approvedOn)}: ` +
      `”${outcomeLabel.toLowerCase()}”. Uppföljningen gav ${count}.`,
  );
}

function whatTheRecheckFound(
  { committee, unit, outcomeLabel, contract, requirements: all }: ActionPlanDemandData,
  { number, approvedOn }: NonNullable<ActionPlanDemandData['recheck']>,
): Block[] {
  const remaining = counted(all.length, 'krav kvarstår och ska åtgärdas', 'krav kvarstår och ska åtgärdas');
  return [
    paragraph(
      `${committee} har gjort återkontroll ${number} av kraven på ${unit}, enligt ` +
        `${CONTRACT_WORDS[contract.kind].the} ${contract.reference}. Bedömningen beslutades den ${longDate(approvedOn)}: ` +
        `”${outcomeLabel.toLowerCase()}”. ${remaining}.`,
    ),
    paragraph('Den nya planen ersätter den förra, som fortfarande går att läsa i tjänsten.'),
  ];
}

function requirements({ requirements: all, contract }: ActionPlanDemandData): Block[] {
  const dated = all.some(({ due }) => due !== null);
  return section(
    heading(2, 'Kraven'),
    all.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: 'Krav som ska åtgärdas',
            columns: [
              { title: 'Krav', width: dated ? 56 : 68 },
              { title: CONTRACT_WORDS[contract.kind].point, width: dated ? 26 : 32 },
              ...(dated ? [{ title: 'Åtgärdat senast', width: 18 }] : []),
            ],
            rows: all.map(({ text, clauses, due, effectMeasure, found }, index) => [
              cell(
                [{ text: `${index + 1}. `, strong: true }, { text }],
                ...(effectMeasure.trim() ? [`Så mäts effekten: ${effectMeasure.trim()}`] : []),
                ...(found ? [`Därför kvarstår det: ${found.text}`] : []),
                ...(found?.effect ? [`Effekten: ${found.effect}`] : []),
              ),
              clauses.length === 0 ? cell('–') : cell(...clauses.map(clauseTitle)),
              ...(dated ? [cell(due ?? '–')] : []),
            ]),
            rowHeaders: false,
          },
        ],
  );
}

function recommendations({ recommendations: all }: ActionPlanDemandData): Block[] {
  if (all.length === 0) return [];
  return [
    heading(2, 'Rekommendationer'),
    paragraph('Rekommendationerna behöver inte vara med i planen. Berätta gärna i tjänsten hur ni tänker om dem.'),
    bullets(
      all.map(({ text, clauses }) =>
        clauses.length === 0 ? text : `${text} (${clauses.map(clauseTitle).join('; ')})`,
      ),
      true,
    ),
  ];
}

/** What R13 asks of a plan, in plain words. */
function whatThePlanHolds(): Block[] {
  return [
    heading(2, 'Det här ska planen innehålla'),
    paragraph('Skriv för varje krav:'),
    bullets([
      [{ text: 'Orsak: ', strong: true }, { text: 'varför det blev så.' }],
      [{ text: 'Åtgärd: ', strong: true }, { text: 'vad ni gör. Ett krav kan ha flera åtgärder.' }],
      [{ text: 'Ansvarig: ', strong: true }, { text: 'vilken roll som ser till att det blir gjort.' }],
      [{ text: 'Datum: ', strong: true }, { text: 'när varje åtgärd är klar.' }],
      [
        { text: 'Effekt: ', strong: true },
        { text: 'hur och när det märks att åtgärden har hjälpt. Räkna gärna före och efter, till exempel ”5 av 9”.' },
      ],
    ]),
    paragraph('Planen kan inte lämnas in om något av det saknas för ett krav. Bifoga gärna underlag.'),
  ];
}

function whatFollows({ recheckDue }: ActionPlanDemandData): Block[] {
  const recheck = recheckDue
    ? ` Senast ${longDate(recheckDue)} gör vi en återkontroll. Då prövas bara de krav som återstår.`
    : '';
  return [
    heading(2, 'Vad som händer sedan'),
    paragraph(
      'Vi bedömer planen krav för krav. Räcker något inte till får ni veta vad, och kan komplettera. När en åtgärd är klar ' +
        `anmäler ni det i tjänsten, med underlag.${recheck}`,
    ),
  ];
}

function consequences({ consequences: all, contract }: ActionPlanDemandData): Block[] {
  if (all.length === 0) return [];
  const lead = `Enligt ${CONTRACT_WORDS[contract.kind].the} kan följden bli:`;
  return [heading(2, 'Om kraven inte åtgärdas'), paragraph(lead), bullets(all)];
}

function howToAnswer(demand: ActionPlanDemandData): Block[] {
  return [
    endHeading('Så lämnar ni planen', ROOM_FOR_THE_END),
    paragraph([
      { text: 'Skriv och lämna in planen i tjänsten på ' },
      { text: demand.address, href: demand.address },
      { text: '. Mejlet som ni fick har en länk dit. Flera hos er kan skriva tillsammans.' },
    ]),
    paragraph('Hinner ni inte i tid, hör av er innan tiden går ut. Skriv vilken dag ni behöver och varför.'),
    questionsTo(demand),
  ];
}
