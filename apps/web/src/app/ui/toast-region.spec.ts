import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ToastRegion } from './toast-region.js';
import { Toasts } from './toasts.js';

describe('a receipt', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is announced and goes away by itself; a problem stays until it is closed', () => {
    const toasts = TestBed.inject(Toasts);
    const fixture = TestBed.createComponent(ToastRegion);
    fixture.detectChanges();
    const region = fixture.nativeElement.querySelector('[role=status]') as HTMLElement;
    toasts.show('Publicerat 14:32');
    toasts.show('Det gick inte att logga ut.', 'problem');
    fixture.detectChanges();
    expect(region.textContent).toContain('Publicerat 14:32');
    jest.advanceTimersByTime(60_000);
    fixture.detectChanges();
    expect(region.textContent).not.toContain('Publicerat 14:32');
    region.querySelector('button')!.click();
    fixture.detectChanges();
    expect(region.textContent?.trim()).toBe('');
  });
});
