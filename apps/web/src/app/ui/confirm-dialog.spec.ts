import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Confirm } from './confirm.js';
import { ConfirmDialog } from './confirm-dialog.js';

describe('a question before what cannot be undone', () => {
  let fixture: ComponentFixture<ConfirmDialog>;
  let page: HTMLElement;
  let confirm: Confirm;

  beforeEach(async () => {
    confirm = TestBed.inject(Confirm);
    fixture = TestBed.createComponent(ConfirmDialog);
    page = fixture.nativeElement;
    await fixture.whenStable();
  });

  const ask = async (required = false) => {
    const answer = confirm.ask({
      heading: 'Återlämna bedömningen?',
      text: 'Den går tillbaka till handläggaren.',
      confirm: 'Återlämna',
      reason: { label: 'Varför?', required },
    });
    await fixture.whenStable();
    return { answer };
  };
  const button = (word: string) =>
    [...page.querySelectorAll('button')].find((candidate) => candidate.textContent?.trim() === word)!;

  it('opens as a dialog with the act on its button', async () => {
    await ask();
    expect(page.querySelector('dialog')?.open).toBe(true);
    expect(button('Återlämna')).toBeDefined();
  });

  it('asks for the reason where the act needs one, and hands it over', async () => {
    const { answer } = await ask(true);
    button('Återlämna').click();
    await fixture.whenStable();
    expect(page.querySelector('.error-text')?.textContent).toBe('Skriv varför.');
    const reason = page.querySelector('textarea')!;
    expect(reason.getAttribute('aria-invalid')).toBe('true');
    reason.value = ' § 15 saknar underlag ';
    reason.dispatchEvent(new Event('input'));
    button('Återlämna').click();
    expect(await answer).toEqual({ reason: '§ 15 saknar underlag' });
  });

  it('answers nothing when the person turns back', async () => {
    const { answer } = await ask();
    page.querySelector('dialog')!.dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(await answer).toBeNull();
  });
});
