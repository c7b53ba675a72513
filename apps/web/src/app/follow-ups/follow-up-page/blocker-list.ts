import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BlockerView, Id } from '@insyn/api-schema';
import { placeLink } from '../place-link.js';

/** What stands in the way, each with a link to where it is mended. */
@Component({
  selector: 'app-blocker-list',
  imports: [RouterLink],
  template: `
    <ul>
      @for (row of rows(); track $index) {
        <li>
          <a [routerLink]="row.link.path" [queryParams]="row.link.query" [fragment]="row.link.fragment">{{
            row.message
          }}</a>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      padding-left: 20px;
    }
    li {
      padding: 3px 0;
    }
  `,
})
export class BlockerList {
  readonly followUpId = input.required<Id>();
  readonly blockers = input.required<readonly BlockerView[]>();
  protected readonly rows = computed(() =>
    this.blockers().map(({ message, place }) => ({ message, link: placeLink(this.followUpId(), place) })),
  );
}
