import { describeOption, exactOption, searchOptions, stepTo } from '../optionSearch.ts';

const OPTIONS = [
    { code: 'CB', label: 'Call back' },
    { code: 'SALE', label: 'Sale made' },
    { code: 'NI', label: 'Not interested' },
    { code: 'PRESALE', label: 'Pre-sale question' }
];

const codes = (options: readonly { code: string }[]): string[] => options.map(({ code }) => code);

test.each([
    ['nothing typed shows all, in their own order', '', ['CB', 'SALE', 'NI', 'PRESALE']],
    ['the exact code comes first', 'ni', ['NI']],
    ['a beginning of the code beats a word of the name', 'sal', ['SALE', 'PRESALE']],
    ['a beginning of a later word counts', 'inter', ['NI']],
    ['a word behind a hyphen counts', 'question', ['PRESALE']],
    ['any part counts last', 'ack', ['CB']],
    ['several words may stand anywhere in code and name', 'question pre', ['PRESALE']],
    ['a part of the code and a word of the name fit together', 'ale ma', ['SALE']],
    ['spaces around do not matter', '  cb ', ['CB']],
    ['nothing fits', 'zzz', []]
])('%s', (_name, typed, expected) => {
    expect(codes(searchOptions(OPTIONS, typed))).toEqual(expected);
});

test.each([
    ['its code in small letters', 'sale', 'SALE'],
    ['its name', 'Call back', 'CB'],
    ['both, as the field shows it', 'Not interested (NI)', 'NI'],
    ['only a part of it', 'Not', undefined],
    ['nothing', '', undefined]
])('an option is typed out by %s', (_name, typed, expected) => {
    expect(exactOption(OPTIONS, typed)?.code).toBe(expected);
});

test('an option without a name of its own is shown by its code alone', () => {
    expect(describeOption({ code: 'DNC', label: '' })).toBe('DNC');
    expect(describeOption({ code: 'DNC', label: 'DNC' })).toBe('DNC');
});

test.each([
    ['down from nowhere', -1, 1, 3, 0],
    ['up from nowhere', -1, -1, 3, 2],
    ['down from the last', 2, 1, 3, 0],
    ['up from the first', 0, -1, 3, 2],
    ['in an empty list', 0, 1, 0, -1]
] as const)('an arrow key leads %s', (_name, active, step, count, expected) => {
    expect(stepTo(active, step, count)).toBe(expected);
});
