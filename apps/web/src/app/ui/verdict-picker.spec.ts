import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { VERDICT_LABELS, VERDICTS } from '@insyn/domain';
import { VerdictPicker } from './verdict-picker.js';

describe('the verdict picker', () => {
  let fixture: ComponentFixture<VerdictPicker>;

  beforeEach(() => {
    fixture = TestBed.createComponent(VerdictPicker);
    document.body.replaceChildren(fixture.nativeElement);
    fixture.detectChanges();
  });
  const press = (key: string, from: EventTarget = document.body, more: KeyboardEventInit = {}) =>
    from.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));

  it('offers the five verdicts as one named group of radio buttons', () => {
    const page: HTMLElement = fixture.nativeElement;
    expect(page.querySelector('legend')?.textContent).toBe('Bedömning');
    expect([...page.querySelectorAll('label')].map((label) => label.textContent?.trim())).toEqual(
      VERDICTS.map((verdict) => VERDICT_LABELS[verdict]),
    );
    expect(new Set([...page.querySelectorAll('input')].map(({ name }) => name)).size).toBe(1);
  });

  it.each(VERDICTS.map((verdict, index) => [String(index + 1), verdict] as const))(
    'picks by key %s: %s',
    (key, verdict) => {
      press(key);
      expect(fixture.componentInstance.value()).toBe(verdict);
    },
  );

  it('leaves the digits alone while a text is being written', () => {
    const text = document.createElement('textarea');
    document.body.append(text);
    press('3', text);
    expect(fixture.componentInstance.value()).toBeNull();
  });

  it('leaves the browser its shortcuts, and picks nothing on other keys', () => {
    press('1', document.body, { ctrlKey: true });
    press('6');
    press('x');
    expect(fixture.componentInstance.value()).toBeNull();
  });

  it('picks nothing once the clause is frozen', () => {
    fixture.componentRef.setInput('disabled', true);
    fixture.detectChanges();
    press('1');
    expect(fixture.componentInstance.value()).toBeNull();
  });
});
