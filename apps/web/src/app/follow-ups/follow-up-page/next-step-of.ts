import type { BlockerView, FollowUpView } from '@insyn/api-schema';
import { assessmentProgress, clauseName, formatDateLong } from '@insyn/domain';
import { placeLink, type PlaceLink } from '../place-link.js';

/** What comes next in a case, in one sentence, and where it is done. */
export interface CaseNextStep {
  text: string;
  link: (PlaceLink & { label: string }) | null;
}

const NAMED = 3;

/** The next step by the case's state and by what is missing; null when nothing is. */
export function nextStepOf(view: FollowUpView): CaseNextStep | null {
  const tab = (name: string, label: string) => ({ path: ['/uppfoljningar', view.id, name], query: {}, label });
  const ofRecheck = view.kind === 're-check' ? recheckStepOf(view) : undefined;
  if (ofRecheck) return ofRecheck;
  const mayApprove = view.offers.some(({ name }) => name === 'approve');
  switch (view.state) {
    case 'planned':
      return { text: $localize`starta uppföljningen. Sedan kan underlag läggas in.`, link: null };
    case 'gathering':
      return view.evidence.length === 0
        ? { text: $localize`lägg in det första underlaget.`, link: tab('underlag', $localize`Gå till underlag`) }
        : {
            text: $localize`lägg in det underlag som återstår, och börja sedan bedöma.`,
            link: tab('underlag', $localize`Gå till underlag`),
          };
    case 'assessing':
      return assessing(view);
    case 'fact-check':
      return checkingFacts(view);
    case 'deciding':
      return mayApprove
        ? {
            text: $localize`läs bedömningen och besluta.`,
            link: { ...tab('beslut', $localize`Gå till ditt beslut`), fragment: 'ditt-beslut' },
          }
        : { text: $localize`enhetschefen läser och beslutar.`, link: null };
    case 'remedying':
      return view.recheckDue
        ? {
            text: $localize`utföraren åtgärdar kraven. Återkontroll senast ${formatDateLong(view.recheckDue)}.`,
            link: tab('krav', $localize`Gå till åtgärderna`),
          }
        : { text: $localize`utföraren åtgärdar kraven.`, link: tab('krav', $localize`Gå till åtgärderna`) };
    case 'rechecking':
      return { text: $localize`slutför återkontrollen.`, link: tab('krav', $localize`Gå till återkontrollen`) };
    default:
      return null;
  }
}

/** Waiting for the provider, answering what it says, and then the judgement. */
function checkingFacts(view: FollowUpView): CaseNextStep {
  const stops = view.offers.find(({ name }) => name === 'submit')?.blockers.map(({ code }) => code);
  const path = (tab: string) => ['/uppfoljningar', view.id, tab];
  const toRemarks = { path: path('faktakontroll'), query: {}, label: $localize`Gå till faktakontrollen` };
  if (stops?.includes('remarks-unanswered')) {
    const link = { ...toRemarks, fragment: 'synpunkter', label: $localize`Gå till synpunkterna` };
    return { text: $localize`besvara utförarens synpunkter.`, link };
  }
  if (!stops || stops.includes('fact-check-out')) {
    return { text: $localize`invänta utförarens synpunkter.`, link: toRemarks };
  }
  const text = $localize`skriv den samlade bedömningen och skicka den för beslut.`;
  return { text, link: { path: path('beslut'), query: {}, label: $localize`Gå till beslut` } };
}

/** What a re-check does otherwise than other follow-ups: it judges requirements; undefined where it is the same. */
function recheckStepOf(view: FollowUpView): CaseNextStep | undefined {
  if (view.state === 'planned') {
    const text = view.decisionDue
      ? $localize`starta återkontrollen senast ${formatDateLong(view.decisionDue)}.`
      : $localize`starta återkontrollen.`;
    return { text, link: null };
  }
  if (view.state === 'gathering') {
    const text = $localize`lägg in återkontrollens underlag, och börja sedan bedöma kraven.`;
    const path = ['/uppfoljningar', view.id, 'underlag'];
    return { text, link: { path, query: {}, label: $localize`Gå till underlag` } };
  }
  return view.state === 'assessing' ? missingOrDone(view) : undefined;
}

/** Whether a link leads away from the page at this address: to another page, or to a spot that the address does not name. */
export function leadsElsewhere({ path, query, fragment }: PlaceLink, url: string): boolean {
  const here = new URL(url, 'https://insyn.invalid');
  if (here.pathname !== path.join('/')) return true;
  if (fragment !== undefined && here.hash !== `#${fragment}`) return true;
  return Object.entries(query).some(([name, value]) => here.searchParams.get(name) !== value);
}

function assessing(view: FollowUpView): CaseNextStep {
  const { missingClauseIds } = assessmentProgress({ scope: view.clauses, assessments: view.assessments });
  const unjudged = view.clauses.filter(({ id }) => missingClauseIds.includes(id));
  const [first] = unjudged;
  if (first) {
    const named = clauseName(...unjudged.slice(0, NAMED).map(({ number }) => number));
    const rest = unjudged.length - NAMED;
    const inSentence = named.charAt(0).toLocaleLowerCase('sv') + named.slice(1);
    const text = rest > 0 ? $localize`bedöm ${inSentence} och ${rest} till.` : $localize`bedöm ${inSentence}.`;
    const label = $localize`Gå till ${nameInSentence(first.number)}`;
    return { text, link: { ...placeLink(view.id, { kind: 'clause', id: first.id }), label } };
  }
  // A judgement that was sent without a fact check, with the reason why, and returned, goes the same way again.
  return view.factChecked || view.noFactCheckReason ? missingOrDone(view) : toFactCheck(view);
}

/** The draft goes to the provider before the judgement, and what still stops it is said. */
function toFactCheck(view: FollowUpView): CaseNextStep {
  const link = {
    ...placeLink(view.id, { kind: 'fact-check' }),
    label: $localize`Gå till faktakontrollen`,
  };
  const stops = view.offers.find(({ name }) => name === 'send-for-fact-check')?.blockers ?? [];
  const stopped = inOneSentence(stops);
  if (stopped === null) return { text: $localize`skicka utkastet till utföraren för faktakontroll.`, link };
  return { text: $localize`skicka utkastet till utföraren för faktakontroll. Det går inte än: ${stopped}.`, link };
}

/** The first of what is missing, and how much more there is; null for nothing. */
function inOneSentence([first, ...others]: readonly BlockerView[]): string | null {
  if (!first) return null;
  if (others.length === 0) return first.message;
  return others.length === 1
    ? $localize`${first.message}, och en sak till`
    : $localize`${first.message}, och ${others.length} saker till`;
}

/** The first thing that is missing, at its place; the judgement when nothing is. */
function missingOrDone(view: FollowUpView): CaseNextStep {
  const [missing] = view.missing;
  if (!missing) {
    const text = $localize`skriv den samlade bedömningen och skicka den för beslut.`;
    return { text, link: { path: ['/uppfoljningar', view.id, 'beslut'], query: {}, label: $localize`Gå till beslut` } };
  }
  const text = `${inOneSentence(view.missing)}.`;
  return { text, link: { ...placeLink(view.id, missing.place), label: $localize`Gå dit` } };
}

/** "§ 17", "punkt 4.9": a clause inside a sentence. */
export function nameInSentence(number: string): string {
  return clauseName(number).replace(/^Punkt /, 'punkt ');
}
