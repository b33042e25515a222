import {
    BUDGET_GZIP_BYTES,
    CONTROLS_BUDGET_GZIP_BYTES,
    IDLE_BUDGET_GZIP_BYTES,
    sizeTable,
    verdicts
} from './sizeTable.ts';

const size = (gzipped: number) => ({ name: 'all', minified: 3 * gzipped, gzipped, gzippedWithTemplates: gzipped + 1 });

test.each([
    [BUDGET_GZIP_BYTES, IDLE_BUDGET_GZIP_BYTES, CONTROLS_BUDGET_GZIP_BYTES, true],
    [BUDGET_GZIP_BYTES + 1, IDLE_BUDGET_GZIP_BYTES, CONTROLS_BUDGET_GZIP_BYTES, false],
    [BUDGET_GZIP_BYTES, IDLE_BUDGET_GZIP_BYTES + 1, CONTROLS_BUDGET_GZIP_BYTES, false],
    [BUDGET_GZIP_BYTES, IDLE_BUDGET_GZIP_BYTES, CONTROLS_BUDGET_GZIP_BYTES + 1, false]
])(
    '%d bytes for a call, %d between calls and %d for the controls keep the budgets: %s',
    (call, idle, controls, isKept) => {
        const sizes = {
            agentPath: [],
            agentPathTogether: size(call),
            idlePanel: [],
            idlePanelTogether: size(idle),
            controls: [],
            controlsTogether: size(controls),
            recordPages: []
        };
        expect(verdicts(sizes)).toMatchObject({
            isKept,
            words: expect.stringContaining(isKept ? 'kept' : 'EXCEEDED')
        });
    }
);

test('a line names a bundle and its three sizes', () => {
    expect(sizeTable([size(1000)]).split('\n')[1]).toMatch(/^all +3,000 +1,000 +1,001$/);
});
