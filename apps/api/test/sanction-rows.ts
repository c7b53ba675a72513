import { answered, type AssessedFixture } from './follow-up-factory.js';

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
