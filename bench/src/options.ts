import { parseArgs } from 'node:util';

/** What a run measures and for how long. */
export interface Options {
  readonly followUps: number;
  /** Length of one measured round; each server has three for every kind of request. */
  readonly seconds: number;
  readonly connections: number;
  readonly seed: string;
  /** The whole run is broken off after so many seconds. */
  readonly limitSeconds: number;
  /** End with code 1 where a goal is missed. */
  readonly assert: boolean;
}

const USAGE = `npm run bench -- [options]
  --follow-ups N    follow-ups to make (5000; 1–200000)
  --seconds S       length of one round (3; 1–120); three rounds for each server and kind of request
  --connections C   connections of the load (16; 1–256)
  --seed TEXT       what the data is made from (insyn)
  --limit SECONDS   when the whole run is broken off (300, 20 more per 1000 follow-ups and
                    30 more per second of a round)
  --assert          end with code 1 where a goal is missed`;

/** Reads the command line. `--help` and a value that cannot be used end the process with the usage. */
export function readOptions(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        'follow-ups': { type: 'string', default: '5000' },
        seconds: { type: 'string', default: '3' },
        connections: { type: 'string', default: '16' },
        seed: { type: 'string', default: 'insyn' },
        limit: { type: 'string' },
        assert: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) throw new Error('');
    const followUps = wholeNumber('--follow-ups', values['follow-ups'], 200_000);
    const seconds = wholeNumber('--seconds', values.seconds, 120);
    return {
      followUps,
      seconds,
      connections: wholeNumber('--connections', values.connections, 256),
      seed: values.seed,
      limitSeconds:
        values.limit === undefined
          ? 300 + Math.ceil(followUps / 50) + seconds * 30
          : wholeNumber('--limit', values.limit, 86_400),
      assert: values.assert,
    };
  } catch (error) {
    const { message } = error as Error;
    process.stderr.write((message === '' ? '' : message + '\n\n') + USAGE + '\n');
    process.exit(message === '' ? 0 : 2);
  }
}

function wholeNumber(name: string, text: string, max: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= max) return value;
  throw new Error(`${name} must be a whole number 1–${max}, not "${text}".`);
}
