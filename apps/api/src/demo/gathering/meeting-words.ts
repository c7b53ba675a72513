import type { InterviewForm, RespondentGroup } from '@insyn/domain';

/** What a meeting goes through; the clause by its number in the contracts of the demonstration. */
export const AGENDA = [
  { text: 'Kompetensutveckling: vad har gjorts under året?', clause: '14' },
  { text: 'Aktuella genomförandeplaner och deras uppföljning', clause: '15' },
  { text: 'Social dokumentation: hur kontrolleras den?', clause: '18' },
  { text: 'Synpunkter, avvikelser och vad de har lett till', clause: '' },
];

/** What was written during the meeting: under which item of the agenda, and whether by the colleague. */
export const NOTES = [
  { item: 0, byColleague: false, text: 'Två utbildningsdagar under året. De timanställda har inte varit med.' },
  { item: 0, byColleague: true, text: 'Ledningen vill erbjuda webbutbildning åt timanställda från nästa kvartal.' },
  {
    item: 1,
    byColleague: false,
    text: '60 av 64 planer är aktuella enligt utföraren. De fyra övriga gäller kunder som är nya de senaste veckorna.',
  },
  { item: 1, byColleague: true, text: 'Vi läser ett urval av planerna vid besöket.' },
  {
    item: 2,
    byColleague: true,
    text: 'Gruppcheferna läser dokumentationen varje månad och tar upp det som saknas på arbetsplatsträffen.',
  },
  {
    item: 3,
    byColleague: false,
    text: 'Elva synpunkter, de flesta om tider för besök. Planeringen lägger nu in marginal mellan besöken.',
  },
  {
    item: 3,
    byColleague: true,
    text: 'Fyra uteblivna besök samma dag, då planeringssystemet låg nere. Reservrutin på papper finns nu i bilarna.',
  },
];

export const OBSERVATION = {
  title: 'Besök vid morgonens planering',
  place: 'Gruppens lokal',
  situation: 'Överlämning och planering före första turen, en vardag',
  minutes: 75,
  text: 'Överlämningen var kort och saklig. Nycklar kvitterades ut mot lista. Två turer fick planeras om, och kunderna ringdes upp.',
};

/** Interviews with groups. No names, ever. */
export const INTERVIEWS: {
  title: string;
  respondents: RespondentGroup;
  persons: number;
  form: InterviewForm;
  text: string;
}[] = [
  {
    title: 'Samtal med medarbetare',
    respondents: 'staff',
    persons: 5,
    form: 'on-site',
    text: 'Alla känner till var rutinerna finns och hur en avvikelse rapporteras. Flera vill ha mer tid för dokumentation.',
  },
  {
    title: 'Samtal med kunder',
    respondents: 'customer',
    persons: 4,
    form: 'phone',
    text: 'De flesta vet vem som är deras fasta omsorgskontakt. Två säger att tiden ändras utan att någon hör av sig.',
  },
];
