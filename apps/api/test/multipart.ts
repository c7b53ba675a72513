import { crc32, deflateRawSync } from 'node:zlib';
import type { Answer, Browser } from './test-app.js';

/** A file to send in a form, with the fields beside it. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer | string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Sends a file as a browser does. */
export function sendFile(
  browser: Browser,
  url: string,
  file: SentFile,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const boundary = 'x'.repeat(40);
  const fields = Object.entries(file.fields ?? {}).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\n\r\n`;
  const payload = Buffer.concat([
    Buffer.from(fields.join('') + head),
    Buffer.from(file.bytes),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const type = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  return browser.request({ method: 'POST', url, payload, headers: { ...type, ...headers } });
}

/** Sends a small table, for specs that need a file and not its content. */
export function sendTable(browser: Browser, url: string, fields: SentFile['fields'] = {}): Promise<Answer> {
  const bytes = 'Nummer;Rubrik;Text;Typ\r\n§ 99;Ny;Ny text.;krav\r\n';
  return sendFile(browser, url, { name: 'namn.csv', bytes, fields });
}

/** A small file of each kind that may be handed in. */
export const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** A ZIP archive of these entries. With `claimed` it says of each entry that it unpacks to so many bytes. */
export function zipOf(entries: Readonly<Record<string, Buffer | string>>, claimed?: number): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimed ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), fields, rest, Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
