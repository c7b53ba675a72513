// yauzl 3.4 comes without types; what is used of it.
declare module 'yauzl' {
  export interface Entry {
    readonly fileName: string;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
  }
  export interface ZipFile {
    readonly entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
  }
  const yauzl: {
    openPromise(path: string, options: { lazyEntries: true; validateEntrySizes?: boolean }): Promise<ZipFile>;
  };
  export default yauzl;
}
