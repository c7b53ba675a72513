import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Settings } from '../settings/settings.js';
import { FileStore } from './file-store.js';
import { checkUpload, safeFileName } from './upload-check.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
const PNG = pngOf(1, 1);
const JPEG = Buffer.from([
  0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9,
]);
const DOCX = zipOf({ '[Content_Types].xml': wordTypes(), 'word/document.xml': Buffer.from('<w:document/>') });

describe('An upload', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'insyn-uploads-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const check = (content: Buffer, name: string): Promise<string> => {
    const path = join(folder, 'upload');
    writeFileSync(path, content);
    return checkUpload(path, name);
  };

  it.each([
    ['intyg.pdf', PDF, 'pdf'],
    ['bild.PNG', PNG, 'png'],
    ['foto.jpg', JPEG, 'jpeg'],
    ['plan.docx', DOCX, 'docx'],
    ['punkter.csv', Buffer.from('\uFEFFnummer;text\r\n4.9;Äldre\r\n'), 'csv'],
  ])('%s is taken as what it holds', async (name, content, type) => {
    expect(await check(content, name)).toBe(type);
  });

  it.each([
    ['is empty', 'tom.pdf', Buffer.alloc(0), 'empty-file'],
    ['has a name of no known type', 'program.exe', PDF, 'file-type'],
    ['has no type in its name', 'program', PDF, 'file-type'],
    ['lies about its type', 'bild.png', PDF, 'file-type-mismatch'],
    ['calls a program a table', 'tabell.csv', Buffer.from([0x4d, 0x5a, 0, 1, 2]), 'file-type-mismatch'],
    [
      'is a page that calls itself PDF',
      'sida.pdf',
      Buffer.from('<html><script>1</script></html>'),
      'file-type-mismatch',
    ],
    ['is a PDF that was cut off', 'halv.pdf', PDF.subarray(0, 60), 'file-cut-off'],
    ['is a PNG that was cut off', 'halv.png', PNG.subarray(0, PNG.length - 6), 'file-cut-off'],
    ['is a JPEG that was cut off', 'halv.jpg', JPEG.subarray(0, JPEG.length - 2), 'file-cut-off'],
    ['is a DOCX that was cut off', 'halv.docx', DOCX.subarray(0, DOCX.length - 30), 'file-cut-off'],
    ['is a PDF with an archive behind it', 'dubbel.pdf', Buffer.concat([PDF, DOCX]), 'file-polyglot'],
    ['unpacks to far more than it holds', 'bomb.docx', bomb(), 'file-unpacks-too-large'],
    [
      'holds macros',
      'makro.docx',
      zipOf({
        '[Content_Types].xml': wordTypes(),
        'word/document.xml': Buffer.from('x'),
        'word/vbaProject.bin': Buffer.from('x'),
      }),
      'file-macros',
    ],
  ])('that %s is refused with a clear code', async (_, name, content, code) => {
    await expect(check(content, name)).rejects.toMatchObject({ status: 422, code });
  });

  it('loses the folders and dangerous signs of its name', () => {
    expect(safeFileName('../../etc/passwd')).toBe('passwd');
    expect(safeFileName('C:\\Temp\\Åtgärdsplan "slutlig".pdf')).toBe('Åtgärdsplan slutlig.pdf');
    expect(safeFileName('..')).toBe('fil');
  });

  describe('in the store', () => {
    const store = (): FileStore => new FileStore(Object.assign(new Settings(), { DATA_DIR: folder }));

    it('lies under the hash of its content, and once', async () => {
      const first = await store().put(Readable.from([PDF]), { maxBytes: 1000 });
      const second = await store().put(Readable.from([PDF.subarray(0, 9), PDF.subarray(9)]), { maxBytes: 1000 });
      expect(second).toEqual(first);
      expect(first.size).toBe(PDF.length);
      const { stream } = await store().open(first.sha256);
      expect(await buffer(stream)).toEqual(PDF);
    });

    it('is refused while it streams when it is too large, and leaves nothing', async () => {
      let sent = 0;
      const endless = Readable.from(
        (function* () {
          for (;;) {
            sent += 1000;
            yield Buffer.alloc(1000);
          }
        })(),
      );
      await expect(store().put(endless, { maxBytes: 25_000 })).rejects.toMatchObject({
        status: 413,
        code: 'too-large',
      });
      expect(sent).toBeLessThan(100_000);
      expect(readdirSync(join(folder, 'files', 'incoming'))).toEqual([]);
    });

    it('is not reached by anything but a hash', async () => {
      await expect(store().open('../../settings')).rejects.toMatchObject({ status: 404 });
      await expect(store().open('0'.repeat(64))).rejects.toMatchObject({ status: 404 });
    });
  });
});

function wordTypes(): Buffer {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return Buffer.from('<Types><Override PartName="/word/document.xml" ContentType="' + type + '"/></Types>');
}

function bomb(): Buffer {
  return zipOf({ '[Content_Types].xml': wordTypes(), 'word/document.xml': Buffer.alloc(60_000_000) });
}

/** The smallest archive with these entries. */
function zipOf(entries: Record<string, Buffer>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const made = Buffer.from([20, 0]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), made, head, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(locals.length, 4);
  end.writeUInt16LE(locals.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, listed, Buffer.from('PK\x05\x06'), end]);
}

function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.alloc(height * (width + 1)));
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}
