import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { Statement } from './built-api.ts';

// The limit to measure against: node:http and pg, the same statements on the same rows, as one whom no policy binds. No
// sign-in, no rights, no row-level security, no validation, no framework, no log.

/** What the process is told at start. */
export interface BareOrders {
  readonly databaseUrl: string;
  /** Statements by the path and query that they answer. */
  readonly lists: Readonly<Record<string, Statement>>;
  readonly detail: Statement;
}

const DETAIL = '/api/follow-ups/';

function serve(orders: BareOrders): void {
  const pool = new pg.Pool({ connectionString: orders.databaseUrl, application_name: 'bare', max: 10 });
  const answer = async (url: string, response: ServerResponse): Promise<void> => {
    const list = orders.lists[url];
    let body: unknown;
    if (list !== undefined) {
      const { rows } = await pool.query({ ...list, values: [...list.values] });
      body = { items: rows };
    } else if (url.startsWith(DETAIL)) {
      const [municipality, , ...rest] = orders.detail.values;
      const values = [municipality, url.slice(DETAIL.length), ...rest];
      const { rows } = await pool.query<{ content: unknown }>({ ...orders.detail, values });
      body = rows[0]?.content;
    }
    const text = JSON.stringify(body);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(body === undefined ? '' : text);
  };
  const server = createServer((request, response) => {
    answer(request.url ?? '', response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
}

process.once('message', (orders) => serve(orders as BareOrders));
process.once('disconnect', () => process.exit(0)); // nobody measures any longer
