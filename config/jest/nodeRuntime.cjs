const { dirname, sep } = require('node:path');
const { pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');

const circus = dirname(require.resolve('jest-circus/package.json')) + sep;
let files = 0;

/**
 * Lets Node load the tests and what they test, as it loads them in production: TypeScript as it is, and each module once
 * for all files of a worker. Jest's own module registry loads hundreds of modules anew for each file.
 */
class NodeRuntime extends Runtime {
    unstable_shouldLoadAsEsm() {
        return true;
    }

    /** A file of its own address is evaluated again in each project that it belongs to. */
    async unstable_importModule(file) {
        files += 1;
        globalThis.jest = this._createJestObjectFor(file);
        return await import(`${pathToFileURL(file)}?${files}`);
    }

    requireModule(file) {
        return require(file);
    }

    /** What collects the tests of a file begins anew with each. */
    requireInternalModule(file) {
        if (file.startsWith(circus)) {
            for (const loaded of Object.keys(require.cache)) {
                if (loaded.startsWith(circus)) {
                    delete require.cache[loaded];
                }
            }
        }
        return require(file);
    }
}

module.exports = NodeRuntime;
