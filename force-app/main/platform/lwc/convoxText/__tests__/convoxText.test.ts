import { clockText, fillIn } from 'c/convoxText';

test.each([
    ['Call from {0}', ['Meera'], 'Call from Meera'],
    ['{1} of {0}, {1}', [3, 2], '2 of 3, 2'],
    ['No placeholder', ['x'], 'No placeholder'],
    ['{0} and {1}', ['one'], 'one and {1}'],
    ['{0}', ['{0} $& $1'], '{0} $& $1'],
    ['{0} s', [0], '0 s']
])('%s with %j reads %s', (label, values, text) => {
    expect(fillIn(label, ...values)).toBe(text);
});

test.each([
    [0, '0:00'],
    [999, '0:00'],
    [61_000, '1:01'],
    [3_599_000, '59:59'],
    [3_600_000, '1:00:00'],
    [45_296_000, '12:34:56'],
    [-5000, '0:00']
])('%i ms read %s', (milliseconds, text) => {
    expect(clockText(milliseconds)).toBe(text);
});
