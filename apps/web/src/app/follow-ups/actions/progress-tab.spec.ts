import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ActionsProgressView, AttachmentView } from '@insyn/api-schema';
import type { FollowUpState } from '@insyn/domain';
import { problems } from '../../http/problems.js';
import { Confirm } from '../../ui/confirm.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { FileUpload } from '../evidence/file-upload.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { anActionProgress, anActionsProgress } from '../recheck/a-recheck-view.js';
import { ProgressTab } from './progress-tab.js';

const CASE = '/api/follow-ups/u1';

jest.setTimeout(20_000);

describe('the page of actions after approval', () => {
  let fixture: ComponentFixture<ProgressTab>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    sessionStorage.clear();
    const http = [provideHttpClient(withInterceptors([problems])), provideHttpClientTesting()];
    TestBed.configureTestingModule({ providers: [provideRouter([]), ...http, OpenFollowUp] });
    server = TestBed.inject(HttpTestingController);
  });

  async function open(changes: Partial<ActionsProgressView> = {}, state: FollowUpState = 'remedying'): Promise<void> {
    TestBed.inject(OpenFollowUp).id.set('u1');
    TestBed.tick();
    server.expectOne(CASE).flush(aFollowUpView({ state, editable: false, offers: [] }));
    await new Promise((resolve) => setTimeout(resolve));
    fixture = TestBed.createComponent(ProgressTab);
    page = fixture.nativeElement;
    await settle();
    server.expectOne(`${CASE}/actions-progress`).flush(anActionsProgress(changes));
    await settle();
  }
  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  const words = (selector: string) => page.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  async function press(word: string): Promise<void> {
    const button = [...page.querySelectorAll('button')].find((each) => each.textContent?.trim().startsWith(word));
    if (!button) throw new Error(`No button says ${word}.`);
    button.click();
    await settle();
  }
  async function answerWith(reason: string): Promise<void> {
    TestBed.inject(Confirm).answer({ reason });
    await settle();
  }

  it('says of a closed case what to do when something no longer holds', async () => {
    await open({ actions: [anActionProgress({ state: 'verified', offers: [] })] }, 'closed');
    expect(words('.notice')).toContain('Håller något inte längre, öppna en ny uppföljning av avtalet.');
    expect(page.querySelector('.notice a')?.getAttribute('href')).toBe('/avtal/k1');
    expect(words('h2')).toContain('1 av 1 åtgärdat');
  });

  it('shows where each stands, the rounds in which it was said before, and every move with who made it', async () => {
    await open();
    expect(words('h2')).toBe('Krav 0 av 1 åtgärdat');
    expect(words('app-action-progress')).toMatch(/Anmält som åtgärdat.*Påpekades även 2025/);
    expect([...page.querySelectorAll('ol li')].map((each) => each.textContent?.replace(/\s+/g, ' ').trim())).toEqual(
      expect.arrayContaining(['22 decPlaneratMaja Sandell', '3 febAnmält som åtgärdatsystemet']),
    );
  });

  it('counts neither what was withdrawn nor what has lapsed', async () => {
    const states = ['verified', 'remains', 'withdrawn', 'lapsed'] as const;
    await open({ actions: states.map((state) => anActionProgress({ actionId: state, state, offers: [] })) });
    expect(words('h2')).toBe('Krav 1 av 2 åtgärdade');
  });

  it('shows the chain of re-checks with what each gave', async () => {
    await open({
      rechecks: [
        {
          ...{ id: 'r1', number: 1, state: 'closed', due: '2027-02-25', approvedOn: '2027-02-20' },
          ...{ outcome: 'approved-with-remarks', judged: { verified: 1, total: 2 }, reason: null },
        },
        {
          ...{ id: 'r2', number: 2, state: 'cancelled', due: '2027-05-20', approvedOn: null, outcome: null },
          ...{ judged: null, reason: 'Besöket blev inte av.' },
        },
      ],
    });
    const chain = words('app-recheck-chain');
    expect(chain).toMatch(/Återkontroll 1.*Godkänd med anmärkning.*1 av 2.*Återkontroll 2.*Besöket blev inte av\./);
    expect(page.querySelector('app-recheck-chain a')?.getAttribute('href')).toBe('/uppfoljningar/r1/krav');
  });

  it('withdraws with a reason, on the version that was read', async () => {
    await open();
    await press('Återkalla kravet');
    expect(TestBed.inject(Confirm).open()?.question.reason?.required).toBe(true);
    await answerWith('Byggde på fel uppgift.');
    const sent = server.expectOne('/api/actions/k15/withdraw');
    expect(sent.request.body).toEqual({ version: 4, reason: 'Byggde på fel uppgift.' });
  });

  it('lets a requirement lapse without a comment, and nothing happens where one turns back', async () => {
    await open({ contractHasEnded: true, actions: [anActionProgress({ offers: ['lapse'] })] });
    expect(words('.notice.warning')).toContain('Avtalet upphörde');
    await press('Låt kravet falla bort');
    TestBed.inject(Confirm).answer(null);
    await settle();
    server.expectNone('/api/actions/k15/lapse');
    await press('Låt kravet falla bort');
    await answerWith('');
    expect(server.expectOne('/api/actions/k15/lapse').request.body).toEqual({ version: 4 });
  });

  it('asks why a requirement lapses while an option may carry the contract on', async () => {
    await open({ contractMayRunOn: true, actions: [anActionProgress({ offers: ['lapse'] })] });
    expect(words('.notice')).toContain('avtalet kan löpa på en option till');
    await press('Låt kravet falla bort');
    expect(TestBed.inject(Confirm).open()?.question.reason?.required).toBe(true);
    await answerWith('Optionen togs inte.');
    const sent = server.expectOne('/api/actions/k15/lapse');
    expect(sent.request.body).toEqual({ version: 4, reason: 'Optionen togs inte.' });
  });

  it('accepts a requirement as remedied on the provider’s report and a file, and asks for what it rests on', async () => {
    const sentFile = { id: 'file-9', fileName: 'rutin.pdf' } as AttachmentView;
    const upload = jest.spyOn(TestBed.inject(FileUpload), 'send').mockResolvedValue(sentFile);
    await open();
    await press('Godta som åtgärdat');
    expect(page.querySelector('select')?.value).toBe('report-1');
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(words('app-error-summary')).toContain('Skriv vad som visar att kravet är åtgärdat.');
    const area = page.querySelector('textarea')!;
    area.value = 'Alla planer är granskade.';
    area.dispatchEvent(new Event('input'));
    const files = page.querySelector<HTMLInputElement>('input[type="file"]')!;
    Object.defineProperty(files, 'files', { value: [new File(['x'], 'rutin.pdf')] });
    files.dispatchEvent(new Event('change'));
    await settle();
    expect(upload.mock.calls[0]?.[0]).toEqual({ followUpId: 'u1', evidenceId: null, door: 'proofs' });
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const sent = server.expectOne('/api/actions/k15/verify');
    expect(sent.request.body).toEqual({
      ...{ version: 4, attachmentIds: ['file-9'], reportId: 'report-1', note: 'Alla planer är granskade.' },
    });
  });

  it('asks for a file where the provider has reported nothing', async () => {
    await open({ actions: [anActionProgress({ reports: [] })] });
    await press('Godta som åtgärdat');
    const area = page.querySelector('textarea')!;
    area.value = 'Sett vid besök.';
    area.dispatchEvent(new Event('input'));
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(words('app-error-summary')).toContain('Lägg till en fil');
    server.expectNone('/api/actions/k15/verify');
  });

  it('leads what remains to the next step of the contract’s ladder (R14)', async () => {
    await open({ actions: [anActionProgress({ state: 'remains', offers: [] })] });
    expect(page.querySelector('.buttons a')?.getAttribute('href')).toBe('/uppfoljningar/u1/pafoljder?krav=k15');
  });

  it('proposes no step where the contract has no ladder', async () => {
    await open({ hasLadder: false, actions: [anActionProgress({ state: 'remains', offers: [] })] });
    expect(page.querySelector('.buttons')).toBeNull();
  });

  it('offers nothing to one who may do nothing, and says when there is nothing', async () => {
    await open({ actions: [anActionProgress({ offers: [] })] });
    expect(page.querySelector('.buttons')).toBeNull();
  });

  it('says so where nothing has to be remedied', async () => {
    await open({ actions: [], rechecks: [] });
    expect(words('app-empty-state')).toContain('Inga krav eller rekommendationer');
  });
});
