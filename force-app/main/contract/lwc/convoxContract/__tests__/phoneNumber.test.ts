import { dialNumber, displayPhone, phoneKey } from '../convoxContract.ts';
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

    test('is read to its 255th character and no further', () => {
        expect(phoneKey(`${' '.repeat(260)}9876543210`)).toBe('');
        expect(displayPhone('<'.repeat(10_000))).toHaveLength(255);
    });
});
