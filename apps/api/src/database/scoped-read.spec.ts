import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { testApp, type TestApp } from '../../test/test-app.js';
import { scopedRead } from './scoped-read.js';

const WHO = "select current_user::text as who, coalesce(current_setting('app.municipality', true), '') as tenant";

describe.each([{ pipeline: false }, { pipeline: true }])('A scoped read (R20) with %j', (options) => {
  let t: TestApp;
  let client: pg.Client;
  const read = (statement: Partial<pg.QueryConfig> & { text: string }): Promise<unknown[]> =>
    scopedRead(client, ['insyn_staff', t.m1.id, '', ''], {
      name: statement.name ?? '',
      text: statement.text,
      values: statement.values ?? [],
    });
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());
  const connected = async (work: () => Promise<void>): Promise<void> => {
    client = new pg.Client({ connectionString: t.database.loginUrl, ...options });
    await client.connect();
    await work();
    await client.end();
  };

  it('sees what the role and the tenant may see, again and again, with and without a name', () =>
    connected(async () => {
      const here = [{ who: 'insyn_staff', tenant: t.m1.id }];
      for (let time = 0; time < 3; time += 1) {
        expect(await read({ text: WHO })).toEqual(here);
        expect(await read({ name: 'who', text: WHO })).toEqual(here);
        expect(await read({ text: 'select id from municipality' })).toEqual([{ id: t.m1.id }]);
        expect(await read({ name: 'one', text: 'select $1::int as number', values: [time] })).toEqual([
          { number: time },
        ]);
      }
    }));

  it('leaves neither role nor tenant behind', () =>
    connected(async () => {
      await read({ text: WHO });
      expect((await client.query(WHO)).rows).toEqual([{ who: 'insyn_login', tenant: '' }]);
      await expect(client.query('select 1 from municipality')).rejects.toThrow(/permission denied/);
    }));

  it('fails with the fault of its statement, and leaves nothing behind then either', () =>
    connected(async () => {
      await expect(read({ name: 'bad', text: "select ('x' || $1)::int", values: ['y'] })).rejects.toThrow(
        /invalid input/,
      );
      await expect(read({ text: 'select nothing from nowhere' })).rejects.toThrow(/nowhere/);
      expect((await client.query(WHO)).rows).toEqual([{ who: 'insyn_login', tenant: '' }]);
    }));
});
