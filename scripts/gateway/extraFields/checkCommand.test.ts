import { summaryOf } from './checkCommand.ts';

test.each([
    [0, 0, 'No extra fields are set: calls keep what the package has fields for'],
    [1, 1, 'The org can take the one extra field'],
    [0, 1, 'The org can take none of 1 extra field'],
    [3, 3, 'The org can take all 3 extra fields'],
    [2, 8, 'The org can take 2 of 8 extra fields'],
    [0, 8, 'The org can take none of 8 extra fields']
])('%s usable of %s: %s', (usable, all, words) => {
    expect(summaryOf(usable, all)).toBe(words);
});
