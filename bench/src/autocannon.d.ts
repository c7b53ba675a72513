/** What the bench uses of autocannon, which brings no types. */
declare module 'autocannon' {
  interface Run {
    readonly url: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration: number;
    /** Seconds. */
    readonly timeout: number;
    readonly headers?: Record<string, string>;
    readonly requests: readonly { readonly method: 'GET'; readonly path: string }[];
  }

  interface Result {
    /** Seconds. */
    readonly duration: number;
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
    readonly requests: { readonly total: number };
    /** Milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number };
    readonly throughput: { readonly total: number };
  }

  export default function autocannon(run: Run): Promise<Result>;
}
