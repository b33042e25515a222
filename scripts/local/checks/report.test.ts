import { reportOf } from './report.ts';

const durations = [
    { name: 'structure', milliseconds: 240 },
    { name: 'components', milliseconds: 4100 },
    { name: 'names', milliseconds: 3 },
    { name: 'fields', milliseconds: 4 }
];

test('a report without findings says what took its time and counts the files', () => {
    expect(reportOf(214, [], durations, 4200).split('\n')).toEqual([
        '4.2 s: components 4.1, structure 0.2, 2 others 0.0',
        '214 files checked, 0 findings'
    ]);
});

test('a finding says where, what and how to mend it, in the order of files and lines', () => {
    const finding = { check: 'structure', what: 'A is wrong', mend: 'Correct A.' };
    const report = reportOf(
        2,
        [
            { ...finding, file: 'b.xml' },
            { ...finding, file: 'a.xml:10' },
            { ...finding, file: 'a.xml:9' }
        ],
        [{ name: 'structure', milliseconds: 100 }],
        120
    );
    expect(report.split('\n')).toEqual([
        ...['a.xml:9', 'a.xml:10', 'b.xml'].flatMap((file) => [file, '    A is wrong (structure)', '    Correct A.']),
        '0.1 s: structure 0.1',
        '2 files checked, 3 findings'
    ]);
});
