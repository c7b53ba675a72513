import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readSettings, SETTING_NAMES } from './settings.js';

interface Service {
  environment?: Record<string, string>;
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  restart?: string;
}

const text = readFileSync(new URL('../../../../docker-compose.yml', import.meta.url), 'utf8');
const compose = parse(text) as { services: Record<string, Service>; volumes: Record<string, unknown> };
const services = Object.entries(compose.services);
const environmentOf = (name: string): Record<string, string> => compose.services[name]?.environment ?? {};

/** What an operator would put in the environment. */
const given: Record<string, string> = {
  DATABASE_OWNER_URL: 'postgresql://insyn_owner:o@database:5432/insyn',
  DATABASE_URL: 'postgresql://insyn_login:l@database:5432/insyn',
  POSTGRES_PASSWORD: 'o',
  PUBLIC_URL: 'https://insyn.example.se',
  SESSION_SECRET: 'a'.repeat(40),
};

/** Fills ${NAME}, ${NAME:-default} and ${NAME:?complaint} in as compose does. */
function filledIn(environment: Record<string, string>): Record<string, string> {
  const fill = (value: string): string =>
    value.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind?: string, rest?: string) => {
      if (given[name] !== undefined) return given[name];
      if (kind === '-') return rest ?? '';
      throw new Error(`${name} has to be given`);
    });
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)]));
}

describe('docker-compose.yml', () => {
  it('runs the app, PostgreSQL 18, a mail catcher and a migration that ends', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['app', 'database', 'mail', 'migrate']);
    expect(text).toContain('image: postgres:18');
    expect(compose.services['app']?.depends_on?.['migrate']?.condition).toBe('service_completed_successfully');
    expect(compose.services['migrate']?.restart).toBe('no');
  });

  it.each(['app', 'migrate'])('gives %s only settings that the app reads', (name) => {
    const names = Object.keys(environmentOf(name));
    expect(names.length).toBeGreaterThan(0);
    for (const setting of names) expect(SETTING_NAMES).toContain(setting);
  });

  it.each(['app', 'migrate'])('gives %s settings that the app accepts in production', (name) => {
    const settings = readSettings(filledIn(environmentOf(name)));
    expect(settings.NODE_ENV).toBe('production');
    expect(settings.DATABASE_URL).toBe(given['DATABASE_URL']);
  });

  it('gives the address of the owner to the migration alone', () => {
    expect(environmentOf('migrate')['DATABASE_OWNER_URL']).toBeDefined();
    expect(environmentOf('app')['DATABASE_OWNER_URL']).toBeUndefined();
  });

  it('holds no secret: what is secret must be given, without a default', () => {
    const secret = services.flatMap(([service, { environment }]) =>
      Object.entries(environment ?? {})
        .filter(([name]) => /SECRET|PASSWORD|TOKEN|DATABASE.*URL/.test(name))
        .map(([name, value]) => ({ where: `${service}.${name}`, value })),
    );
    expect(secret.length).toBeGreaterThanOrEqual(5);
    for (const { where, value } of secret) {
      expect({ where, value }).toEqual({ where, value: expect.stringMatching(/^\$\{\w+:\?[^}]+\}$/) });
    }
  });

  it('asks every service that keeps running how it is', () => {
    for (const [name, service] of services) {
      const runsOnce = service.restart === 'no';
      expect({ name, asked: (service.healthcheck?.test?.length ?? 0) > 0 }).toEqual({ name, asked: !runsOnce });
    }
  });

  it('keeps data in named volumes only', () => {
    const mounts = services.flatMap(([, { volumes }]) => volumes ?? []);
    expect(mounts.length).toBeGreaterThan(0);
    for (const mount of mounts) expect(Object.keys(compose.volumes)).toContain(mount.split(':')[0]);
  });
});

describe('Dockerfile', () => {
  const dockerfile = readFileSync(new URL('../../../../Dockerfile', import.meta.url), 'utf8');
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

  it('runs the app as a user of its own that says how it is', () => {
    expect(last).toMatch(/^USER (?!root\b)\w+$/m);
    expect(last).toMatch(/^HEALTHCHECK /m);
    expect(last.indexOf('\nUSER ')).toBeLessThan(last.indexOf('\nCMD '));
  });

  it('builds and runs on the Node that the repository pins', () => {
    const pinned = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as {
      devDependencies: { node: string };
    };
    const major = pinned.devDependencies.node.split('.')[0];
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map((match) => match[1]);
    expect(new Set(images)).toEqual(new Set([`node:${major}-slim`]));
  });
});
