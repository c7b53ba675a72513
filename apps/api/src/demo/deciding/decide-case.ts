import { v7 as uuidv7 } from 'uuid';
import type { DecidingRole } from '../demo-case.js';
import { publishReport } from '../publish-report.js';
import type { DecidingStory } from './deciding-story.js';
import { ANSWERS_TO_REMARKS, FACT_CHECK_MESSAGE, NO_FACT_CHECK, REMARKS, RETURNED_WITH } from './words.js';

/** When a draft was sent, read and answered, in days before today. */
export interface FactCheckDays {
  sent: number;
  answered: number;
}

/** When a judgement came back, and when its comments were answered, in days before today. */
export interface ReturnDays {
  returned: number;
  answered: number;
}

/** Sends the draft to the provider, which makes so many remarks of those there are, or says that it has none. */
export async function checkFacts(
  story: DecidingStory,
  role: DecidingRole,
  days: FactCheckDays,
  remarks: number,
): Promise<void> {
  const { factChecks } = story.services;
  const { followUpId } = story.case(role);
  const person = story.person(role);
  story.turnTo(days.sent);
  await factChecks.sending.send(story.staff('officer'), followUpId, {
    contentVersion: await story.contentVersion(followUpId),
    message: FACT_CHECK_MESSAGE,
  });
  await story.mailsGo();
  const { id } = await story.row<{ id: string }>(FACT_CHECK, [followUpId]);
  story.turnTo(days.answered, 40);
  await factChecks.portal.read(person, id);
  const { sections } = await factChecks.portal.view(person, id);
  for (const { heading, text } of REMARKS.slice(0, remarks)) {
    const place = (sections.find((section) => heading.test(section.heading)) ?? sections[0])?.place;
    if (place === undefined) throw new Error('The draft has no sections.');
    await factChecks.portal.saveRemark(person, id, uuidv7(), { version: null, place, text });
  }
  story.turnTo(days.answered, 120);
  await factChecks.portal.handIn(person, id, remarks === 0);
  await factChecks.received.receive(story.municipalityId, id);
  await story.mailsGo();
}

/** The officer answers the first so many remarks of the newest draft. */
export async function answerRemarks(
  story: DecidingStory,
  role: DecidingRole,
  daysAgo: number,
  count: number,
): Promise<void> {
  const { followUpId } = story.case(role);
  const remarks = await story.rows<{ id: string }>(REMARKS_OF, [followUpId]);
  story.turnTo(daysAgo, 200);
  for (const [at, { id }] of remarks.slice(0, count).entries()) {
    const answer = ANSWERS_TO_REMARKS[at % ANSWERS_TO_REMARKS.length];
    if (answer === undefined) throw new Error('There is no answer to give.');
    await story.services.factChecks.moves.answer(story.staff('officer'), id, { version: null, ...answer });
  }
}

/** The officer sends the judgement for approval; without a fact check with the reason why. */
export async function submit(
  story: DecidingStory,
  role: DecidingRole,
  daysAgo: number,
  checked = false,
): Promise<void> {
  const { followUpId, demoCase } = story.case(role);
  const { conflicts, submitting } = story.services.judgements;
  const officer = story.staff('officer');
  story.turnTo(daysAgo, 90);
  await conflicts.declare(officer, followUpId, false, '');
  const { outcome } = await submitting.proposal(officer, followUpId);
  await submitting.submit(officer, followUpId, {
    contentVersion: await story.contentVersion(followUpId),
    outcome,
    text: demoCase.judgement?.text ?? '',
    noFactCheckReason: checked ? null : NO_FACT_CHECK,
    unmetReasons: [],
  });
  await story.mailsGo();
}

/** The manager decides, with all that follows of it. */
export async function approve(story: DecidingStory, followUpId: string, daysAgo: number): Promise<void> {
  const { conflicts, approval } = story.services.judgements;
  const manager = story.staff('manager');
  story.turnTo(daysAgo, 180);
  await conflicts.declare(manager, followUpId, false, '');
  await approval.approve(manager, followUpId, { contentVersion: await story.contentVersion(followUpId) });
  await story.mailsGo();
}

/** The manager sends the judgement back, and the officer answers each comment in words; then it can be sent anew. */
export async function sendBack(story: DecidingStory, role: DecidingRole, days: ReturnDays): Promise<void> {
  const { followUpId } = story.case(role);
  const { approval, returned } = story.services.judgements;
  story.turnTo(days.returned, 120);
  const contentVersion = await story.contentVersion(followUpId);
  const comments = RETURNED_WITH.map(({ place, text }) => ({ place, text }));
  await approval.return(story.staff('manager'), followUpId, { contentVersion, comments });
  story.turnTo(days.answered, 100);
  for (const [at, { id }] of (await story.rows<{ id: string }>(COMMENTS, [followUpId])).entries()) {
    const text = RETURNED_WITH[at]?.answer ?? '';
    await returned.answer(story.staff('officer'), followUpId, id, { version: 1, text });
  }
}

/** The report that was sealed goes the whole way to the public, approved on delegation. */
export async function publishDecided(story: DecidingStory, role: DecidingRole, daysAgo: number): Promise<void> {
  const { followUpId, demoCase } = story.case(role);
  const published = story.turnTo(daysAgo);
  const { id: reportId } = await story.row<{ id: string }>(FIRST_REPORT, [followUpId]);
  const [manager, registrar] = [story.staff('manager'), story.staff('registrar')];
  const dates = { ...demoCase.dates, published };
  await story.tools.rendering.render(story.municipalityId, reportId, 'internal');
  await publishReport(story.tools, {
    ...{ demoCase: { ...demoCase, publication: 'published', dates }, reportId, manager, registrar },
  });
}

const COMMENTS = 'select id from return_comment where municipality_id = $1 and follow_up_id = $2 order by id';
const FIRST_REPORT = `
select id from report where municipality_id = $1 and follow_up_id = $2 order by report_version limit 1`;
const FACT_CHECK =
  'select id from fact_check where municipality_id = $1 and follow_up_id = $2 order by number desc limit 1';
const REMARKS_OF = `
select r.id from fact_check_remark r join fact_check c on c.municipality_id = r.municipality_id and c.id = r.fact_check_id
where r.municipality_id = $1 and c.follow_up_id = $2 order by r.id`;
