import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { StepLine } from './step-line.js';

describe('the line of steps', () => {
  it('says where the case is and what is behind it', () => {
    const fixture = TestBed.createComponent(StepLine);
    fixture.componentRef.setInput('steps', [
      { label: 'Planerad', note: '12 okt', state: 'done' },
      { label: 'Bedömning', note: '8 av 10 klara', state: 'now' },
      { label: 'Beslut', state: 'ahead' },
    ]);
    fixture.detectChanges();
    const page: HTMLElement = fixture.nativeElement;
    expect(page.querySelectorAll('[aria-current=step]').length).toBe(1);
    expect(page.querySelector('[aria-current=step]')?.textContent).toContain('Bedömning');
    expect(page.querySelector('li')?.textContent).toContain('klart');
    expect(page.querySelector('p')?.textContent?.replace(/\s+/g, ' ')).toContain('Steg 2 av 3: Bedömning');
  });
});
