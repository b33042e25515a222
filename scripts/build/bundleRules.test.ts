import { brokenRules, foreignImports, LARGEST_FILE } from './bundleRules.ts';
import type { Bundle } from './bundles.ts';

const view: Bundle = {
    name: 'callCard',
    folder: 'callCard',
    source: 'callCard.ts',
    output: 'callCard/callCard.js',
    hasTemplate: true
};
const logic: Bundle = { ...view, hasTemplate: false };
const COMPONENT =
    "import { LightningElement } from 'lwc';\nexport default class CallCard extends LightningElement {}\n";

describe('what an org would refuse about a compiled file', () => {
    test.each([
        ['a component that registers', view, COMPONENT, []],
        ['a module that only exports', logic, 'export const ringing = true;\n', []],
        [
            'a bundled component',
            view,
            COMPONENT.replace('export default class', 'class') + 'export { CallCard as default };\n',
            ['would deploy but not render']
        ],
        ['npm code that was not bundled', logic, "import * as z from 'zod/mini';\n", ["imports 'zod/mini'"]],
        ['text run as code', logic, 'export const run = (text) => new Function(text)();\n', ['evaluates text as code']],
        [
            'a file above the limit',
            logic,
            `export const text = '${'x'.repeat(LARGEST_FILE)}';\n`,
            ['an org takes 131072']
        ]
    ])('%s', (_name, bundle, code, expected) => {
        const broken = brokenRules(bundle, code);
        expect(broken).toHaveLength(expected.length);
        expected.forEach((text, index) => expect(broken[index]).toContain(text));
    });
});

test('only npm packages are foreign to the platform', () => {
    const code = [
        "import { api } from 'lwc';",
        "import x from 'c/x';",
        "import l from '@salesforce/label/c.X';",
        "export * from './part.js';",
        "import 'zod';"
    ];
    expect(foreignImports(code.join('\n'))).toEqual(['zod']);
});
