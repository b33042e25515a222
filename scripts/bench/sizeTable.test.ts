import { BUDGET_GZIP_BYTES, LATER_BUDGETS, sizeTable, verdicts } from './sizeTable.ts';

const size = (gzipped: number, name = 'all') => ({
    name,
    minified: 3 * gzipped,
    gzipped,
    gzippedWithTemplates: gzipped + 1
});

const late = 'convoxCallExtras, later';
const lateBudget = LATER_BUDGETS[late] ?? 0;

test.each([
    ['both budgets are kept', BUDGET_GZIP_BYTES, late, lateBudget, true],
    ['a call may not load a byte more', BUDGET_GZIP_BYTES + 1, late, lateBudget, false],
    ['what comes later neither', BUDGET_GZIP_BYTES, late, lateBudget + 1, false],
    ['what comes later without a budget is not free', BUDGET_GZIP_BYTES, 'convoxNew, later', 1, false]
])('%s', (_name, call, laterName, later, isKept) => {
    const sizes = {
        agentPath: { parts: [], together: size(call) },
        later: [{ parts: [], together: size(later, laterName) }],
        recordPages: []
    };
    expect(verdicts(sizes)).toMatchObject({ isKept, words: expect.stringContaining(isKept ? 'kept' : 'EXCEEDED') });
});

test('a line names a bundle and its three sizes', () => {
    expect(sizeTable([size(1000)]).split('\n')[1]).toMatch(/^all +3,000 +1,000 +1,001$/);
});
