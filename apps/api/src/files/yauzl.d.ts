// yauzl 3.4 comes without types; what is used of it.
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export interface Entry {
    readonly fileName: string;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
  }
  export interface ZipFile {
    readonly entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    close(): void;
  }
  const yauzl: {
    openPromise(
      path: string,
      options: { lazyEntries: true; validateEntrySizes?: boolean; autoClose?: boolean },
    ): Promise<ZipFile>;
  };
  export default yauzl;
}
