import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const globals = new URL('./globals.mjs', import.meta.url).href;
const asModule = {
  isInternalModule: false,
  supportsDynamicImport: true,
  supportsExportNamespaceFrom: true,
  supportsStaticESM: true,
  supportsTopLevelAwait: true,
};

/** Where Jest keeps the source map of each file that was transformed in this process. */
export const sourceMaps = new Map();

let used;

/**
 * Lets Node's own loader read TypeScript from now on: by Jest's transformer with its cache, with these export conditions.
 * Only the first call counts; all spec files of a process share what has been loaded.
 */
export function loadSources(transformer, conditions) {
  if (used) return;
  used = { transformer, conditions };
  registerHooks({ resolve, load });
}

function resolve(specifier, context, nextResolve) {
  if (specifier === '@jest/globals') return { url: globals, format: 'module', shortCircuit: true };
  if (context.parentURL?.endsWith('.ts') && /^\.{1,2}\/.*\.js$/.test(specifier)) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
  }
  return nextResolve(specifier, { ...context, conditions: [...used.conditions, ...context.conditions] });
}

function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
  const path = fileURLToPath(url);
  const { code, sourceMapPath } = used.transformer.transform(path, asModule, readFileSync(path, 'utf8'));
  if (sourceMapPath) sourceMaps.set(url, sourceMapPath);
  return { format: 'module', source: code, shortCircuit: true };
}
