import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from './clock.js';
import { InvalidSettings, readSettings } from './settings.js';

describe('The settings', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'insyn-settings-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const production = {
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://insyn_login:x@db/insyn',
    SESSION_SECRET: 'x'.repeat(40),
    PUBLIC_URL: 'https://insyn.example',
    SMTP_URL: 'smtps://insyn:p%40ss@mail.example:465',
    MAIL_FROM: 'insyn@lunda.example',
  };

  it('have defaults for a developer’s machine', () => {
    expect(readSettings({ DATA_DIR: folder })).toMatchObject({
      PORT: 3000,
      PUBLIC_URL: 'http://localhost:3000',
      TRUST_PROXY: false,
      LOG_LEVEL: 'info',
    });
  });

  it('make a secret once and keep it where only its owner can read it', () => {
    const first = readSettings({ DATA_DIR: folder }).SESSION_SECRET;
    expect(first.length).toBeGreaterThanOrEqual(43);
    expect(readSettings({ DATA_DIR: folder }).SESSION_SECRET).toBe(first);
    expect(statSync(join(folder, 'session-secret')).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['a port that is none', { PORT: 'eighty' }, /PORT: /],
    ['a port out of range', { PORT: '70000' }, /PORT: /],
    ['an address without its protocol', { PUBLIC_URL: 'insyn.example' }, /PUBLIC_URL: /],
    ['a database that is not PostgreSQL', { DATABASE_URL: 'mysql://x' }, /DATABASE_URL: /],
    ['a clock that shows no time', { INSYN_NOW: 'yesterday' }, /INSYN_NOW: /],
    ['a proxy setting that is neither true nor false', { TRUST_PROXY: 'perhaps' }, /TRUST_PROXY: /],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, /LOG_LEVEL: /],
    [
      'a fixed clock in production',
      { ...production, INSYN_NOW: '2026-01-01T00:00:00Z' },
      /INSYN_NOW: a fixed clock is refused/,
    ],
    ['no secret in production', { ...production, SESSION_SECRET: '' }, /SESSION_SECRET: must be set in production/],
    ['a mail server that is none', { SMTP_URL: 'https://mail.example' }, /SMTP_URL: SMTP_URL must be smtp:/],
    ['a mail server with a path', { SMTP_URL: 'smtp://mail.example/inbox' }, /SMTP_URL: /],
    ['a sender with a line break', { MAIL_FROM: 'insyn@lunda.example\nBcc: x@y.example' }, /MAIL_FROM: /],
    ['no mail server in production', { ...production, SMTP_URL: '' }, /SMTP_URL: must be set in production/],
    ['no sender in production', { ...production, MAIL_FROM: '' }, /MAIL_FROM: must be set in production/],
    ['no database in production', { ...production, DATABASE_URL: '' }, /DATABASE_URL: must be set in production/],
  ])('are refused with %s, by name', (_, given, message) => {
    expect(() => readSettings({ DATA_DIR: folder, ...given })).toThrow(InvalidSettings);
    expect(() => readSettings({ DATA_DIR: folder, ...given })).toThrow(message);
  });

  it('are read in production', () => {
    expect(readSettings({ ...production, DATA_DIR: folder, TRUST_PROXY: 'true' })).toMatchObject({ TRUST_PROXY: true });
  });
});

describe('The clock', () => {
  it('knows that it is tomorrow in Sweden while it is today in London, in summer and in winter (R1)', () => {
    expect(new Clock(new Date('2026-06-30T22:00:00Z')).today()).toBe('2026-07-01');
    expect(new Clock(new Date('2026-12-31T22:59:59Z')).today()).toBe('2026-12-31');
    expect(new Clock(new Date('2026-12-31T23:00:00Z')).today()).toBe('2027-01-01');
  });
});
