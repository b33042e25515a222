import { writtenNumbers } from 'c/convoxWrittenNumbers';
import { numbersInText } from '../../convoxContract/__tests__/data/numbersInText';

test.each<[written: string, numbers: [text: string, dial: string, extension?: string][]]>([
    ['98765 43208', [['98765 43208', '9876543208']]],
    ['98765 43208 ext. 12', [['98765 43208', '9876543208', '12']]],
    ['98765 43208 x12', [['98765 43208', '9876543208', '12']]],
    ['98765 43208 #12', [['98765 43208', '9876543208', '12']]],
    ['98765 43208, Extn: 1234', [['98765 43208', '9876543208', '1234']]],
    ['98765 43208 extension 12345678', [['98765 43208', '9876543208']]],
    [
        '98765 43201 / 98765 43202',
        [
            ['98765 43201', '9876543201'],
            ['98765 43202', '9876543202']
        ]
    ],
    [
        '040-4012 3400 ext 7; +91 98765 43202 98765 43203',
        [
            ['40 4012 3400', '4040123400', '7'],
            ['98765 43202', '9876543202'],
            ['98765 43203', '9876543203']
        ]
    ],
    ['98765 43201, 098765-43201', [['98765 43201', '9876543201']]],
    ['022-24950012 to 15', [['22 2495 0012', '2224950012']]],
    ['022-24950012/24950013', [['22 2495 0012', '2224950012']]],
    [
        '98765 43201 or 1800 120 0000',
        [
            ['98765 43201', '9876543201'],
            ['18001200000', '']
        ]
    ],
    ['9.87654321E9', [['98765 43210', '9876543210']]],
    ['1800', [['1800', '']]],
    ['call the office', [['call the office', '']]]
])('%s', (written, numbers) => {
    expect(writtenNumbers(written)).toEqual(numbers.map(([text, dial, extension = '']) => ({ text, dial, extension })));
});

test('the first number is the one that the key says, whatever stands around it', () => {
    const firsts = numbersInText.map(({ text }) => writtenNumbers(text)[0]?.dial);
    expect(firsts).toEqual(numbersInText.map(({ dial = '' }) => dial));
});

test('nothing that is written takes long to read', () => {
    expect(writtenNumbers('9876543210 '.repeat(5000)).length).toBe(1);
});
