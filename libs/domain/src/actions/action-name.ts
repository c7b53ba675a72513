import type { ActionKind } from './action.js';
import { ACTION_KIND_LABELS } from './labels.js';

/** How a sentence names an action, by its first words: "Kravet ”Uppdatera planerna”". */
export function actionName(action: { kind: ActionKind; text: string }): string {
  const words = action.text.trim().split(/\s+/);
  const text = words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : words.join(' ');
  const noun = action.kind === 'requirement' ? 'Kravet' : `${ACTION_KIND_LABELS[action.kind]}en`;
  return text === '' ? `${noun} utan text` : `${noun} ”${text}”`;
}
