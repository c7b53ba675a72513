import type { MinutesData } from '@insyn/report';

/** What minutes of a short meeting hold: invented municipality, provider and persons. */
export function sampleMinutes(): MinutesData {
  return {
    municipality: 'Lunda kommun',
    committee: 'Socialnämnden',
    letterhead: '',
    caseNumber: 'SON/2026/0476/739',
    title: 'Uppföljningsmöte',
    provider: 'Björkens assistans AB',
    unit: 'Björken Lunda',
    heldOn: '2026-11-20',
    startsAt: null,
    endsAt: null,
    form: 'Digitalt',
    place: '',
    drawnUpBy: { name: 'Maja Sandell', title: 'Verksamhetsutvecklare' },
    drawnUpOn: '2026-11-23',
    participants: [],
    text: '',
    agenda: [{ text: 'Bemanning', notes: [] }],
    otherNotes: [],
  };
}
