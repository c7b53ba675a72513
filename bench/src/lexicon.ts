import { seededRandom, type SeededRandom } from '@insyn/domain';

const FREQUENT =
  `och i att det som en på är av för med till den har de inte om ett men var sig så vid från när eller kan
ska finns enheten personalen brukare rutin utföraren inom under enligt avtalet vård omsorg insatser ledning dokumentation
genomförandeplan uppföljning brister chefen saknas säkerställer samverkan kvalitet stöd kontakt varje dag natt helg
bemanning introduktion utbildning avvikelser analyseras åtgärder följs upp journal hälsa måltider aktiviteter trygghet
delaktighet inflytande anhöriga språk hygien läkemedel delegering kommunen nämnden verksamheten beskriver arbetssätt`
    .split(/\s+/)
    .filter((word) => word !== '');

const FIRST = `vård omsorgs boende personal brukar hygien läkemedels avvikelse kvalitets miljö natt dag helg hem social
brand smitt språk kompetens schema ledar ansvars journal plan samverkans anhörig måltids aktivitets trygghets hälso`
  .split(/\s+/)
  .filter((word) => word !== '');

const LAST = `rutin plan ansvar arbete samtal grupp möte stöd tillsyn kontroll dokument analys risk rapport utbildning
lista bedömning insats kontakt mål system uppgift behov besök krav process struktur strategi metod frågor`
  .split(/\s+/)
  .filter((word) => word !== '');

/** Words by how common they are: the small ones of any text first, compounds after them, as Swedish makes them. */
const WORDS: readonly string[] = [...FREQUENT, ...FIRST.flatMap((first) => LAST.map((last) => first + last))];

/** Repeatable choices and Swedish-looking text: the word of rank r comes about as often as 1/r (Zipf). */
export class Lexicon {
  readonly #random: SeededRandom;

  public constructor(seed: string) {
    this.#random = seededRandom(seed);
  }

  /** A whole number from 0 up to, not including, the limit. */
  public below(limit: number): number {
    return this.#random.below(limit);
  }

  public pick<T>(list: readonly T[]): T {
    const item = list[this.#random.below(list.length)];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  }

  public words(count: number): string {
    return Array.from({ length: count }, () => this.#word()).join(' ');
  }

  /** Sentences of 6–17 words, until there are so many words or a few more. */
  public text(wordCount: number): string {
    const sentences: string[] = [];
    for (let left = wordCount; left > 0;) {
      const length = 6 + this.#random.below(12);
      const sentence = this.words(length);
      sentences.push(sentence.charAt(0).toUpperCase() + sentence.slice(1) + '.');
      left -= length;
    }
    return sentences.join(' ');
  }

  /** Hexadecimal digits, for ids that are the same for the same seed. */
  public hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += this.#random.below(0x1000000).toString(16).padStart(6, '0');
    return text.slice(0, digits);
  }

  #word(): string {
    const rank = Math.floor((WORDS.length + 1) ** (this.#random.below(1_000_000) / 1_000_000)) - 1;
    return WORDS[rank] ?? '';
  }
}
