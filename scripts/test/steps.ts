import { join } from 'node:path';
import { array, number, object, parse, unknown } from 'zod/mini';

export interface Count {
    readonly passed: number;
    readonly failed: number;
}

/** One thing that `npm test` proves. */
export interface Step {
    readonly name: string;
    /** A script of ours (`.ts`), or a file of an installed package, with its arguments. */
    readonly command: readonly string[];
    /** Steps that must have passed before this one starts. */
    readonly after?: readonly string[];
    /** Cores that it keeps busy; one when left out. */
    readonly cores?: number;
    /** The file in which the step tells how many tests ran; without it the step itself counts as one. */
    readonly report?: { readonly file: string; readonly count: (text: string) => Count };
}

const JestReport = object({ numPassedTests: number(), numFailedTests: number(), numFailedTestSuites: number() });
const PlaywrightReport = object({
    stats: object({ expected: number(), unexpected: number(), flaky: number() }),
    errors: array(unknown())
});

/** Lines by which tests say what this machine lacks for them, each once. */
export function skippedIn(output: string): string[] {
    return [...new Set([...output.matchAll(/^\s*(Skipped: .+)$/gm)].map(([, line = '']) => line))];
}

/** A suite that cannot even load has no failed tests in Jest's report; it counts as one. */
export function countFromJestReport(text: string): Count {
    const report = parse(JestReport, JSON.parse(text));
    return { passed: report.numPassedTests, failed: Math.max(report.numFailedTests, report.numFailedTestSuites) };
}

/** What broke outside of every test, a file that could not load, counts as one. */
export function countFromPlaywrightReport(text: string): Count {
    const { stats, errors } = parse(PlaywrightReport, JSON.parse(text));
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

export function stepsOf(root: string, results: string): Step[] {
    const installed = (file: string): string => join(root, 'node_modules', file);
    const types = (project: string): string[] => [installed('typescript-native/bin/tsc'), '--noEmit', '-p', project];
    const jestReport = join(results, 'jest.json');
    return [
        { name: 'build', command: ['scripts/build/build.ts'] },
        { name: 'types of component tests', command: types('config/tsconfig.tests.json') },
        {
            name: 'browser tests',
            command: [installed('@playwright/test/cli.js'), 'test', '--config=scripts/e2e/playwright.config.ts'],
            after: ['build'],
            report: { file: join(results, 'browser.json'), count: countFromPlaywrightReport }
        },
        { name: 'lint', command: [installed('oxlint/bin/oxlint'), '--deny-warnings'] },
        {
            name: 'lint of components',
            command: [installed('eslint/bin/eslint.js'), 'force-app', '--max-warnings=0']
        },
        { name: 'types of scripts', command: types('scripts/tsconfig.json'), after: ['build'] },
        {
            name: 'format',
            command: [installed('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
            after: ['build']
        },
        { name: 'what nobody uses', command: [installed('knip/bin/knip.js')], after: ['build'] },
        { name: 'metadata', command: ['scripts/local/checks/check.ts'], after: ['build'] },
        { name: 'types of the console page', command: types('scripts/local/console/page/tsconfig.json') },
        { name: 'types of the agent screen', command: types('scripts/simulator/page/tsconfig.json') },
        { name: 'size of the agent path', command: ['scripts/bench/checkSizes.ts'], after: ['build'] },
        {
            name: 'unit tests',
            command: [installed('jest/bin/jest.js'), '--maxWorkers=2', '--json', `--outputFile=${jestReport}`],
            after: ['build'],
            cores: 2,
            report: { file: jestReport, count: countFromJestReport }
        }
    ];
}
