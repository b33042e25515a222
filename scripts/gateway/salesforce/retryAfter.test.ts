import { readRetryAfter } from './retryAfter.ts';

const NOW = Date.parse('2026-11-22T11:00:00Z');

test.each<[string, Record<string, string>, number | undefined]>([
    ['nothing', {}, undefined],
    ['seconds', { 'retry-after': '17' }, 17],
    ['parts of a second', { 'retry-after': '0.1' }, 0.1],
    ['a day', { 'retry-after': '86400' }, 900],
    ['more than a timer holds', { 'retry-after': '2592000000' }, 900],
    ['Infinity', { 'retry-after': 'Infinity' }, undefined],
    ['a negative number', { 'retry-after': '-5' }, undefined],
    ['no seconds', { 'retry-after': '0' }, undefined],
    ['words', { 'retry-after': 'soon' }, undefined],
    ['a date', { 'retry-after': 'Sun, 22 Nov 2026 11:02:00 GMT' }, 120],
    ['a date that is over', { 'retry-after': 'Sun, 22 Nov 2026 10:59:00 GMT' }, undefined],
    ['a date of next year', { 'retry-after': 'Mon, 22 Nov 2027 11:00:00 GMT' }, 900],
    [
        'a date, by the clock of the server that says it',
        { 'retry-after': 'Sun, 22 Nov 2026 15:00:30 GMT', date: 'Sun, 22 Nov 2026 15:00:00 GMT' },
        30
    ]
])('a Retry-After of %s', (_, headers, seconds) => {
    expect(readRetryAfter(new Headers(headers), () => NOW)).toBe(seconds);
});
