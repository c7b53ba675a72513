import { ModuleMocker } from 'jest-mock';

/**
 * The environment of specs that run in Node itself. There is no context of their own: `globalThis` is the process's, and an
 * Error or a Date that a package made is the spec's own kind.
 */
export default class NodeItself {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  #console = globalThis.console;
  #exit = process.exit;
  #env = process.env;
  #variables = { ...process.env };

  async setup() {}

  /** Ends what Jest gave this spec file, a console and an exit, and what the spec file did to the variables of the process. */
  async teardown() {
    globalThis.console = this.#console;
    process.exit = this.#exit;
    process.env = this.#env;
    for (const name of Object.keys(process.env)) if (!(name in this.#variables)) delete process.env[name];
    Object.assign(process.env, this.#variables);
  }

  exportConditions() {
    return [];
  }

  /** Jest wants one; only the runtime that this environment does without would use it. */
  getVmContext() {
    return globalThis;
  }
}
