import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { PageHeader } from '../ui/page-header.js';
import { PageFocus } from './page-focus.js';

@Component({ imports: [PageHeader], template: '<app-page-header heading="Avtal" />' })
class ContractsPage {}
@Component({ imports: [PageHeader], template: '<app-page-header heading="Utförare" />' })
class ProvidersPage {}
@Component({
  imports: [RouterOutlet],
  template: '<button type="button">Någonstans</button><main><router-outlet /></main>',
})
class Frame {}

describe('going to another page', () => {
  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'avtal', component: ContractsPage },
          { path: 'utforare', component: ProvidersPage },
        ]),
      ],
    });
    TestBed.inject(PageFocus);
    const fixture = TestBed.createComponent(Frame);
    document.body.replaceChildren(fixture.nativeElement);
    fixture.autoDetectChanges();
    await TestBed.inject(Router).navigateByUrl('/avtal');
    await fixture.whenStable();
    document.querySelector('button')!.focus();
  });
  async function go(url: string): Promise<void> {
    await TestBed.inject(Router).navigateByUrl(url);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }

  it('moves the focus to the heading and names the document after it', async () => {
    await go('/utforare');
    expect(document.activeElement?.tagName).toBe('H1');
    expect(document.activeElement?.textContent).toBe('Utförare');
    expect(document.title).toBe('Utförare – Insyn');
  });

  it('leaves the focus where it is when only a filter changes', async () => {
    await go('/avtal?sok=hemstod');
    expect(document.activeElement?.tagName).toBe('BUTTON');
  });
});
