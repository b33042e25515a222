import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { eventually } from './expect.ts';
import type { ProbePage } from './sandboxProbe.ts';
import { openProbePage } from './sandboxProbe.ts';

/** What a component of the package might try. */
const PROBE = `
export default {
    read: (key: string): string | null => localStorage.getItem(key),
    keep: (key: string): void => localStorage.setItem(key, 'kept'),
    cookie: (): string => document.cookie,
    sees: (name: string): boolean => name in window,
    evaluate: (text: string): unknown => (0, eval)(text),
    insert: (): void => document.body.insertAdjacentHTML('beforeend', '<b>inserted</b>'),
    work: (): unknown => new SharedWorker('/worker.js'),
    rename: (): void => { document.domain = 'other.example'; },
    fail: (): void => {
        throw new TypeError('planted');
    }
};
`;

const SourceMapFile = z.object({
    version: z.number(),
    sources: z.array(z.string()),
    sourcesContent: z.array(z.string()),
    names: z.array(z.string()),
    mappings: z.string()
});

let probe: ProbePage;
let page: Page;

test.beforeAll(async ({ browser }) => {
    probe = await openProbePage(PROBE);
    page = await browser.newPage();
    await page.goto(probe.url);
    await page.waitForFunction('window.probe');
    await page.evaluate(`
        localStorage.setItem('ofThePage', 'secret');
        localStorage.setItem('LSKey[other]ofAnother', 'secret');
        document.cookie = 'sid=secret';
        window.ofThePage = 'secret';
    `);
});
test.afterAll(async () => {
    await page.close();
    await probe.close();
});

const silences: readonly (readonly [what: string, expression: string, answer: unknown])[] = [
    ['reads no storage key of the page', `probe.read('ofThePage')`, null],
    ['reads no storage key of another namespace', `probe.read('LSKey[other]ofAnother')`, null],
    ['has its own storage keys', `(probe.keep('own'), probe.read('own'))`, 'kept'],
    ['has them under its namespace', `(probe.keep('own'), localStorage.getItem('LSKey[c]own'))`, 'kept'],
    ['reads no cookie of the page', 'probe.cookie()', ''],
    ['sees no global of the page', `probe.sees('ofThePage')`, false],
    ['cannot give the page a global', `(probe.evaluate('var planted = 1'), 'planted' in window)`, false]
];

for (const [what, expression, answer] of silences) {
    test(`a component ${what}`, async () => {
        assert.deepEqual(await page.evaluate(expression), answer);
    });
}

const refusals: readonly (readonly [what: string, expression: string, words: RegExp])[] = [
    ['insert markup into the body', 'probe.insert()', /Lightning Web Security: Cannot insert adjacent HTML/],
    ['start a shared worker', 'probe.work()', /Lightning Web Security: Cannot create SharedWorker/],
    ["change the document's domain", 'probe.rename()', /Lightning Web Security: Cannot set document\.domain/]
];

for (const [what, expression, words] of refusals) {
    test(`a component that tries to ${what} is told that it may not`, async () => {
        await assert.rejects(() => page.evaluate(expression), words);
    });
}

for (const [what, expression] of [
    ['throws', 'setTimeout(() => probe.fail())'],
    ['rejects', 'void Promise.resolve().then(() => probe.fail())']
] as const) {
    test(`what a component ${what} is reported with its message and the line that it was written in`, async () => {
        const failures: Error[] = [];
        page.on('pageerror', (failure) => failures.push(failure));
        await page.evaluate(expression);
        await eventually(
            () => failures.length,
            (count) => assert.equal(count, 1)
        );
        page.removeAllListeners('pageerror');
        const [failure] = failures;
        assert.equal(failure?.message, 'planted');
        const [, line = '', column = ''] = /\/assets\/c\/probe\.js:(\d+):(\d+)/.exec(failure?.stack ?? '') ?? [];
        const map = new SourceMap({
            file: '',
            sourceRoot: '',
            ...SourceMapFile.parse(JSON.parse(readFileSync(probe.sourceMap, 'utf8')))
        });
        const origin = map.findOrigin(Number(line), Number(column));
        assert.ok('lineNumber' in origin && origin.fileName.endsWith('probe.ts'), JSON.stringify(origin));
        assert.match(PROBE.split('\n')[origin.lineNumber - 1] ?? '', /throw new TypeError/);
    });
}
