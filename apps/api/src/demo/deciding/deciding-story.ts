import type { CalendarDate } from '@insyn/domain';
import type { ProviderUser, StaffUser } from '../../http/current-user.js';
import type { DemoPlace } from '../demo-place.js';
import type { DecidingRole, DemoCase } from '../demo-case.js';
import { Gathering, type GatheringTools } from '../gathering/gathering.js';
import { pastDay } from '../gathering/past-days.js';
import type { PublishingTools } from '../publish-report.js';
import type { WrittenContract } from '../write-contract.js';
import { decidingServices } from './deciding-services.js';

/** A case of the story, assessed and not decided. */
export interface AssessedCase {
  demoCase: DemoCase;
  followUpId: string;
  written: WrittenContract;
  committeeId: string;
}

/** What the story is told with: the services' tools, and those that take a report to the public. */
export type DecidingTools = GatheringTools & PublishingTools;

export interface DecidingPlace {
  place: DemoPlace;
  cases: ReadonlyMap<DecidingRole, AssessedCase>;
  people: ReadonlyMap<DecidingRole | 'successor', readonly ProviderUser[]>;
  /** The id of the company that takes over a contract. */
  successorId: string;
  today: CalendarDate;
}

/** What the story of deciding and following through is told with: who, when, and the services of the screens. */
export class DecidingStory {
  public readonly services;
  readonly #gathering: Gathering;

  public constructor(
    public readonly tools: DecidingTools,
    public readonly at: DecidingPlace,
  ) {
    this.services = decidingServices(tools);
    this.#gathering = new Gathering(tools);
  }

  public get municipalityId(): string {
    return this.at.place.founded.id;
  }

  /** Turns the clock to a working day before today. */
  public turnTo(daysAgo: number, minutes = 60): CalendarDate {
    const day = pastDay(this.at.today, daysAgo);
    this.tools.clock.turnTo(day, minutes);
    return day;
  }

  /** The municipality's people by their place in its list. */
  public staff(who: 'officer' | 'colleague' | 'manager' | 'otherManager' | 'registrar'): StaffUser {
    const { municipality, users } = this.at.place;
    const index = ['officer', 'colleague', 'manager', 'otherManager', 'registrar'].indexOf(who);
    const user = users.get(municipality.people[index]?.name ?? '');
    if (user === undefined) throw new Error(`${municipality.name} lacks somebody.`);
    return user;
  }

  public case(role: DecidingRole): AssessedCase {
    const found = this.at.cases.get(role);
    if (found === undefined) throw new Error(`The story has no case of ${role}.`);
    return found;
  }

  public person(role: DecidingRole | 'successor'): ProviderUser {
    const found = this.at.people.get(role)?.[0];
    if (found === undefined) throw new Error(`Nobody signs in for ${role}.`);
    return found;
  }

  /** Mails that wait have gone, a little after what caused them. */
  public mailsGo(): Promise<void> {
    return this.#gathering.deliverMails(this.municipalityId);
  }

  /** Reads as the municipality's jobs do. */
  public rows<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.tools.db.jobs(this.municipalityId, (tx) => tx.query<Row>(text, [this.municipalityId, ...values]));
  }

  public async row<Row extends object>(text: string, values: readonly unknown[]): Promise<Row> {
    const [row] = await this.rows<Row>(text, values);
    if (row === undefined) throw new Error(`There is no row: ${text}`);
    return row;
  }

  /** What the screen has read before it sends anything on. */
  public async contentVersion(followUpId: string): Promise<number> {
    const text = 'select content_version as version from follow_up where municipality_id = $1 and id = $2';
    return (await this.row<{ version: number }>(text, [followUpId])).version;
  }
}
