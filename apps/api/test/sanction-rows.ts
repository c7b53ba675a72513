import { v7 as uuidv7 } from 'uuid';
import { answered, type AssessedFixture } from './follow-up-factory.js';
import type { TestApp } from './test-app.js';

/** A warning in the case, decided and not sent: severe, since the requirement still has time. */
export async function decideSanction({
  id,
  officer,
  manager,
  contractId,
  requirementId,
}: AssessedFixture): Promise<string> {
  const warning = { kind: 'warning', label: 'Varning', terms: '', amountRule: '', clauseNumber: null };
  const ladder = { version: 1, steps: [warning] };
  answered(await officer.put(`/api/contracts/${contractId}/sanction-ladder`, ladder), 200);
  const { ladderVersion, steps } = (await manager.get(`/api/follow-ups/${id}/sanctions`)).json<{
    ladderVersion: number;
    steps: { id: string }[];
  }>();
  const decision = {
    ...{ ladderVersion, stepId: steps[0]?.id, actionIds: [requirementId], grounds: 'Rutin saknas.', severe: true },
    ...{ severeReason: 'Fara för brukarna.', amount: null, amountBasis: '' },
  };
  return answered(await manager.post(`/api/follow-ups/${id}/sanctions`, decision), 201).json<{ id: string }>().id;
}

/** A file beside a dispute of the sanction, with an attachment's bytes; put in as the owner, and the sanction stays as it is. */
export async function disputeFile(t: TestApp, sanctionId: string, attachmentId: string): Promise<string> {
  const id = uuidv7();
  await t.asOwner(
    `insert into sanction_dispute (municipality_id, id, sanction_id, provider_id, text, disputed_by, disputed_at)
     select s.municipality_id, gen_random_uuid(), s.id, f.provider_id, 'Rutinen finns.', s.decided_by, now()
     from sanction s join follow_up f on f.id = s.follow_up_id where s.id = $1`,
    [sanctionId],
  );
  await t.asOwner(
    `insert into sanction_file (municipality_id, id, sanction_id, provider_id, file_name, media_type, size, sha256,
       uploaded_by)
     select d.municipality_id, $1, d.sanction_id, d.provider_id, a.file_name, a.media_type, a.size, a.sha256, d.disputed_by
     from sanction_dispute d, attachment a where d.sanction_id = $2 and a.id = $3`,
    [id, sanctionId, attachmentId],
  );
  return id;
}
