import {
  HttpErrorResponse,
  type HttpEvent,
  HttpEventType,
  type HttpRequest,
  HttpResponse,
  HttpXhrBackend,
  provideHttpClient,
} from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { from, type Observable, throwError } from 'rxjs';
import { Session } from '../sign-in/session.js';
import { AnswerUpload, fileFault } from './answer-upload.js';

const URL_OF_FILES = '/api/portal/requests/r1/files';
const FILE = new File(['%PDF-1.7'], 'rutin.pdf');
const KEPT = { id: 'f1', fileName: 'rutin.pdf' };

describe('sending a file of an answer', () => {
  let sent: HttpRequest<unknown>[];
  let answers: Observable<HttpEvent<unknown>>[];
  let upload: AnswerUpload;

  beforeEach(() => {
    [sent, answers] = [[], []];
    const handle = (request: HttpRequest<unknown>) => {
      sent.push(request);
      return answers.shift() ?? throwError(() => new Error('Nothing more was expected.'));
    };
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), { provide: HttpXhrBackend, useValue: { handle } }],
    });
    upload = TestBed.inject(AnswerUpload);
  });
  const kept = from<HttpEvent<unknown>[]>([
    { type: HttpEventType.Sent },
    { type: HttpEventType.UploadProgress, loaded: 20, total: 80 },
    { type: HttpEventType.UploadProgress, loaded: 80, total: 80 },
    new HttpResponse({ status: 201, body: KEPT }),
  ]);
  const refused = (status: number) => throwError(() => new HttpErrorResponse({ status }));
  const signingIn = (signedIn: boolean) =>
    jest.spyOn(TestBed.inject(Session), 'askToSignInAgain').mockResolvedValue(signedIn);
  const send = (progress: (percent: number) => void = () => undefined) =>
    upload.send(URL_OF_FILES, { questionId: 'q4' }, FILE, progress);

  it('names its place, tells how far it has come and gives the file as it was kept', async () => {
    answers = [kept];
    const seen: number[] = [];
    expect(await send((percent) => seen.push(percent))).toEqual(KEPT);
    expect(seen).toEqual([25, 100]);
    const [request] = sent;
    expect([request?.method, request?.url]).toEqual(['POST', URL_OF_FILES]);
    const body = request?.body as FormData;
    expect(body.get('questionId')).toBe('q4');
    expect((body.get('file') as File).name).toBe('rutin.pdf');
  });

  it('asks to sign in again when the session has ended, and sends it once more with the same key', async () => {
    answers = [refused(401), kept];
    const asked = signingIn(true);
    expect(await send()).toEqual(KEPT);
    expect(asked).toHaveBeenCalledTimes(1);
    const keys = sent.map(({ headers }) => headers.get('Idempotency-Key'));
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys).toEqual([keys[0], keys[0]]);
  });

  it('fails when one does not sign in again, or when that did not help', async () => {
    answers = [refused(401)];
    const asked = signingIn(false);
    await expect(send()).rejects.toMatchObject({ status: 401 });
    expect(sent).toHaveLength(1);
    asked.mockResolvedValue(true);
    answers = [refused(401), refused(401)];
    await expect(send()).rejects.toMatchObject({ status: 401 });
    expect([sent.length, asked.mock.calls.length]).toEqual([3, 2]);
  });

  it.each([413, 409, 0])('is not sent again after a %i, and nobody is asked to sign in', async (status) => {
    answers = [refused(status)];
    const asked = signingIn(true);
    await expect(send()).rejects.toMatchObject({ status });
    expect([sent.length, asked.mock.calls.length]).toEqual([1, 0]);
  });

  it('gives every file a key of its own', async () => {
    answers = [kept, kept];
    await send();
    await send();
    const keys = new Set(sent.map(({ headers }) => headers.get('Idempotency-Key')));
    expect(keys.size).toBe(2);
  });
});

describe('what can be told of a file before it is sent', () => {
  it.each([
    ['rutin.pdf', 10, null],
    ['BILD.JPG', 10, null],
    ['tom.pdf', 0, 'Filen är tom.'],
    ['program.exe', 10, 'Filen är av ett slag som inte tas emot.'],
    ['stor.pdf', 25 * 1024 * 1024 + 1, 'Filen är större än 25 MB.'],
  ])('%s of %i bytes', (name, size, fault) => {
    expect(fileFault({ name, size } as File)).toBe(fault);
  });
});
