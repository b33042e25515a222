const { transformSync } = require('esbuild');

/** Jest transform for Node tests: strips types and turns ES modules into CommonJS, import.meta paths included. */
module.exports = {
    process(source, file) {
        const { code } = transformSync(source, {
            loader: file.endsWith('ts') ? 'ts' : 'js',
            format: 'cjs',
            target: 'node22',
            sourcemap: 'inline',
            sourcefile: file,
            define: {
                'import.meta.dirname': '__dirname',
                'import.meta.filename': '__filename',
                'import.meta.url': '__importMetaUrl'
            }
        });
        const url = code.includes('__importMetaUrl')
            ? 'const __importMetaUrl = require("node:url").pathToFileURL(__filename).href;'
            : '';
        return { code: url + code };
    }
};
