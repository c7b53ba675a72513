import { v7 as uuidv7 } from 'uuid';
import type { TestApp } from './test-app.js';

/** A fact check that has been closed, with a remark and its file; put in as the owner, with the report that was sealed. */
export async function checkFacts(
  t: TestApp,
  { followUpId, report, attachment }: { followUpId: string; report: string; attachment: string },
): Promise<{ factCheck: string; factCheckRemark: string; factCheckFile: string }> {
  const [factCheck, factCheckRemark, factCheckFile] = [uuidv7(), uuidv7(), uuidv7()];
  await t.asOwner(
    `insert into fact_check (municipality_id, id, follow_up_id, provider_id, number, state, content, content_version,
       outcome, sent_on, answered_at, created_by)
     select f.municipality_id, $1, f.id, f.provider_id, 1, 'closed',
       jsonb_build_object('report', r.snapshot, 'provider', 'Omsorg AB', 'message', ''), 1,
       '{"answers": [], "difference": []}', '2026-11-25', now(), f.created_by
     from follow_up f join report r on r.follow_up_id = f.id where f.id = $2 and r.id = $3`,
    [factCheck, followUpId, report],
  );
  await t.asOwner(
    `insert into fact_check_remark (municipality_id, id, fact_check_id, provider_id, place_kind, place_id, text, changed_by)
     select municipality_id, $1, id, provider_id, 'section', 'background', 'Fel.', created_by from fact_check where id = $2`,
    [factCheckRemark, factCheck],
  );
  await t.asOwner(
    `insert into fact_check_file (municipality_id, id, fact_check_id, remark_id, provider_id, file_name, media_type, size,
       sha256, uploaded_by)
     select c.municipality_id, $1, c.id, $2, c.provider_id, a.file_name, a.media_type, a.size, a.sha256, c.created_by
     from fact_check c, attachment a where c.id = $3 and a.id = $4`,
    [factCheckFile, factCheckRemark, factCheck, attachment],
  );
  return { factCheck, factCheckRemark, factCheckFile };
}
