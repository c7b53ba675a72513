import type { CalendarDate, ServiceType } from '@insyn/domain';
import type { StaffUser } from '../../http/current-user.js';
import { RequestMovesService } from '../../information-requests/request-moves.service.js';
import { RequestSendingService } from '../../information-requests/request-sending.service.js';
import type { DemoPlace } from '../demo-place.js';
import type { WrittenContract } from '../write-contract.js';
import { makeAnswers, type MadeAnswer } from './answers.js';
import type { CompanyName } from './companies.js';
import { Gathering, type GatheringTools, type SentRequest, serviceOf } from './gathering.js';
import type { GatheringRole } from '../demo-case.js';
import { pastDay } from './past-days.js';
import type { ProviderFigures } from './provider-figures.js';
import type { ProviderPeople } from './provider-people.js';
import { deviationList, insuranceCertificate, yearPlan } from './small-files.js';

/** A case of the story, open and in the gathering. */
export interface OpenCase {
  followUpId: string;
  written: WrittenContract;
  committeeId: string;
  /** Evidence that the story has gathered, by the key that the case's own content knows it under. */
  gathered: Map<string, string>;
}

export interface StoryPlace {
  place: DemoPlace;
  cases: ReadonlyMap<GatheringRole, OpenCase>;
  people: ProviderPeople;
  /** The first version of the municipality's own question set, by service. */
  questionSets: ReadonlyMap<ServiceType, string>;
  today: CalendarDate;
}

/** Who asks and what is asked, in words of the story. */
export interface Letter {
  title: string;
  message: string;
  due: CalendarDate;
  visit?: string;
  visitors?: string[];
  wantedDocuments?: { text: string; required: boolean }[];
}

/** What both municipalities' stories are told with. */
export class GatheringStory {
  public readonly gathering: Gathering;
  public readonly moves: RequestMovesService;
  public readonly sending: RequestSendingService;

  public constructor(
    public readonly tools: GatheringTools,
    public readonly at: StoryPlace,
  ) {
    this.gathering = new Gathering(tools);
    this.moves = new RequestMovesService(tools.db);
    this.sending = new RequestSendingService(tools.db, tools.settings);
  }

  /** Turns the clock to a working day before today. */
  public turnTo(daysAgo: number, minutes: number): CalendarDate {
    const day = pastDay(this.at.today, daysAgo);
    this.tools.clock.turnTo(day, minutes);
    return day;
  }

  /** The municipality's people by their place in its list: officer, colleague, manager. */
  public staff(index: 0 | 1 | 2): StaffUser {
    const { municipality, users } = this.at.place;
    const user = users.get(municipality.people[index]?.name ?? '');
    if (user === undefined) throw new Error(`${municipality.name} lacks somebody.`);
    return user;
  }

  public case(role: GatheringRole): OpenCase {
    const found = this.at.cases.get(role);
    if (found === undefined) throw new Error(`The story has no case of ${role}.`);
    return found;
  }

  public person(company: CompanyName, index = 0) {
    const found = this.at.people.get(company)?.[index];
    if (found === undefined) throw new Error(`Nobody signs in for ${company}.`);
    return found;
  }

  /** Sends a request to every contact of the provider. */
  public async send(role: GatheringRole, service: ServiceType, letter: Letter): Promise<SentRequest> {
    const { followUpId, written } = this.case(role);
    const user = this.staff(0);
    const contacts = await this.tools.db.read<{ id: string }>(user, {
      name: 'demo-contacts',
      text: 'select id from contact where municipality_id = $1 and provider_id = $2 order by id',
      values: [user.municipalityId, written.providerId],
    });
    await this.sending.send(user, followUpId, {
      ...this.content(service, letter),
      contactIds: contacts.map(({ id }) => id),
    });
    return this.request(role);
  }

  public content(service: ServiceType, letter: Letter) {
    const { visit = '', visitors = [], wantedDocuments = [], ...plain } = letter;
    const questionSetVersionId = this.at.questionSets.get(service) ?? '';
    return { ...plain, visit, visitors, wantedDocuments, questionSetVersionId };
  }

  /** The newest request of a case; its evidence is what the case knows as its letter. */
  public async request(role: GatheringRole): Promise<SentRequest> {
    const found = this.case(role);
    const request = await this.gathering.requestOf(this.at.place.founded.id, found.followUpId);
    found.gathered.set('letter', request.evidenceId);
    return request;
  }

  /** Mails that wait have gone, a little after what caused them. */
  public async mailsGo(...refused: string[]): Promise<void> {
    await this.gathering.deliverMails(this.at.place.founded.id, refused);
  }

  /** All answers of a provider to a request. */
  public answers(request: SentRequest, figures: ProviderFigures): MadeAnswer[] {
    return makeAnswers(request.questions, serviceOf(request), figures);
  }

  /** The files that are asked for: the insurance certificate, and each wanted document. */
  public async addFiles(
    who: Parameters<Gathering['addFile']>[0],
    request: SentRequest,
    company: string,
    year: number,
  ): Promise<void> {
    const { gathering } = this;
    await gathering.addFile(who, request, { questionId: 'insurance-certificate' }, insuranceCertificate(company, year));
    for (const [at, wantedDocumentId] of request.wantedDocumentIds.entries()) {
      const file = at === 0 ? yearPlan(company, year) : deviationList(year);
      await gathering.addFile(who, request, { wantedDocumentId }, file);
    }
  }
}
