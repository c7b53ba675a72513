import { TextField, VersionField } from './fields.js';

/** `?version=`: which version of the row is removed. */
export class VersionQuery {
  @VersionField() version!: number;
}

/** `?search=&after=` of a list: words to look for, and where the page before ended. */
export class SearchQuery {
  @TextField({ max: 100, empty: true, optional: true }) search?: string;
  @TextField({ max: 1200, optional: true }) after?: string;
}
