import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFactCheck } from '../../test/fact-check-factory.js';
import { answered } from '../../test/follow-up-factory.js';
import { aPlan } from '../../test/plan-factory.js';
import { aProviderPerson, aRequest, type ProviderPerson, type RequestFixture } from '../../test/request-factory.js';
import { aSanctionCase } from '../../test/sanction-factory.js';
import { linkToken } from '../../test/sent-mail.js';
import { testApp, type TestApp } from '../../test/test-app.js';

const INVITATIONS = '/api/portal/invitations';

describe('The people of a provider', () => {
  let t: TestApp;
  let request: RequestFixture;
  let primary: ProviderPerson;
  beforeAll(async () => {
    t = await testApp();
    request = await aRequest(t).sent();
    primary = request.person;
  });
  afterAll(() => t.close());

  const colleagueNamed = (name: string) => aProviderPerson(t, request.providerId, { name });
  const invite = (email: string, name = 'Siv Bergman', by = primary) =>
    by.browser.post(INVITATIONS, { providerId: request.providerId, taskId: request.id, email, name });
  const peopleUrl = `/api/portal/people`;
  const remove = (by: ProviderPerson, accountId: string, providerId = request.providerId) =>
    by.browser.delete(`${peopleUrl}/${accountId}?providerId=${providerId}`);
  const invitationTo = async (address: string) => {
    const [mail] = await t.asOwner<{ id: string; text: string; subject: string; providerId: string }>(
      `select id, text, subject, provider_id as "providerId" from mail where to_address = $1 order by id desc limit 1`,
      [address],
    );
    if (mail === undefined) throw new Error(`Nobody invited ${address}.`);
    return { ...mail, token: await linkToken(t, t.m1.id, mail.id) };
  };

  it('see each other, who is the primary contact, and which invitations wait', async () => {
    const colleague = await colleagueNamed('Bo Ek');
    await invite('vantar@utforare.example');
    const seen = (await colleague.browser.get(peopleUrl)).json();
    expect(seen).toMatchObject({
      ...{ provider: { id: request.providerId }, mayAdminister: false },
      people: [
        { accountId: primary.accountId, primary: true, me: false, email: primary.email },
        { name: 'Bo Ek', primary: false, me: true },
      ],
      invitations: [{ email: 'vantar@utforare.example', name: 'Siv Bergman' }],
    });
    expect((await primary.browser.get(`${peopleUrl}?providerId=${request.providerId}`)).json()).toMatchObject({
      mayAdminister: true,
    });
  });

  it('invite a colleague by mail, in the name of the one who invites; the link works once', async () => {
    const colleague = await colleagueNamed('Cia Ek');
    expect((await invite('Ny@Utforare.example ', 'Nils Ny', colleague)).statusCode).toBe(201);
    const mail = await invitationTo('ny@utforare.example');
    expect(mail).toMatchObject({ providerId: request.providerId, subject: expect.stringContaining('Inbjudan') });
    expect(mail.text).toContain('Cia Ek bjuder in dig');
    expect(mail.text).toContain('{link}');
    const payload = { token: mail.token, name: 'Nils Ny', password: 'ett nytt långt lösenord' };
    const accepted = await t.request({ method: 'POST', url: '/api/portal/invitations/accept', payload });
    expect(accepted.json()).toMatchObject({ account: { name: 'Nils Ny' } });
    expect((await invite('ny@utforare.example')).json()).toMatchObject({ status: 409, code: 'already-member' });
  });

  it('invite to a fact check, an action plan or a sanction alike, in the case that it belongs to', async () => {
    const [checked, planned, decided] = [await aFactCheck(t).sent(), await aPlan(t).demanded(), await aSanctionCase(t)];
    const sanctionId = await decided.send('warning');
    const tasks = [
      { id: checked.id, person: checked.person, says: /kontrollera fakta i ett utkast till rapport/ },
      { id: planned.id, person: planned.person, says: /har begärt en åtgärdsplan: .* Planen ska vara inlämnad senast/ },
      { id: sanctionId, person: decided.person, says: /har skickat ett beslut som ni kan svara på\. Svaret/ },
    ];
    for (const { id: taskId, person, says } of tasks) {
      const email = `${taskId}@utforare.example`;
      const body = { providerId: person.providerId, taskId, email, name: 'Siv Bergman' };
      const { id } = answered(await person.browser.post(INVITATIONS, body), 201).json<{ id: string }>();
      expect((await invitationTo(email))?.text).toMatch(says);
      const [row] = await t.asOwner<{ requestId: string | null; caseOf: string }>(
        `select i.request_id as "requestId", (
           select e.follow_up_id from event e where e.subject_id = i.id and e.kind = 'provider-invitation.sent') as "caseOf"
         from provider_invitation i where i.id = $1`,
        [id],
      );
      expect(row).toEqual({ requestId: null, caseOf: expect.any(String) });
    }
  }, 120_000);

  it('invite from the people page too: it belongs to what the provider was asked for last', async () => {
    const { person, followUp } = await aPlan(t).demanded();
    const body = { providerId: person.providerId, email: 'sidan@utforare.example', name: 'Siv Bergman' };
    const { id } = answered(await person.browser.post(INVITATIONS, body), 201).json<{ id: string }>();
    const found = await t.asOwner('select follow_up_id from event where subject_id = $1', [id]);
    expect(found).toEqual([{ follow_up_id: followUp.id }]);
    // A task of another provider's is no task, also for one who is somebody else's person.
    const foreign = { ...body, taskId: request.id, email: 'stulen@utforare.example' };
    expect((await person.browser.post(INVITATIONS, foreign)).statusCode).toBe(404);
    expect((await person.browser.post(INVITATIONS, { ...foreign, providerId: request.providerId })).statusCode).toBe(
      404,
    );
  });

  it('cannot send mail without end', async () => {
    const other = await aRequest(t).sent();
    const { providerId } = other;
    const send = (count: number) =>
      other.person.browser.post(INVITATIONS, { providerId, email: `p${count}@x.example`, name: 'P' });
    for (let count = 0; count < 20; count += 1) expect((await send(count)).statusCode).toBe(201);
    expect((await send(21)).json()).toMatchObject({ status: 409, code: 'too-many-invitations' });
    const wrong = { providerId, email: 'inte en adress', name: 'P' };
    expect((await other.person.browser.post(INVITATIONS, wrong)).statusCode).toBe(400);
  });

  it('take an invitation back; its link is over then, and a used one stays', async () => {
    const { id } = (await invite('tillbaka@utforare.example')).json<{ id: string }>();
    const mail = await invitationTo('tillbaka@utforare.example');
    expect((await primary.browser.delete(`/api/portal/invitations/${id}`)).statusCode).toBe(204);
    expect((await primary.browser.delete(`/api/portal/invitations/${id}`)).statusCode).toBe(204);
    const payload = { token: mail.token };
    const seen = await t.request({ method: 'POST', url: '/api/portal/invitations/look-up', payload });
    expect(seen.json()).toMatchObject({ status: 410, code: 'invitation-over' });
    const used = (await invite('anvand@utforare.example')).json<{ id: string }>();
    await t.asOwner('update provider_invitation set used_at = now() where id = $1', [used.id]);
    expect((await primary.browser.delete(`/api/portal/invitations/${used.id}`)).json()).toMatchObject({ status: 409 });
  });

  it('are taken away by the primary contact only, never by oneself; the session ends at once', async () => {
    const [staying, leaving] = [await colleagueNamed('Disa Ek'), await colleagueNamed('Egon Ek')];
    expect((await remove(staying, leaving.accountId)).statusCode).toBe(403);
    expect((await remove(primary, primary.accountId)).json()).toMatchObject({ status: 409, code: 'own-membership' });
    expect((await remove(primary, leaving.accountId)).statusCode).toBe(204);
    expect((await leaving.browser.get('/api/portal/tasks')).statusCode).toBe(401);
    expect((await remove(primary, leaving.accountId)).statusCode).toBe(404);
    const [event] = await t.asOwner<{ summary: string }>(
      `select v.content ->> 'summary' as summary from event e join event_value v on v.event_id = e.id
       where e.kind = 'provider-person.removed' and e.subject_id = $1 and e.municipality_id = $2`,
      [leaving.accountId, t.m1.id],
    );
    expect(event?.summary).toBe('Tog bort en person som svarade för utföraren');
    expect((await staying.browser.get('/api/portal/tasks')).statusCode).toBe(200);
  });

  it('keep the name of one who has left in what was handed in, and say the provider’s on the answers', async () => {
    const other = await aRequest(t).answered();
    const heir = await aProviderPerson(t, other.providerId, { name: 'Frida Ek' });
    const url = `${peopleUrl}/${heir.accountId}/primary`;
    expect((await other.person.browser.post(url, { providerId: other.providerId })).statusCode).toBe(200);
    expect((await remove(heir, other.person.accountId, other.providerId)).statusCode).toBe(204);
    const view = await other.view(heir.browser);
    expect(view.submissions[0]?.submittedBy).toBe('Tove Granlund');
    expect(view.answers[0]?.changedBy).toBe(view.provider.name);
  });

  it('have one primary contact, who may hand over', async () => {
    const other = await aRequest(t).sent();
    const [first, heir] = [other.person, await aProviderPerson(t, other.providerId, { name: 'Gun Ek' })];
    const handOver = (by: ProviderPerson, to: string) =>
      by.browser.post(`${peopleUrl}/${to}/primary`, { providerId: other.providerId });
    expect((await handOver(heir, heir.accountId)).statusCode).toBe(403);
    expect((await handOver(first, primary.accountId)).statusCode).toBe(404);
    expect((await handOver(first, heir.accountId)).statusCode).toBe(200);
    const [after] = [(await heir.browser.get(peopleUrl)).json<{ people: { name: string; primary: boolean }[] }>()];
    expect(after.people.map(({ name, primary: is }) => [name, is])).toEqual([
      ['Gun Ek', true],
      ['Tove Granlund', false],
    ]);
    expect((await handOver(first, first.accountId)).statusCode).toBe(403);
  });

  it('of another provider are not there', async () => {
    const other = await aRequest(t).sent();
    expect((await primary.browser.get(`${peopleUrl}?providerId=${other.providerId}`)).statusCode).toBe(404);
    expect((await remove(primary, other.person.accountId)).statusCode).toBe(404);
    expect((await remove(primary, other.person.accountId, other.providerId)).statusCode).toBe(404);
    const url = `${peopleUrl}/${other.person.accountId}/primary`;
    expect((await primary.browser.post(url, { providerId: other.providerId })).statusCode).toBe(404);
  });
});
