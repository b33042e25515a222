import { countFromJestReport, countFromPlaywrightReport, skippedIn, stepsOf } from './steps.ts';

describe('what a step counts', () => {
    test('counts a suite that could not load as a failure', () => {
        const report = JSON.stringify({ numPassedTests: 4, numFailedTests: 0, numFailedTestSuites: 1 });
        expect(countFromJestReport(report)).toEqual({ passed: 4, failed: 1 });
    });

    test('counts a browser test that needed a second attempt, and a file that could not load, as failures', () => {
        const report = { stats: { expected: 12, unexpected: 2, flaky: 1, skipped: 0 }, errors: [{ message: 'gone' }] };
        expect(countFromPlaywrightReport(JSON.stringify(report))).toEqual({ passed: 12, failed: 4 });
    });

    test('refuses a report that is not from Jest', () => {
        expect(() => countFromJestReport('{"passed":1}')).toThrow();
    });
});

test('what was skipped is found, once each, wherever it stands', () => {
    const output =
        'PASS a\nSkipped: nginx, because it is not installed\n  Skipped: Caddy\nSkipped: Caddy\nwas Skipped: x\n';
    expect(skippedIn(output)).toEqual(['Skipped: nginx, because it is not installed', 'Skipped: Caddy']);
});

test('every step waits only for steps that exist', () => {
    const steps = stepsOf('/project', '/results');
    const names = steps.map((step) => step.name);
    expect(steps.flatMap((step) => step.after ?? []).filter((name) => !names.includes(name))).toEqual([]);
});
