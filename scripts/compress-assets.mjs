// Writes a .br and a .gz beside every text asset of a folder, so that the server never compresses on a request.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const compressible = new Set(['.css', '.html', '.js', '.json', '.mjs', '.svg', '.txt', '.webmanifest', '.xml']);
const folder = process.argv[2];
if (!folder) {
  console.error('Usage: node scripts/compress-assets.mjs FOLDER');
  process.exit(1);
}

let files = 0;
let before = 0;
let after = 0;
for (const name of readdirSync(folder, { recursive: true })) {
  const path = join(folder, String(name));
  if (!compressible.has(extname(path)) || !statSync(path).isFile()) continue;
  const content = readFileSync(path);
  if (content.length < 512) continue; // smaller than one network packet either way
  const brotli = brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
  writeFileSync(`${path}.br`, brotli);
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  files += 1;
  before += content.length;
  after += brotli.length;
}
console.log(`Compressed ${files} assets: ${Math.round(before / 1024)} kB → ${Math.round(after / 1024)} kB (Brotli).`);
