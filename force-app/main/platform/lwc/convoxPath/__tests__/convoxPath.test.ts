import { isTrueAt, listAt, numberAt, parseJson, textAt, valueAt } from 'c/convoxPath';

const ANSWER = {
    data: { edges: [{ node: { Name: { value: 'Meera' }, Seconds: { value: 61 }, Open: { value: true } } }] }
};
const NODE = ['data', 'edges', 0, 'node'] as const;

test('reads text, numbers and flags along a path', () => {
    expect(textAt(ANSWER, ...NODE, 'Name', 'value')).toBe('Meera');
    expect(numberAt(ANSWER, ...NODE, 'Seconds', 'value')).toBe(61);
    expect(isTrueAt(ANSWER, ...NODE, 'Open', 'value')).toBe(true);
    expect(listAt(ANSWER, 'data', 'edges')).toHaveLength(1);
});

test.each([
    ['nothing at all', undefined],
    ['null', null],
    ['text where a record was expected', 'x'],
    ['a list where a record was expected', [1]],
    ['a record without the key', {}]
])('finds nothing in %s', (_name, root) => {
    expect(valueAt(root, 'data', 'edges')).toBeUndefined();
    expect(textAt(root, 'data', 'edges')).toBe('');
    expect(numberAt(root, 'data')).toBeUndefined();
    expect(isTrueAt(root, 'data')).toBe(false);
    expect(listAt(root, 'data')).toEqual([]);
});

test('writes a number out when text is asked for, and refuses what is neither', () => {
    expect(textAt({ code: 12 }, 'code')).toBe('12');
    expect(textAt({ code: {} }, 'code')).toBe('');
    expect(numberAt({ code: Number.NaN }, 'code')).toBeUndefined();
});

test.each([
    ['{"a":1}', { a: 1 }],
    ['null', null],
    ['{', undefined],
    ['', undefined],
    [null, undefined]
])('parses %j', (text, value) => {
    expect(parseJson(text)).toEqual(value);
});
