const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** Where jest.setTimeout keeps the limit of a file. */
const TIMEOUT = Symbol.for('TEST_TIMEOUT_SYMBOL');

/** The worker's own globals, as they were before a file of tests, are there again after it. */
class SharedEnvironment {
    #console = globalThis.console;
    #exit = process.exit;
    #exitCode = process.exitCode;
    #variables = { ...process.env };
    #globals;

    constructor({ projectConfig }) {
        this.global = globalThis;
        this.#globals = projectConfig.globals;
        Object.assign(globalThis, this.#globals);
        this.moduleMocker = new ModuleMocker(globalThis);
        this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    }

    async setup() {}

    async teardown() {
        this.fakeTimersModern.dispose();
        for (const name of [TIMEOUT, ...Object.keys(this.#globals)]) {
            delete globalThis[name];
        }
        for (const name of Object.keys(process.env)) {
            if (!(name in this.#variables)) {
                delete process.env[name];
            }
        }
        Object.assign(process.env, this.#variables);
        process.exit = this.#exit;
        process.exitCode = this.#exitCode;
        globalThis.console = this.#console;
    }

    getVmContext() {
        return null;
    }
}

module.exports = SharedEnvironment;
