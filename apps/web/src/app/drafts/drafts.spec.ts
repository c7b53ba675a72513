import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { createEnvironmentInjector, EnvironmentInjector, runInInjectionContext, signal } from '@angular/core';
import type { WritableSignal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Problem } from '../http/problem.js';
import { Drafts, type Draft, type DraftOptions, type KeptForm } from './drafts.js';

const unloadIsAskedAbout = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
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

  it('is sent before a command of its own page, also what is written while it is on its way', async () => {
    let arrived = (_: unknown): void => undefined;
    save.mockReturnValueOnce(new Promise((resolve) => (arrived = resolve)));
    const draft = open();
    const other = open({ key: 'assessment/elsewhere', page: 'u2' });
    draft.change('Sju');
    other.change('Annat');
    const saving = TestBed.inject(Drafts).saveAll('u1');
    await jest.advanceTimersByTimeAsync(0);
    draft.change('Sju av nio');
    arrived({});
    expect(await saving).toEqual({ sent: true, unsaved: [] });
    expect(save.mock.calls).toEqual([['Sju'], ['Sju av nio']]);
    expect(other.state()).toBe('changed');
  });

  it('leaves a command alone when nothing waits', async () => {
    open();
    expect(await TestBed.inject(Drafts).saveAll('u1')).toEqual({ sent: false, unsaved: [] });
  });

  it.each([
    [409, 'conflict'],
    [400, 'refused'],
    [0, 'waiting'],
  ])('is named to a command when it could not be saved (%i)', async (status, state) => {
    save.mockRejectedValue(problem(status));
    const draft = open();
    draft.change('Sju av nio');
    const named = { sent: true, unsaved: ['bedömningen av § 15'] };
    expect(await TestBed.inject(Drafts).saveAll('u1')).toEqual(named);
    expect(draft.state()).toBe(state);
  });

  it('is named to a command also when its page has been left', async () => {
    save.mockRejectedValue(problem(409));
    const page = createEnvironmentInjector([], TestBed.inject(EnvironmentInjector));
    runInInjectionContext(page, () => open()).change('Sju av nio');
    page.destroy();
    await jest.advanceTimersByTimeAsync(0);
    expect((await TestBed.inject(Drafts).saveAll('u1')).unsaved).toEqual(['bedömningen av § 15']);
  });

  it('is forgotten at sign-out, and never sent', async () => {
    const draft = open();
    draft.change('Sju av nio');
    TestBed.inject(Drafts).forgetAll();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(save).not.toHaveBeenCalled();
    expect(Object.keys(sessionStorage)).toEqual([]);
    expect(unloadIsAskedAbout()).toBe(false);
  });
});

describe('a form that a button sends', () => {
  let model: WritableSignal<{ title: string }>;

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  });
  afterEach(() => sessionStorage.clear());

  function open(version: number | null = 3): KeptForm<{ title: string }> {
    model = signal({ title: '' });
    const kept = TestBed.inject(Drafts).keepForm(
      model,
      { key: 'finding/f1', version },
      TestBed.inject(EnvironmentInjector),
    );
    TestBed.tick();
    return kept;
  }
  function write(title: string): void {
    model.set({ title });
    TestBed.tick();
  }

  it('has its words and the version they were written on after a reload, and asks before the tab is closed', () => {
    open(3);
    expect(unloadIsAskedAbout()).toBe(false);
    write('Planer saknas');
    expect(unloadIsAskedAbout()).toBe(true);
    expect(TestBed.inject(Drafts).holds('finding/f1')).toBe(true);
    expect(open(4).version).toBe(3);
    expect(model()).toEqual({ title: 'Planer saknas' });
  });

  it('keeps nothing when it stands as it began', () => {
    open();
    write('Planer saknas');
    write('');
    expect(TestBed.inject(Drafts).holds('finding/f1')).toBe(false);
  });

  it('keeps its words when sending fails, and is on the new version once another’s change has been shown', async () => {
    const kept = open();
    write('Planer saknas');
    await expect(kept.send(() => Promise.reject(problem(500)))).rejects.toThrow();
    expect(kept.version).toBe(3);
    await expect(kept.send(() => Promise.reject(problem(409)))).rejects.toThrow();
    expect(kept.version).toBeNull();
    expect(TestBed.inject(Drafts).holds('finding/f1')).toBe(true);
  });

  it('forgets its words once they have arrived', async () => {
    const kept = open();
    write('Planer saknas');
    await kept.send(() => Promise.resolve());
    TestBed.tick();
    expect(TestBed.inject(Drafts).holds('finding/f1')).toBe(false);
    expect(unloadIsAskedAbout()).toBe(false);
  });
});
