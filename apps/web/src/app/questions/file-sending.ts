/** A file on its way, or one that could not be taken; `error` says why, in Swedish. */
export interface FileSending {
  readonly name: string;
  readonly percent: number;
  readonly error: string | null;
}
