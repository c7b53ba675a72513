import { describe, expect, it } from '@jest/globals';
import { agendaOf } from './agenda.js';

const plan = { id: 'c15', number: '15', heading: 'Genomförandeplaner' };
const complaints = { id: 'c23', number: '4.10', heading: '' };
const nothing = { unassessedClauses: [], questionsReturned: [], missingEvidenceClauses: [], openRequirements: [] };

describe('The agenda of a meeting', () => {
  it('proposes what is open in the follow-up, each with its place', () => {
    const agenda = agendaOf({
      unassessedClauses: [plan, complaints],
      questionsReturned: [{ id: 'q1', number: '3.2', text: 'Hur många har en\naktuell plan?' }],
      missingEvidenceClauses: [plan],
      openRequirements: [
        { id: 'a1', text: 'Uppdatera planerna', dueDate: '2027-02-20' },
        { id: 'a2', text: 'Inför en rutin', dueDate: null },
      ],
    });
    expect(agenda).toEqual([
      { text: 'Fråga 3.2: Hur många har en aktuell plan?', place: { kind: 'question', id: 'q1' } },
      { text: '§ 15 Genomförandeplaner: underlag', place: { kind: 'clause', id: 'c15' } },
      { text: 'Punkt 4.10', place: { kind: 'clause', id: 'c23' } },
      { text: 'Krav: Uppdatera planerna (senast 20 februari 2027)', place: { kind: 'action', id: 'a1' } },
      { text: 'Krav: Inför en rutin', place: { kind: 'action', id: 'a2' } },
    ]);
  });

  it('says nothing of how far the assessment has come (R8, R21)', () => {
    const texts = agendaOf({ ...nothing, unassessedClauses: [plan, complaints] }).map(({ text }) => text);
    expect(texts.join(' ')).not.toMatch(/bedöm/iu);
  });

  it('is empty when nothing is open', () => {
    expect(agendaOf(nothing)).toEqual([]);
  });
});
