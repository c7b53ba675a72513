import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { setGlobals } from './globals.mjs';
import { loadSources, sourceMaps } from './source-modules.mjs';

const require = createRequire(import.meta.url);

/**
 * Runs spec files in Node itself: what they import is loaded once per process by Node's own loader, as in production. Jest's
 * own runtime loads all of it again for each spec file, in a context apart, and that took most of the time. Jest still
 * finds, orders, transforms, times and reports the specs. There is no mocking of modules, and a module keeps its state from
 * one spec file to the next: docs/adr/0011-specs-in-node-itself.md.
 */
export default class Runtime {
  #mocker;

  constructor({ testEnvironmentOptions }, { moduleMocker }, _resolver, transformer) {
    this.#mocker = moduleMocker;
    loadSources(transformer, testEnvironmentOptions.customExportConditions ?? []);
  }

  setGlobalsForRuntime(globals) {
    const mocker = this.#mocker;
    setGlobals({ ...globals, jest: { fn: mocker.fn.bind(mocker), spyOn: mocker.spyOn.bind(mocker) } });
  }

  /** The part of Jest that holds the tests of a spec file: anew for each, without what the one before left. */
  requireInternalModule(path) {
    delete globalThis[Symbol.for('EVENT_HANDLERS')];
    delete require.cache[path];
    return require(path);
  }

  requireModule(path) {
    return require(path);
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  unstable_importModule(path) {
    return import(pathToFileURL(path));
  }

  getSourceMaps() {
    return sourceMaps;
  }

  restoreAllMocks() {
    this.#mocker.restoreAllMocks();
  }

  teardown() {
    this.restoreAllMocks();
  }

  // Jest calls these; without contexts and coverage there is nothing to do.
  enterTestCode() {}
  leaveTestCode() {}
  getAllCoverageInfoCopy() {}
}
