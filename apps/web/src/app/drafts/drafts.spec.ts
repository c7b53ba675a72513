import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Problem } from '../http/problem.js';
import { Drafts, type Draft, type DraftOptions } from './drafts.js';

const problem = (status: number) => new Problem({ status, code: `http-${status}`, title: 'Det gick inte.' });

describe('a draft', () => {
  let save: jest.Mock<(text: string) => Promise<unknown>>;

  beforeEach(() => {
    jest.useFakeTimers();
    sessionStorage.clear();
    save = jest.fn<(text: string) => Promise<unknown>>().mockResolvedValue({});
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function open(options: Partial<DraftOptions<string>> = {}): Draft<string> {
    return TestBed.runInInjectionContext(() =>
      TestBed.inject(Drafts).open({ key: 'assessment/15', page: 'u1', name: 'bedömningen av § 15', save, ...options }),
    );
  }

  it('sends once when the writer pauses, and says when it was saved', async () => {
    const draft = open();
    draft.change('Sju');
    draft.change('Sju av nio');
    expect(draft.state()).toBe('changed');
    await jest.advanceTimersByTimeAsync(1000);
    expect(save.mock.calls).toEqual([['Sju av nio']]);
    expect(draft.state()).toBe('saved');
    expect(draft.savedAt()).toBeInstanceOf(Date);
    expect(open().restored).toBeNull();
  });

  it('has the unsaved text after a reload', () => {
    open().change('Sju av nio');
    expect(open().restored).toBe('Sju av nio');
  });

  it('waits and tries again when the network is lost', async () => {
    save.mockRejectedValueOnce(problem(0));
    const draft = open();
    draft.change('Sju av nio');
    await jest.advanceTimersByTimeAsync(1000);
    expect(draft.state()).toBe('waiting');
    expect(open().restored).toBe('Sju av nio');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(draft.state()).toBe('saved');
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('shows both texts when someone else has changed it, and sends nothing until one is chosen', async () => {
    save.mockRejectedValueOnce(problem(409));
    const draft = open({ readSaved: () => Promise.resolve('Åtta av nio') });
    draft.change('Sju av nio');
    await jest.advanceTimersByTimeAsync(1000);
    expect(draft.state()).toBe('conflict');
    expect(draft.conflict()).toMatchObject({ mine: 'Sju av nio', theirs: 'Åtta av nio' });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    await draft.keepMine();
    expect(save).toHaveBeenLastCalledWith('Sju av nio');
    expect(draft.state()).toBe('saved');
  });

  it('forgets the text when the other one is taken', async () => {
    save.mockRejectedValueOnce(problem(409));
    const draft = open();
    draft.change('Sju av nio');
    await jest.advanceTimersByTimeAsync(1000);
    draft.discard();
    expect(draft.state()).toBe('clean');
    expect(open().restored).toBeNull();
  });

  it('does not send a value again that the server has refused', async () => {
    save.mockRejectedValueOnce(problem(400));
    const draft = open();
    draft.change('xxx');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(draft.state()).toBe('refused');
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('sends what was written while an earlier text was on its way', async () => {
    let arrived = (_: unknown): void => undefined;
    save.mockReturnValueOnce(new Promise((resolve) => (arrived = resolve)));
    const draft = open();
    draft.change('Sju');
    await jest.advanceTimersByTimeAsync(1000);
    draft.change('Sju av nio');
    arrived({});
    await jest.advanceTimersByTimeAsync(2000);
    expect(save.mock.calls).toEqual([['Sju'], ['Sju av nio']]);
    expect(draft.state()).toBe('saved');
  });
});
