import { BUDGET_GZIP_BYTES, sizeTable, verdict } from './sizeTable.ts';

const size = (gzipped: number) => ({ name: 'all', minified: 3 * gzipped, gzipped, gzippedWithTemplates: gzipped + 1 });

test.each([
    [BUDGET_GZIP_BYTES, true],
    [BUDGET_GZIP_BYTES + 1, false]
])('%d bytes keep the budget: %s', (gzipped, isKept) => {
    expect(verdict(size(gzipped))).toMatchObject({
        isKept,
        words: expect.stringContaining(isKept ? 'kept' : 'EXCEEDED')
    });
});

test('a line names a bundle and its three sizes', () => {
    expect(sizeTable([size(1000)]).split('\n')[1]).toMatch(/^all +3,000 +1,000 +1,001$/);
});
