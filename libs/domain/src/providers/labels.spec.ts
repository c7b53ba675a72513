import { describe, expect, it } from '@jest/globals';
import { PROVIDER_FORM_LABELS, SERVICE_TYPE_LABELS } from './labels.js';
import { PROVIDER_FORMS, SERVICE_TYPES } from './provider.js';

describe('The words for providers', () => {
  it('tell every legal form and every service apart', () => {
    expect(new Set(PROVIDER_FORMS.map((form) => PROVIDER_FORM_LABELS[form])).size).toBe(PROVIDER_FORMS.length);
    expect(new Set(SERVICE_TYPES.map((service) => SERVICE_TYPE_LABELS[service])).size).toBe(SERVICE_TYPES.length);
  });
});
