import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { FollowUpView } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { EvidenceTab } from './evidence-tab.js';

const CASE = '/api/follow-ups/u1';

// The whole page is compiled in the first of these, which takes its time on a busy machine.
jest.setTimeout(20_000);

describe('the forms of the evidence', () => {
  let fixture: ComponentFixture<EvidenceTab>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
        OpenFollowUp,
      ],
    });
    server = TestBed.inject(HttpTestingController);
    TestBed.inject(OpenFollowUp).id.set('u1');
    TestBed.tick();
    server.expectOne(CASE).flush(aFollowUpView());
    await new Promise((resolve) => setTimeout(resolve));
  });

  async function open(view?: Partial<FollowUpView>): Promise<void> {
    if (view) TestBed.inject(OpenFollowUp).show(aFollowUpView(view));
    fixture = TestBed.createComponent(EvidenceTab);
    page = fixture.nativeElement;
    await settle();
  }
  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function press(word: string): Promise<void> {
    const button = [...page.querySelectorAll('button')].find(
      (each) => each.textContent?.replace(/\s+/g, ' ').trim() === word,
    );
    if (!button) throw new Error(`No button says ${word}.`);
    button.click();
    await settle();
  }
  const title = () => page.querySelector<HTMLInputElement>('.beside form input:not([type])');
  async function write(text: string): Promise<void> {
    title()!.value = text;
    title()!.dispatchEvent(new Event('input'));
    await settle();
  }

  it.each([
    ['Lägg till möte', 'Nytt möte'],
    ['Lägg till granskning', 'Ny granskning av akter'],
    ['Lägg till observation', 'Ny observation'],
    ['Lägg till intervju', 'Ny intervju'],
    ['Lägg till annat underlag', 'Nytt underlag'],
    ['Ändra Möte med verksamhetschefen', 'Ändra mötet'],
    ['Ändra Granskning av planer', 'Ändra underlaget'],
  ])('%s: are open again with their words after a reload, until they are given up', async (button, heading) => {
    await open();
    if (button.startsWith('Ändra')) fixture.componentRef.setInput('underlag', button.includes('planer') ? 'e1' : 'e2');
    await settle();
    await press(button);
    await write('Halvskrivet');
    fixture.destroy();
    await open();
    expect(page.querySelector('.beside form h2')?.textContent).toBe(heading);
    expect(title()?.value).toBe('Halvskrivet');
    await press('Avbryt');
    expect(page.querySelector('.beside form')).toBeNull();
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  it('stay closed once the content is frozen, whatever is kept (R11)', async () => {
    await open();
    await press('Lägg till möte');
    await write('Halvskrivet');
    fixture.destroy();
    await open({ editable: false, state: 'deciding' });
    expect(page.querySelector('.beside form')).toBeNull();
  });

  it('send a meeting with those who took part, and are closed when it has arrived', async () => {
    await open();
    await press('Ändra Möte med verksamhetschefen');
    await write('Möte om planerna');
    page.querySelector('.beside form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const sent = server.expectOne('/api/meetings/e2');
    expect(sent.request.body).toMatchObject({
      title: 'Möte om planerna',
      heldOn: '2026-11-20',
      participants: [{ name: 'Maja Sandell' }, { name: 'Elin Berg' }],
      version: 1,
    });
    sent.flush({ id: 'e2', version: 2 });
    await settle();
    expect(page.querySelector('.beside form')).toBeNull();
    expect(Object.keys(sessionStorage)).toEqual([]);
  });
});
