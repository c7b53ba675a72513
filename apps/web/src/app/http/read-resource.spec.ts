import { provideHttpClient } from '@angular/common/http';
import type { HttpResourceRef } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readResource } from './read-resource.js';

describe('what a page has read', () => {
  let server: HttpTestingController;
  let resource: HttpResourceRef<string | undefined>;
  const id = signal('u1');

  beforeEach(() => {
    id.set('u1');
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    server = TestBed.inject(HttpTestingController);
    resource = TestBed.runInInjectionContext(() => readResource<string>(() => `/api/${id()}`));
    TestBed.tick();
  });
  afterEach(() => server.verify());

  async function answer(text: string, url = '/api/u1'): Promise<void> {
    server.expectOne(url).flush(text);
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  }

  it('is read once more when that is asked for while it is being read, however often', async () => {
    resource.reload();
    resource.reload();
    await answer('före');
    await answer('efter');
    expect(resource.value()).toBe('efter');
    server.expectNone('/api/u1');
  });

  it('is read once more after a later reading too', async () => {
    await answer('ett');
    resource.reload();
    TestBed.tick();
    resource.reload();
    await answer('två');
    await answer('tre');
    expect(resource.value()).toBe('tre');
  });

  it('is read once more when the reading under way fails', async () => {
    resource.reload();
    server.expectOne('/api/u1').error(new ProgressEvent('error'));
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    await answer('efter');
    expect(resource.value()).toBe('efter');
  });

  it('never gives way to an answer that was asked for before it', async () => {
    await answer('före');
    resource.reload();
    TestBed.tick();
    const older = server.expectOne('/api/u1');
    resource.set('nytt');
    expect(older.cancelled).toBe(true);
    expect(resource.value()).toBe('nytt');
  });
});
