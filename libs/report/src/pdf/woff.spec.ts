import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpackWoff } from './woff.js';

const require = createRequire(import.meta.url);
const file = readFileSync(require.resolve('@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff'));

describe('a WOFF file unpacked', () => {
  it('is a TrueType file whose tables have the checksums that they claim', () => {
    const font = Buffer.from(unpackWoff(file));
    const count = font.readUInt16BE(4);

    expect(font.readUInt32BE(0)).toBe(0x00010000);
    expect(font.length).toBe(file.readUInt32BE(16));
    for (let entry = 12; entry < 12 + count * 16; entry += 16) {
      const tag = font.toString('latin1', entry, entry + 4);
      if (tag === 'head') continue; // its own checksum is counted with one of its fields set to zero
      const offset = font.readUInt32BE(entry + 8);
      let sum = 0;
      for (let at = offset; at < offset + font.readUInt32BE(entry + 12); at += 4) {
        sum = (sum + font.readUInt32BE(at)) >>> 0;
      }
      expect([tag, sum]).toEqual([tag, font.readUInt32BE(entry + 4)]);
    }
  });

  it('is refused where it is no WOFF', () => {
    expect(() => unpackWoff(Buffer.from('%PDF-1.7'))).toThrow(TypeError);
  });
});
