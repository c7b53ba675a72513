import { v7 as uuidv7 } from 'uuid';

/** A request as a spec writes it. */
export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  readonly url: string;
  readonly payload?: unknown;
  readonly headers?: Record<string, string>;
}

/** What a spec sees of an answer. */
export interface Answer {
  readonly statusCode: number;
  readonly headers: Record<string, string | string[] | number | undefined>;
  readonly body: string;
  readonly rawPayload: Buffer;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a spec looks into an answer without naming its type
  json<T = never>(): [T] extends [never] ? any : T;
}

/** Somebody with a browser: sends the cookie, and a fresh Idempotency-Key with every POST unless one is given. */
export interface Browser {
  readonly cookie: string;
  request(options: RequestOptions): Promise<Answer>;
  get(url: string): Promise<Answer>;
  post(url: string, payload?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(url: string, payload?: unknown): Promise<Answer>;
  patch(url: string, payload?: unknown): Promise<Answer>;
  delete(url: string): Promise<Answer>;
}

/** The browser that has this cookie, on whatever answers requests. */
export function browserWith(cookie: string, answer: (options: RequestOptions) => Promise<Answer>): Browser {
  const request = (options: RequestOptions): Promise<Answer> => {
    const key = options.method === 'POST' ? { 'idempotency-key': uuidv7() } : {};
    return answer({ ...options, headers: { cookie, ...key, ...options.headers } });
  };
  return {
    cookie,
    request,
    get: (url) => request({ method: 'GET', url }),
    post: (url, payload, headers) =>
      request({ method: 'POST', url, payload: payload ?? {}, ...(headers && { headers }) }),
    put: (url, payload) => request({ method: 'PUT', url, payload: payload ?? {} }),
    patch: (url, payload) => request({ method: 'PATCH', url, payload: payload ?? {} }),
    delete: (url) => request({ method: 'DELETE', url }),
  };
}
