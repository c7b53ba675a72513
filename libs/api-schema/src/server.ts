// What only the server may import: request classes with class-validator, response classes for OpenAPI.
export * from './assessments.requests.js';
export * from './assessments.responses.js';
export * from './contracts.requests.js';
export * from './contracts.responses.js';
export * from './evidence.requests.js';
export * from './evidence.responses.js';
export * from './fields.js';
export * from './follow-ups.requests.js';
export * from './follow-ups.responses.js';
export * from './identity.requests.js';
export * from './identity.responses.js';
export * from './judgements.requests.js';
export * from './providers.requests.js';
export * from './providers.responses.js';
export * from './public-reports.requests.js';
export * from './publications.requests.js';
