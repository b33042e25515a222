import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BuildError, compilePackage } from './compile.ts';

const packages = join(import.meta.dirname, '..', '..', 'node_modules');
const CONFIG = {
    compilerOptions: {
        target: 'ESNext',
        module: 'ESNext',
        moduleResolution: 'bundler',
        rewriteRelativeImportExtensions: true,
        noCheck: true,
        types: []
    },
    include: ['force-app/**/*.ts']
};

let root: string;
beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'package-'));
    symlinkSync(packages, join(root, 'node_modules'));
    write('tsconfig.json', JSON.stringify(CONFIG));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
}

const inRoom = (bundle: string, file: string): string => `force-app/main/calls/lwc/${bundle}/${file}`;

test('components are compiled in place, and modules hold what components import of them', async () => {
    write(inRoom('words', 'words.ts'), "export const used: string = 'used';\nexport const unused: string = 'unused';");
    write(inRoom('card', 'card.html'), '<template></template>');
    write(
        inRoom('card', 'card.ts'),
        "import { LightningElement } from 'lwc';\nimport { used } from 'c/words';\n" +
            'export default class Card extends LightningElement { text: string = used; }'
    );
    const built = await compilePackage(root);
    expect(built.map(({ bundle }) => bundle).sort()).toEqual(['card', 'words']);
    expect(readFileSync(join(root, inRoom('card', 'card.js')), 'utf8')).toContain('export default class Card');
    const words = readFileSync(join(root, inRoom('words', 'words.js')), 'utf8');
    expect(words).toMatch(/export \{\s*used\s*\}/);
    expect(words).not.toContain('unused');
});

test('a component is one file whatever it is made of, and still a default export', async () => {
    write(inRoom('card', 'card.html'), '<template></template>');
    write(inRoom('card', 'words.ts'), "export const used: string = 'used';\nexport const unused: string = 'unused';");
    write(
        inRoom('card', 'card.ts'),
        "import { LightningElement, api } from 'lwc';\nimport { used } from './words.ts';\n" +
            'const twice: string = used + used;\n' +
            'export default class Card extends LightningElement { @api text: string = twice; }'
    );
    await compilePackage(root);
    expect(globSync('*.js', { cwd: join(root, inRoom('card', '')) })).toEqual(['card.js']);
    const card = readFileSync(join(root, inRoom('card', 'card.js')), 'utf8');
    expect(card).toMatch(/export default class Card extends LightningElement \{\s*@api/);
    expect(card).not.toContain('unused');
});

test('a package that an org would refuse is not built, and every reason is named with its file', async () => {
    write(inRoom('card', 'card.html'), '<template></template>');
    write(
        inRoom('card', 'card.ts'),
        "import { LightningElement } from 'lwc';\nclass Card extends LightningElement {}\nexport { Card };"
    );
    write(inRoom('far', 'far.html'), '<template></template>');
    write(
        inRoom('far', 'far.ts'),
        "import { LightningElement } from 'lwc';\nimport 'zod';\n" +
            "export default class Far extends LightningElement { run = () => eval('1'); }"
    );
    write(inRoom('large', 'large.ts'), `export const text: string = '${'x'.repeat(140_000)}';`);
    const failure: unknown = await compilePackage(root).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BuildError);
    const { message } = failure instanceof Error ? failure : new Error();
    expect(message).toMatch(/card\/card\.js would deploy but not render/);
    expect(message).toMatch(/far\/far\.js imports 'zod'/);
    expect(message).toMatch(/far\/far\.js evaluates text as code/);
    expect(message).toMatch(/large\/large\.js is 1\d{5} bytes/);
});

test('of a bundle that was moved nothing stays behind', async () => {
    write('force-app/main/softphone/lwc/words/words.js', 'export const used = 1;');
    write(inRoom('words', 'words.ts'), 'export const used: number = 1;');
    write(inRoom('words', 'words.js-meta.xml'), '');
    await compilePackage(root);
    expect(globSync('force-app/main/*/lwc/*', { cwd: root })).toEqual(['force-app/main/calls/lwc/words']);
});

test('what TypeScript does not understand is not built', async () => {
    write(inRoom('words', 'words.ts'), 'export const = 1;');
    await expect(compilePackage(root)).rejects.toThrow(/words\.ts\(1,14\): error TS/);
});
