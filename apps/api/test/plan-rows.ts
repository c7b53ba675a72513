import { v7 as uuidv7 } from 'uuid';
import type { TestApp } from './test-app.js';

/** The action plan that was demanded at the approval, and the document of one that came on paper; put in as the owner. */
export async function planFile(
  t: TestApp,
  followUpId: string,
  attachment: string,
): Promise<{ actionPlan: string | undefined; planFile: string }> {
  const file = uuidv7();
  await t.asOwner(
    `insert into action_plan_file (municipality_id, id, plan_id, provider_id, file_name, media_type, size,
       sha256, uploaded_by)
     select r.municipality_id, $1, r.id, r.provider_id, a.file_name,
       a.media_type, a.size, a.sha256, r.created_by
     from action_plan r, attachment a where r.follow_up_id = $2 and a.id = $3`,
    [file, followUpId, attachment],
  );
  const [plan] = await t.asOwner<{ id: string }>('select id from action_plan where follow_up_id = $1', [followUpId]);
  return { actionPlan: plan?.id, planFile: file };
}
