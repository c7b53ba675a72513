import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { VERDICT_LABELS, VERDICTS } from '@insyn/domain';
import { Chip } from './chip.js';

describe('a chip', () => {
  it.each(VERDICTS)('says %s with a word and a sign, never by colour alone', (verdict) => {
    const fixture = TestBed.createComponent(Chip);
    fixture.componentRef.setInput('verdict', verdict);
    fixture.detectChanges();
    const chip: HTMLElement = fixture.nativeElement;
    expect(chip.textContent?.trim()).toBe(VERDICT_LABELS[verdict]);
    expect(chip.querySelector('svg')).not.toBeNull();
  });

  it('says that a clause without a verdict is not judged', () => {
    const fixture = TestBed.createComponent(Chip);
    fixture.componentRef.setInput('verdict', null);
    fixture.detectChanges();
    expect(fixture.nativeElement.textContent.trim()).toBe('Inte bedömd');
  });

  it('gives a state of the work no sign of how well it goes (R8)', () => {
    const fixture = TestBed.createComponent(Chip);
    fixture.componentRef.setInput('state', 'remedying');
    fixture.detectChanges();
    expect(fixture.nativeElement.textContent.trim()).toBe('Åtgärder');
    expect(fixture.nativeElement.querySelector('svg')).toBeNull();
  });
});
