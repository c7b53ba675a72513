import { PDF, sendFile } from './multipart.js';
import type { PortalRows } from './portal-rows.js';
import { SPEC_ITEM } from './plan-factory.js';
import type { ProviderPerson } from './request-factory.js';
import type { Answer } from './test-app.js';

const version = 1;
const yes = { kind: 'yes-no', yes: true };

/** Every route of the portal with an id in its path or body, asked about one's rows by whoever; a new one needs a row here. */
export const PORTAL_REQUESTS: Readonly<Record<string, (by: ProviderPerson, rows: PortalRows) => Promise<Answer>>> = {
  'DELETE /api/portal/action-plan-files/:id': (by, { planFile }) =>
    by.browser.delete(`/api/portal/action-plan-files/${planFile}`),
  'GET /api/portal/action-plan-files/:id': (by, { planFile }) =>
    by.browser.get(`/api/portal/action-plan-files/${planFile}`),
  'GET /api/portal/action-plans/:id': (by, { plan }) => by.browser.get(`/api/portal/action-plans/${plan}`),
  'POST /api/portal/action-plans/:id/files': (by, { plan, requirement: actionId }) =>
    sendFile(by.browser, `/api/portal/action-plans/${plan}/files`, {
      ...{ name: 'a.pdf', bytes: PDF, fields: { actionId } },
    }),
  'POST /api/portal/action-plans/:id/read': (by, { plan }) => by.browser.post(`/api/portal/action-plans/${plan}/read`),
  'POST /api/portal/action-plans/:id/reports': (by, { plan, requirement: actionId }) =>
    by.browser.post(`/api/portal/action-plans/${plan}/reports`, {
      actionId,
      text: 'Klart.',
      effect: null,
      fileIds: [],
    }),
  'POST /api/portal/action-plans/:id/submit': (by, { plan }) =>
    by.browser.post(`/api/portal/action-plans/${plan}/submit`),
  'PUT /api/portal/action-plans/:id/items/:actionId': (by, { plan, requirement }) =>
    by.browser.put(`/api/portal/action-plans/${plan}/items/${requirement}`, { version: null, ...SPEC_ITEM }),
  'DELETE /api/portal/answer-files/:id': (by, { file }) => by.browser.delete(`/api/portal/answer-files/${file}`),
  'DELETE /api/portal/fact-check-files/:id': (by, { factCheckFile }) =>
    by.browser.delete(`/api/portal/fact-check-files/${factCheckFile}`),
  'DELETE /api/portal/fact-checks/:id/remarks/:remarkId': (by, { factCheck, remark }) =>
    by.browser.delete(`/api/portal/fact-checks/${factCheck}/remarks/${remark}`),
  'DELETE /api/portal/invitations/:id': (by, { invitation }) =>
    by.browser.delete(`/api/portal/invitations/${invitation}`),
  'DELETE /api/portal/people/:accountId': (by, { colleague }) =>
    by.browser.delete(`/api/portal/people/${colleague.accountId}?providerId=${colleague.providerId}`),
  'DELETE /api/portal/sanction-files/:id': (by, { sanctionFile }) =>
    by.browser.delete(`/api/portal/sanction-files/${sanctionFile}`),
  'GET /api/portal/answer-files/:id': (by, { file }) => by.browser.get(`/api/portal/answer-files/${file}`),
  'GET /api/portal/documents/:id': (by, { document }) => by.browser.get(`/api/portal/documents/${document}`),
  'GET /api/portal/fact-check-files/:id': (by, { factCheckFile }) =>
    by.browser.get(`/api/portal/fact-check-files/${factCheckFile}`),
  'GET /api/portal/fact-checks/:id': (by, { factCheck }) => by.browser.get(`/api/portal/fact-checks/${factCheck}`),
  'GET /api/portal/people': (by, { colleague }) =>
    by.browser.get(`/api/portal/people?providerId=${colleague.providerId}`),
  'GET /api/portal/requests/:id': (by, { request }) => by.browser.get(`/api/portal/requests/${request.id}`),
  'GET /api/portal/requests/:id/template': (by, { request }) =>
    by.browser.get(`/api/portal/requests/${request.id}/template?format=csv`),
  'GET /api/portal/sanction-files/:id': (by, { sanctionFile }) =>
    by.browser.get(`/api/portal/sanction-files/${sanctionFile}`),
  'GET /api/portal/sanctions/:id': (by, { sanction }) => by.browser.get(`/api/portal/sanctions/${sanction}`),
  'GET /api/portal/tasks/:id/deadline-letters': (by, { plan }) =>
    by.browser.get(`/api/portal/tasks/${plan}/deadline-letters`),
  'POST /api/portal/fact-checks/:id/files': (by, { factCheck, remark }) =>
    sendFile(by.browser, `/api/portal/fact-checks/${factCheck}/files`, {
      ...{ name: 'a.pdf', bytes: PDF, fields: { remarkId: remark } },
    }),
  'POST /api/portal/fact-checks/:id/read': (by, { factCheck }) =>
    by.browser.post(`/api/portal/fact-checks/${factCheck}/read`),
  'POST /api/portal/fact-checks/:id/submit': (by, { factCheck }) =>
    by.browser.post(`/api/portal/fact-checks/${factCheck}/submit`, { noRemarks: false }),
  'POST /api/portal/invitations': (by, { request: { id: taskId, providerId } }) =>
    by.browser.post('/api/portal/invitations', { providerId, taskId, email: 'x@y.example', name: 'X' }),
  'POST /api/portal/lex-sarah': (by, { request }) =>
    by.browser.post('/api/portal/lex-sarah', {
      ...{ requestId: request.id, receivedOn: '2026-11-20', title: 'Rapport', text: 'Det som hände.' },
    }),
  'POST /api/portal/people/:accountId/primary': (by, { colleague }) =>
    by.browser.post(`/api/portal/people/${colleague.accountId}/primary`, { providerId: colleague.providerId }),
  'POST /api/portal/requests/:id/extensions': (by, { request }) =>
    by.browser.post(`/api/portal/requests/${request.id}/extensions`, { wantedDue: '2026-12-14', reason: 'Sjukdom.' }),
  'POST /api/portal/requests/:id/files': (by, { request }) =>
    sendFile(by.browser, `/api/portal/requests/${request.id}/files`, {
      ...{ name: 'a.pdf', bytes: PDF, fields: { questionId: 'policy' } },
    }),
  'POST /api/portal/requests/:id/import': (by, { request }) =>
    sendFile(by.browser, `/api/portal/requests/${request.id}/import`, { name: 'a.csv', bytes: 'Nummer;Fråga\n' }),
  'POST /api/portal/requests/:id/read': (by, { request }) => by.browser.post(`/api/portal/requests/${request.id}/read`),
  'POST /api/portal/requests/:id/submit': (by, { request }) =>
    by.browser.post(`/api/portal/requests/${request.id}/submit`, { version }),
  'PUT /api/portal/fact-checks/:id/remarks/:remarkId': (by, { factCheck, remark }) =>
    by.browser.put(`/api/portal/fact-checks/${factCheck}/remarks/${remark}`, {
      ...{ version, place: { kind: 'section', id: 'background' }, text: 'Stulen.' },
    }),
  'POST /api/portal/sanctions/:id/files': (by, { sanction }) =>
    sendFile(by.browser, `/api/portal/sanctions/${sanction}/files`, { name: 'a.pdf', bytes: PDF }),
  'POST /api/portal/sanctions/:id/dispute': (by, { sanction }) =>
    by.browser.post(`/api/portal/sanctions/${sanction}/dispute`, { text: 'Rutinen finns.' }),
  'POST /api/portal/sanctions/:id/read': (by, { sanction }) =>
    by.browser.post(`/api/portal/sanctions/${sanction}/read`),
  'PUT /api/portal/requests/:id/answers/:questionId': (by, { request }) =>
    by.browser.put(`/api/portal/requests/${request.id}/answers/routines`, { version, value: yes, comment: 'Ny.' }),
};
/** Routes without an id of anybody's. */
export const WITHOUT_IDS = ['GET /api/portal/session', 'GET /api/portal/tasks'];
