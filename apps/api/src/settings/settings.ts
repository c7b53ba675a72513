import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { plainToInstance, Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';

/** The names of all settings, in the order of docs/running.md. A spec holds docker-compose.yml to this list. */
export const SETTING_NAMES = [
  'NODE_ENV',
  'PORT',
  'PUBLIC_URL',
  'DATA_DIR',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'INSYN_NOW',
  'SESSION_SECRET',
  'TRUST_PROXY',
  'SMTP_URL',
  'MAIL_FROM',
  'LOG_LEVEL',
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

const POSTGRES_URL = /^postgres(ql)?:\/\/\S+$/;
const SMTP_URL = /^smtps?:\/\/[^\s/?#]+\/?$/;
const MAIL_ADDRESS = /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+$/;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What the environment decides. Everything has a default that works on a developer's machine. */
export class Settings {
  @IsIn(['development', 'production', 'test'])
  public NODE_ENV: 'development' | 'production' | 'test' = 'development';

  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(0)
  @Max(65535)
  public PORT = 3000;

  /** The address people type; decides `Secure` on the cookie, HSTS and the links in reports. */
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  public PUBLIC_URL = 'http://localhost:3000';

  @IsString()
  @MinLength(1)
  public DATA_DIR = '.data';

  /** The login that may only take the five roles; unset: embedded PostgreSQL. */
  @IsOptional()
  @Matches(POSTGRES_URL)
  public DATABASE_URL?: string;

  /** The owner, for `insyn migrate` and `insyn demo` alone. */
  @IsOptional()
  @Matches(POSTGRES_URL)
  public DATABASE_OWNER_URL?: string;

  /** A fixed clock, for demonstrations and specs. */
  @IsOptional()
  @IsISO8601({ strict: true })
  public INSYN_NOW?: string;

  @IsString()
  @MinLength(32)
  public SESSION_SECRET = '';

  /** True when a reverse proxy in front sets X-Forwarded-For and X-Forwarded-Proto. */
  @Transform(({ value }: { value: unknown }) =>
    value === 'true' || value === true ? true : value === 'false' || value === false ? false : value,
  )
  @IsBoolean()
  public TRUST_PROXY = false;

  /** The server that mail is handed to: smtp://name:password@host:587 or smtps://…; unset: files in DATA_DIR/mail. */
  @IsOptional()
  @Matches(SMTP_URL, {
    message: 'SMTP_URL must be smtp://host:port or smtps://host:port, with or without name:password@',
  })
  public SMTP_URL?: string;

  /** The address that mail comes from; the municipality's name stands before it. */
  @Matches(MAIL_ADDRESS, { message: 'MAIL_FROM must be an e-mail address, without a name' })
  public MAIL_FROM = 'insyn@localhost';

  @IsIn(LOG_LEVELS)
  public LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';
}

/** The settings are not usable; the message names each one and what is wrong with it. */
export class InvalidSettings extends Error {
  public override readonly name = 'InvalidSettings';
}

/**
 * Reads and checks the settings. `SESSION_SECRET` is made and kept in DATA_DIR when it is not set, except in production.
 * @throws InvalidSettings with one line per fault.
 */
export function readSettings(
  environment: Record<string, string | undefined> = process.env,
  overrides: Partial<Settings> = {},
): Settings {
  const given: Record<string, string | number | boolean | undefined> = {};
  for (const name of SETTING_NAMES) {
    const value = environment[name];
    if (value !== undefined && value !== '') given[name] = value;
  }
  Object.assign(given, overrides);
  const production = given['NODE_ENV'] === 'production';
  if (given['PUBLIC_URL'] === undefined && given['PORT'] !== undefined) {
    given['PUBLIC_URL'] = 'http://localhost:' + String(given['PORT']);
  }
  const faults: string[] = [];
  if (given['SESSION_SECRET'] === undefined) {
    if (production) faults.push('SESSION_SECRET: must be set in production (32 characters or more)');
    given['SESSION_SECRET'] = production ? 'x'.repeat(32) : keptSecret(String(given['DATA_DIR'] ?? '.data'));
  }
  if (production && given['INSYN_NOW'] !== undefined) {
    faults.push('INSYN_NOW: a fixed clock is refused in production');
  }
  if (production && given['DATABASE_URL'] === undefined) {
    faults.push('DATABASE_URL: must be set in production');
  }
  if (production && given['SMTP_URL'] === undefined) {
    faults.push('SMTP_URL: must be set in production; without it no mail could be sent');
  }
  if (production && given['MAIL_FROM'] === undefined) {
    faults.push('MAIL_FROM: must be set in production (the address that mail comes from)');
  }
  const settings = plainToInstance(Settings, given, { exposeDefaultValues: true });
  for (const error of validateSync(settings)) {
    faults.push(error.property + ': ' + Object.values(error.constraints ?? {}).join('; '));
  }
  if (faults.length > 0) {
    throw new InvalidSettings('The settings are not usable:\n' + faults.map((fault) => '  ' + fault).join('\n'));
  }
  settings.DATA_DIR = resolve(settings.DATA_DIR);
  settings.PUBLIC_URL = settings.PUBLIC_URL.replace(/\/+$/, '');
  return settings;
}

function keptSecret(dataDir: string): string {
  const file = join(resolve(dataDir), 'session-secret');
  if (!existsSync(file)) {
    mkdirSync(resolve(dataDir), { recursive: true });
    try {
      writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}
