import { HttpErrorResponse } from '@angular/common/http';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AnswerFileView } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { AnswerUpload } from '../../questions/answer-upload.js';
import { Confirm } from '../../ui/confirm.js';
import { Toasts } from '../../ui/toasts.js';
import { aRequest } from '../a-request.js';
import { AnswerUploads } from './answer-uploads.js';
import { OpenRequest } from './open-request.js';

const FILE: AnswerFileView = {
  ...{ id: 'f1', questionId: null, wantedDocumentId: 'w1', fileName: 'rutin.pdf', mediaType: 'application/pdf' },
  ...{ size: 1000, sha256: 'a'.repeat(64), uploadedAt: '2026-11-22T10:00:00.000Z', href: '/f1' },
};

describe('the files of an answer', () => {
  let server: HttpTestingController;
  let request: OpenRequest;
  let uploads: AnswerUploads;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
        OpenRequest,
        AnswerUploads,
      ],
    });
    server = TestBed.inject(HttpTestingController);
    request = TestBed.inject(OpenRequest);
    uploads = TestBed.inject(AnswerUploads);
    request.id.set('r1');
    TestBed.tick();
    server.expectOne('/api/portal/requests/r1').flush(aRequest());
    await settle();
  });
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  }
  const pdf = () => new File(['%PDF-1.7'], 'rutin.pdf');
  const shown = () => uploads.of('w1')();

  it('tell how far they have come, and then answer what was missing', async () => {
    const send = jest.spyOn(TestBed.inject(AnswerUpload), 'send').mockImplementation((_url, _target, _file, tell) => {
      tell(40);
      expect(shown()).toEqual([{ name: 'rutin.pdf', percent: 40, error: null }]);
      return Promise.resolve(FILE);
    });
    expect(request.missing().map(({ id }) => id)).toContain('w1');
    const target = { wantedDocumentId: 'w1' };
    await uploads.add(target, [pdf()]);
    expect(send).toHaveBeenCalledWith('/api/portal/requests/r1/files', target, expect.any(File), expect.anything());
    expect(shown()).toEqual([]);
    expect(request.missing().map(({ id }) => id)).not.toContain('w1');
  });

  it('say why one was not taken, and go on with the next', async () => {
    const refused = new HttpErrorResponse({ status: 413, error: { title: 'Filen är större än 25 MB.' } });
    const send = jest.spyOn(TestBed.inject(AnswerUpload), 'send');
    send.mockRejectedValueOnce(refused).mockResolvedValueOnce(FILE);
    await uploads.add({ wantedDocumentId: 'w1' }, [new File(['x'], 'stor.pdf'), pdf()]);
    expect(shown()).toEqual([{ name: 'stor.pdf', percent: 0, error: 'Filen är större än 25 MB.' }]);
    expect(request.files()).toEqual([FILE]);
  });

  it('are never sent when they are of a kind that is not taken', async () => {
    const send = jest.spyOn(TestBed.inject(AnswerUpload), 'send');
    await uploads.add({ wantedDocumentId: 'w1' }, [new File(['MZ'], 'program.exe'), new File([], 'tom.pdf')]);
    expect(shown().map(({ error }) => error)).toEqual(['Filen är av ett slag som inte tas emot.', 'Filen är tom.']);
    expect(send).not.toHaveBeenCalled();
  });

  it('are removed after a question; why not is said', async () => {
    request.addFile(FILE);
    const removing = uploads.remove(FILE);
    TestBed.inject(Confirm).answer({ reason: '' });
    await settle();
    server.expectOne({ method: 'DELETE', url: '/api/portal/answer-files/f1' }).flush(null);
    await removing;
    expect(request.files()).toEqual([]);
    const again = uploads.remove(FILE);
    TestBed.inject(Confirm).answer({ reason: '' });
    await settle();
    server
      .expectOne({ method: 'DELETE', url: '/api/portal/answer-files/f1' })
      .flush({ title: 'Svaren är inlämnade.' }, { status: 409, statusText: 'Conflict' });
    await again;
    expect(TestBed.inject(Toasts).shown()[0]?.text).toBe('Svaren är inlämnade.');
  });
});
