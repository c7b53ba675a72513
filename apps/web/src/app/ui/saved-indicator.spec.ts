import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { SavedIndicator } from './saved-indicator.js';

describe('the word on saving', () => {
  it.each([
    ['saved', 'Sparat 14:32'],
    ['changed', 'Sparar …'],
    ['waiting', 'Inte sparat än. Texten finns kvar här.'],
    ['conflict', 'Inte sparat. Någon annan har ändrat.'],
    ['clean', 'Sparat 14:32'],
  ] as const)('for a draft that is %s is "%s"', (state, text) => {
    const fixture = TestBed.createComponent(SavedIndicator);
    fixture.componentRef.setInput('state', state);
    fixture.componentRef.setInput('savedAt', '2026-11-20T13:32:00.000Z');
    fixture.detectChanges();
    expect(fixture.nativeElement.textContent.trim()).toBe(text);
    expect(fixture.nativeElement.querySelector('[role=status]')).not.toBeNull();
  });
});
