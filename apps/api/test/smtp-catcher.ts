import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** How the server treats what it is offered. */
export type Manner =
  | 'takes'
  | 'refuses-receiver'
  | 'refuses-message'
  | 'postpones'
  | 'postpones-message'
  | 'dies-in-message'
  | 'dies-before-answer'
  | 'is-busy';

/** A message that the server took, with its envelope. */
export interface Caught {
  readonly raw: string;
  readonly from: string;
  readonly to: string[];
}

/** A real SMTP server on this machine that keeps what it takes. */
export class SmtpCatcher {
  public readonly caught: Caught[] = [];
  /** How often a message was begun to be given, taken or not. */
  public begun = 0;
  public manner: Manner = 'takes';
  #server: SMTPServer | undefined;
  #port = 0;

  /** smtp://127.0.0.1:port, the same after every start. */
  public get url(): string {
    return 'smtp://127.0.0.1:' + String(this.#port);
  }

  public async start(options: SMTPServerOptions = {}): Promise<this> {
    const sockets = new Set<Socket>();
    const cut = (): void => sockets.forEach((socket) => socket.destroy());
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      onConnect: (_, done) => (this.manner === 'is-busy' ? done(refusal(421, 'Not now')) : done()),
      onAuth: ({ username, password }, _, done) =>
        username === 'insyn' && password === 'p@ss'
          ? done(null, { user: username })
          : done(new Error('Wrong password')),
      onRcptTo: (_, __, done) => {
        if (this.manner === 'refuses-receiver') done(refusal(550, 'No such user here'));
        else if (this.manner === 'postpones') done(refusal(451, 'Try again later'));
        else done();
      },
      onData: (stream, session, done) => {
        this.begun += 1;
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          if (this.manner === 'dies-in-message') cut();
        });
        stream.on('end', () => {
          if (this.manner.startsWith('dies')) return cut();
          if (this.manner === 'refuses-message') return done(refusal(554, 'Looks like spam'));
          if (this.manner === 'postpones-message') return done(refusal(452, 'Out of room'));
          const { mailFrom, rcptTo } = session.envelope;
          this.caught.push({
            raw: Buffer.concat(chunks).toString('utf8'),
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
          });
          done();
        });
      },
      ...options,
    });
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    server.listen(this.#port, '127.0.0.1');
    await once(server.server, 'listening');
    this.#port = (server.server.address() as AddressInfo).port;
    this.#server = server;
    return this;
  }

  public async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server !== undefined) await new Promise<void>((done) => server.close(() => done()));
  }

  /** What was caught last, read as a mail program reads it. */
  public async last(): Promise<Email> {
    const message = this.caught.at(-1);
    if (message === undefined) throw new Error('Nothing was caught.');
    return PostalMime.parse(message.raw);
  }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
