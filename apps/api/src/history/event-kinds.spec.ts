import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { historyGroupOf } from '@insyn/domain';

/** What happens outside cases, by noun: it stands in no case's history. */
const OUTSIDE_CASES = [
  ...['clause', 'clauses', 'committee', 'contact', 'contract', 'delegation', 'delegation-report', 'demo'],
  ...['lex-sarah-recipients', 'provider', 'provider-person', 'question-set', 'request-round', 'unit'],
];

const SOURCES = join(process.cwd(), 'apps/api/src');

function sources(): { file: string; text: string }[] {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => ({ file, text: readFileSync(join(SOURCES, file), 'utf8') }));
}

/** The kinds of events that the sources append, as they are written: 'answer.added', 'follow-up.…'. */
function appendedKinds(): { file: string; kind: string }[] {
  return sources().flatMap(({ file, text }) => {
    if (!/appendEvent|recordChange|NewEvent/.test(text)) return [];
    const kinds = [...text.matchAll(/['`]([a-z]+(?:-[a-z]+)*)\.(\$\{[^}]*\}|[a-z][a-z-]*)['`]/g)].map((found) => ({
      ...{ file, kind: `${found[1] ?? ''}.${(found[2] ?? '').replace(/^\$.*/, '…')}` },
    }));
    const nouns = [...text.matchAll(/\bnoun: '([a-z-]+)'/g)].map((found) => ({ file, kind: `${found[1] ?? ''}.…` }));
    return [...kinds, ...nouns];
  });
}

/** Permissions, settings and columns are written like kinds, and are none. */
const isNone = (kind: string) => /^app\.|^r\.|\.(read|write|decide|approve|publish|screen|own)$/.test(kind);

describe('Every event that is appended', () => {
  const appended = appendedKinds().filter(({ kind }) => !isNone(kind));

  it('is found in the sources', () => {
    expect(appended.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['answer.added', 'follow-up.…', 'finding.…', 'deadline.…', 'mail.resent']),
    );
  });

  it('belongs to a group of the history, or stands in no case’s', () => {
    const unknown = appended.filter(({ kind }) => {
      const isOutside = OUTSIDE_CASES.includes(kind.split('.')[0] ?? '');
      return historyGroupOf(kind) === undefined && !isOutside;
    });
    expect(unknown).toEqual([]);
  });
});
