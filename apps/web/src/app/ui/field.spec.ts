import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { Control, Field } from './field.js';

@Component({
  imports: [Field, Control],
  template: `<app-field label="Ansvarig roll" hint="Inte ett namn" [error]="error()"><input appControl /></app-field>`,
})
class Form {
  readonly error = signal<string | null>(null);
}

describe('a field', () => {
  it('ties its label, its hint and its error to the control', async () => {
    const fixture = TestBed.createComponent(Form);
    await fixture.whenStable();
    const page: HTMLElement = fixture.nativeElement;
    const input = page.querySelector('input')!;
    const described = () =>
      (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => page.querySelector(`#${id}`)?.textContent);
    expect(page.querySelector('label')?.htmlFor).toBe(input.id);
    expect(described()).toEqual(['Inte ett namn']);
    expect(input.hasAttribute('aria-invalid')).toBe(false);

    fixture.componentInstance.error.set('Ange vem som ansvarar.');
    await fixture.whenStable();
    expect(described()).toEqual(['Inte ett namn', 'Ange vem som ansvarar.']);
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps still while the pointer is down, so that the button under it stays there for the click', async () => {
    const fixture = TestBed.createComponent(Form);
    await fixture.whenStable();
    const page: HTMLElement = fixture.nativeElement;
    const shown = () => page.querySelector('.error-text')?.textContent ?? null;

    document.dispatchEvent(new Event('pointerdown'));
    fixture.componentInstance.error.set('Ange vem som ansvarar.');
    await fixture.whenStable();
    expect(shown()).toBeNull();

    document.dispatchEvent(new Event('pointerup'));
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(shown()).toBe('Ange vem som ansvarar.');
  });
});
