import type { DemoCase } from '../demo-case.js';

/** A case as it was when everything had been assessed: nothing proposed, sent or decided. */
export function asAssessed(demoCase: DemoCase): DemoCase {
  return { ...demoCase, stage: 'assessing', publication: null, judgement: null, returnComments: [] };
}
