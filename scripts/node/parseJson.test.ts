import { parseJson } from './parseJson.ts';

test.each([
    ['{"a":[1]}', { a: [1] }],
    ['null', null],
    ['', undefined],
    ['<html>', undefined],
    ['{"a":', undefined]
])('%s is read as %j', (text, value) => {
    expect(parseJson(text)).toEqual(value);
});
