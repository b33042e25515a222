import { dialNumber, displayPhone, isWithheld, phoneKey, phonePrefix } from '../convoxContract.ts';
import { numbersInText } from './data/numbersInText.ts';
import { phoneCases } from './data/phoneNumbers.ts';
import { phoneSpellings } from './data/phoneSpellings.ts';

describe('a phone number', () => {
    const cases = [...phoneCases, ...numbersInText];

    test.each(cases)('written as $name has the key "$key" and dials as $dial', ({ text, key, dial }) => {
        expect({ key: phoneKey(text), dial: dialNumber(text) }).toEqual({ key, dial });
    });

    test.each(cases.filter(({ display }) => display !== undefined))(
        'written as $name shows as "$display"',
        ({ text, display }) => {
            expect(displayPhone(text)).toBe(display);
        }
    );

    test.each([
        { text: '+91 98765 43210', prefix: '+91' },
        { text: '0091-9876543210', prefix: '0091' },
        { text: '०९८७६५४३२१०', prefix: '0' },
        { text: '98765 43210 ext 7', prefix: '' },
        { text: '+1 (202) 555-0123', prefix: '' },
        { text: '0012025550123', prefix: '' },
        { text: '12', prefix: '' },
        { text: 'anonymous', prefix: '' },
        { text: '', prefix: '' }
    ])('written as "$text" has "$prefix" before its key', ({ text, prefix }) => {
        expect(phonePrefix(text)).toBe(prefix);
    });

    test('is read to its 255th character and no further', () => {
        expect(phoneKey(`${' '.repeat(260)}9876543210`)).toBe('');
        expect(displayPhone('<'.repeat(10_000))).toHaveLength(255);
    });

    test.each(['', ' ', '-1', '0', '0000000000', 'anonymous', 'unknown', '"A" <sip:anonymous@192.168.100.20>'])(
        'sent as "%s" was withheld',
        (text) => {
            expect(isWithheld(text)).toBe(true);
        }
    );

    test.each(['43201', '121', '100', '9876543210', '"Ravi" <43201>', '-12'])('sent as "%s" was not', (text) => {
        expect(isWithheld(text)).toBe(false);
    });
});

test('numbers of India and twenty countries have one key each, however they are written', () => {
    const seed = 20_261_129;
    const spellings = phoneSpellings(seed);
    expect(spellings.length).toBeGreaterThan(5000);
    const wrong = spellings.filter(({ text, key }) => phoneKey(text) !== key);
    expect({ seed, wrong }).toEqual({ seed, wrong: [] });
});

test('no two numbers of India and twenty countries share a key', () => {
    const numbers = new Map<string, Set<string>>();
    for (const { number, text } of phoneSpellings(7)) {
        const key = phoneKey(text);
        numbers.set(key, (numbers.get(key) ?? new Set()).add(number));
    }
    expect([...numbers].filter(([, sharing]) => sharing.size > 1)).toEqual([]);
});
