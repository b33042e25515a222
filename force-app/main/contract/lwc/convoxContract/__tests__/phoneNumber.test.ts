import { dialNumber, displayPhone, phoneKey, phonePrefix } from '../convoxContract.ts';
import { phoneCases } from './data/phoneNumbers.ts';

describe('a phone number', () => {
    test.each(phoneCases)('written as $name has the key "$key"', ({ text, key }) => {
        expect(phoneKey(text)).toBe(key);
    });

    test.each(phoneCases)('written as $name dials as $dial', ({ text, dial }) => {
        expect(dialNumber(text)).toBe(dial);
    });

    test.each(phoneCases.filter(({ display }) => display !== undefined))(
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
        { text: '+1 (202) 555-0123', prefix: '+1' },
        { text: '+2345678', prefix: '' },
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
});
