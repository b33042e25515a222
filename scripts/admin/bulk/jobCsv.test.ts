import { jobCsv } from './jobCsv.ts';

test.each<[string, Parameters<typeof jobCsv>[0], string]>([
    ['fields that only some have', [{ A: 1 }, { B: true, A: 'x' }], 'A,B\n1,\nx,true\n'],
    ['a field to be emptied', [{ A: null }], 'A\n#N/A\n'],
    ['a text that would empty the field', [{ A: '#N/A', B: 'x' }], 'A,B\n,x\n'],
    ['commas, quotes and lines', [{ A: 'a,"b"\r\nc' }], 'A\n"a,""b""\nc"\n'],
    ['nothing', [], '\n']
])('%s', (_what, records, csv) => {
    expect(jobCsv(records)).toBe(csv);
});
