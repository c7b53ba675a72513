import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, required, submit } from '@angular/forms/signals';
import { describe, expect, it, jest } from '@jest/globals';
import { Problem } from './problem.js';
import { sending } from './sending.js';

describe('the sending of a form', () => {
  function aForm(command: () => Promise<void>) {
    const [model, tried] = [signal({ title: 'Möte', text: '' }), signal(false)];
    const fields = TestBed.runInInjectionContext(() =>
      form(model, (path) => required(path.title, { message: 'Skriv en rubrik.' }), {
        submission: sending(tried, command),
      }),
    );
    const errors = () =>
      fields()
        .errorSummary()
        .map(({ message }) => message);
    return { model, tried, fields, errors };
  }

  it('can be tried again as it stands when the network or the server failed', async () => {
    const command = jest.fn<() => Promise<void>>();
    command.mockRejectedValueOnce(new Problem({ status: 0, code: 'http-0', title: 'Ingen kontakt.' }));
    command.mockResolvedValueOnce();
    const { fields, errors } = aForm(command);
    await submit(fields);
    expect(errors()).toEqual(['Ingen kontakt.']);
    await submit(fields);
    expect(command).toHaveBeenCalledTimes(2);
  });

  it('does not send what is wrong by the form’s own rules', async () => {
    const command = jest.fn<() => Promise<void>>();
    const { model, tried, fields, errors } = aForm(command);
    model.set({ title: '', text: '' });
    await submit(fields);
    expect(command).not.toHaveBeenCalled();
    expect(tried()).toBe(true);
    expect(errors()).toEqual(['Skriv en rubrik.']);
  });

  it('shows what the server refused at its field until that is changed', async () => {
    const refusal = {
      status: 400,
      code: 'invalid-input',
      title: 'Rätta.',
      errors: [{ field: 'text', message: 'För långt.' }],
    };
    const { model, fields, errors } = aForm(() => Promise.reject(new Problem(refusal)));
    await submit(fields);
    expect(fields.text().errors()).toMatchObject([{ message: 'För långt.' }]);
    model.update((written) => ({ ...written, text: 'Kort' }));
    expect(errors()).toEqual([]);
  });
});
