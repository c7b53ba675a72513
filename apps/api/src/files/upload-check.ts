import { open } from 'node:fs/promises';
import yauzl from 'yauzl';
import { Problem } from '../http/problem.js';

/** The types that may be uploaded, with the type that they are served as. */
export const UPLOAD_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  png: 'image/png',
  jpeg: 'image/jpeg',
} as const;
export type UploadType = keyof typeof UPLOAD_TYPES;

const EXTENSIONS: Readonly<Record<string, UploadType>> = {
  pdf: 'pdf',
  docx: 'docx',
  xlsx: 'xlsx',
  csv: 'csv',
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
};
const MAX_UNPACKED = 200_000_000;
const MAX_ENTRIES = 10_000;
/** Only what holds more than this is looked at for its ratio; small XML packs very well. */
const RATIO_FROM = 10_000_000;
const MAX_RATIO = 100;
const TAIL = 2048;

/**
 * Says what a file is by what it holds, and refuses what is empty, cut off, two things at once, or not what its name says.
 * @param path where it lies, @param name what the sender called it (its last part; never used as a path).
 * @throws Problem 422 with a Swedish title.
 */
export async function checkUpload(path: string, name: string): Promise<UploadType> {
  const { size, head, tail } = await endsOf(path);
  if (size === 0) throw refused('empty-file', 'Filen är tom.');
  const claimed = EXTENSIONS[/\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
  if (claimed === undefined)
    throw refused('file-type', 'Filtypen är inte tillåten. Välj PDF, DOCX, XLSX, CSV, PNG eller JPEG.');
  const found = await typeOf(path, claimed);
  if (found !== claimed) throw refused('file-type-mismatch', 'Filens innehåll stämmer inte med dess namn.');
  if (found === 'pdf') checkPdf(head, tail);
  if (found === 'png' && !tail.subarray(-12).includes('IEND')) throw cutOff();
  if (found === 'jpeg' && !(tail.at(-2) === 0xff && tail.at(-1) === 0xd9)) throw cutOff();
  if (found === 'docx' || found === 'xlsx') await checkZip(path, found, head);
  return found;
}

/** The name of a file without folders and signs that mean something to a browser or a file system. */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\u0000-\u001f\u007f"<>|:*?]/g, '')
    .replace(/^\.+/, '')
    .trim();
  return plain === '' ? 'fil' : plain.slice(-120);
}

async function typeOf(path: string, claimed: UploadType): Promise<UploadType | undefined> {
  const { fileTypeFromFile } = await import('file-type');
  const found = await fileTypeFromFile(path).catch(() => undefined);
  if (found === undefined) return claimed === 'csv' && (await isText(path)) ? 'csv' : undefined;
  return found.ext === 'jpg' ? 'jpeg' : EXTENSIONS[found.ext];
}

function checkPdf(head: Buffer, tail: Buffer): void {
  if (!head.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw polyglot();
  const end = tail.lastIndexOf('%%EOF');
  if (end < 0) throw cutOff();
  // Something after the end, e.g. a whole archive, makes the file two things at once.
  if (tail.subarray(end + 5).some((byte) => ![0x00, 0x09, 0x0a, 0x0d, 0x20].includes(byte))) throw polyglot();
}

/** Reads the list of entries only; nothing is unpacked. */
async function checkZip(path: string, type: 'docx' | 'xlsx', head: Buffer): Promise<void> {
  if (!head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) throw polyglot();
  let unpacked = 0;
  let packed = 0;
  const names = new Set<string>();
  try {
    const zip = await yauzl.openPromise(path, { lazyEntries: true, validateEntrySizes: true });
    if (zip.entryCount > MAX_ENTRIES) throw bomb();
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      packed += entry.compressedSize;
      names.add(entry.fileName);
      if (unpacked > MAX_UNPACKED) throw bomb();
    }
  } catch (error) {
    throw error instanceof Problem ? error : cutOff();
  }
  if (unpacked > RATIO_FROM && unpacked / Math.max(packed, 1) > MAX_RATIO) throw bomb();
  const main = type === 'docx' ? 'word/document.xml' : 'xl/workbook.xml';
  if (!names.has('[Content_Types].xml') || !names.has(main)) {
    throw refused('file-type-mismatch', 'Filens innehåll stämmer inte med dess namn.');
  }
  if ([...names].some((name) => /vbaProject\.bin$/i.test(name))) {
    throw refused('file-macros', 'Filen innehåller makron. Spara den utan makron och försök igen.');
  }
}

/** UTF-8 or Latin-1 without control signs, looked at in its first part. */
async function isText(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    return !buffer.subarray(0, bytesRead).some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte));
  } finally {
    await file.close();
  }
}

async function endsOf(path: string): Promise<{ size: number; head: Buffer; tail: Buffer }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const length = Math.min(size, TAIL);
    const head = Buffer.alloc(length);
    const tail = Buffer.alloc(length);
    await file.read(head, 0, length, 0);
    await file.read(tail, 0, length, size - length);
    return { size, head, tail };
  } finally {
    await file.close();
  }
}

function refused(code: string, title: string): Problem {
  return new Problem(422, code, title);
}

function cutOff(): Problem {
  return refused('file-cut-off', 'Filen är avklippt eller skadad. Skicka den igen.');
}

function polyglot(): Problem {
  return refused('file-polyglot', 'Filen innehåller mer än ett format och tas inte emot.');
}

function bomb(): Problem {
  return refused('file-unpacks-too-large', 'Filen blir för stor när den packas upp och tas inte emot.');
}
