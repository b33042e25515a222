import { extraReader } from './extraValues.ts';
import type { FieldShape } from './fieldSchema.ts';

const MOMENT = { timeZone: 'America/Chicago', now: new Date('2026-11-30T10:00:00Z') };
const shapes: Readonly<Record<string, FieldShape>> = {
    text: { kind: 'text', length: 8, digits: 0, decimals: 0 },
    choice: { kind: 'text', length: 255, digits: 0, decimals: 0, choices: ['Gold', 'Silver'] },
    lines: { kind: 'lines', length: 20, digits: 0, decimals: 0 },
    number: { kind: 'number', length: 0, digits: 4, decimals: 2 },
    long: { kind: 'number', length: 0, digits: 18, decimals: 0 },
    checkbox: { kind: 'checkbox', length: 0, digits: 0, decimals: 0 },
    date: { kind: 'date', length: 0, digits: 0, decimals: 0 },
    dateTime: { kind: 'dateTime', length: 0, digits: 0, decimals: 0 }
};
const fields = Object.entries(shapes).map(([name, shape]) => ({
    parameter: `MY ${name}`,
    field: name,
    place: '',
    shape
}));
const read = (...parameters: [string, string | false][]) => extraReader(fields)(parameters, MOMENT);

test.each<[keyof typeof shapes, string | false, unknown]>([
    ['text', ' Gold\n', 'Gold'],
    ['text', 'a < b', 'a < b'],
    ['lines', 'one\ntwo', 'one\ntwo'],
    ['choice', 'Gold', 'Gold'],
    ['number', '12', 12],
    ['number', '-0012.50', -12.5],
    ['number', '12.500', 12.5],
    ['number', '0.25', 0.25],
    ['number', '9999.99', 9999.99],
    ['long', '123456789012345', 123_456_789_012_345],
    ['checkbox', 'Yes', true],
    ['checkbox', '1', true],
    ['checkbox', '0', false],
    ['checkbox', false, false],
    ['date', '2026-11-28', '2026-11-28'],
    ['date', '28-Nov-2026', '2026-11-28'],
    ['date', '2026-11-28 23:30:00', '2026-11-28'],
    ['date', '2026-11-28T23:30:00Z', '2026-11-28'],
    ['date', '2026-11-28T03:30:00Z', '2026-11-27'],
    ['dateTime', '2026-11-28 09:30:00', '2026-11-28T15:30:00.000Z'],
    ['dateTime', '2026-11-28T09:30:00+05:30', '2026-11-28T04:00:00.000Z']
])('a %s takes %s as %s', (name, text, value) => {
    expect(read([`my_${name}`, text])).toEqual({ values: { [name]: value }, unfit: [], quality: [] });
});

test.each<[keyof typeof shapes, string]>([
    ['text', '{{tier}}'],
    ['choice', 'Bronze'],
    ['choice', 'gold'],
    ['number', 'twelve'],
    ['number', '12,5'],
    ['number', '1e3'],
    ['number', '10000'],
    ['number', '0.125'],
    ['number', 'Infinity'],
    ['number', `${'1'.repeat(90)}`],
    ['long', '1234567890123456'],
    ['checkbox', 'maybe'],
    ['date', '05/06/2026'],
    ['date', '2026-02-31'],
    ['dateTime', '2026-11-28'],
    ['dateTime', '2026-03-08 02:30:00 XYZ']
])('a %s leaves %s in the message', (name, text) => {
    expect(read([`my_${name}`, text])).toEqual({ values: {}, unfit: [`MY ${name}`], quality: [] });
});

test.each<[keyof typeof shapes, string | false]>([
    ['text', ''],
    ['text', 'NULL'],
    ['text', false],
    ['number', '-'],
    ['checkbox', ' ']
])('a %s that says %s says nothing', (name, text) => {
    expect(read([`my_${name}`, text])).toEqual({ values: {}, unfit: [], quality: [] });
});

test('a text that is too long is cut, and one that comes twice keeps its first value: both are doubts of the call', () => {
    expect(read(['my text', 'Platinum card'], ['my_lines', 'one'], ['MY LINES', 'two'], ['other', 'x'])).toEqual({
        values: { text: 'Platinum', lines: 'one' },
        unfit: [],
        quality: ['valueCut', 'fieldRepeated']
    });
});
