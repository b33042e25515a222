import { reportOf } from './report.ts';

test('a report without findings is one line that counts the files', () => {
    expect(reportOf(214, [])).toBe('214 files checked, 0 findings');
});

test('a finding says where, what and how to mend it, in the order of files and lines', () => {
    const finding = { check: 'structure', what: 'A is wrong', mend: 'Correct A.' };
    const report = reportOf(2, [
        { ...finding, file: 'b.xml' },
        { ...finding, file: 'a.xml:10' },
        { ...finding, file: 'a.xml:9' }
    ]);
    expect(report.split('\n')).toEqual([
        ...['a.xml:9', 'a.xml:10', 'b.xml'].flatMap((file) => [file, '    A is wrong (structure)', '    Correct A.']),
        '2 files checked, 3 findings'
    ]);
});
