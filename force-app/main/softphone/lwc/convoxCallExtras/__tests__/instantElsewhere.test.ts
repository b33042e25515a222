import { arrivedCall, nextCall } from 'c/convoxCallState';
import { ASHA, lookupOf, popOf } from '../../convoxCallState/__tests__/sampleLookup';
import { instantElsewhere } from '../instantElsewhere.ts';

const PROMISE = { date: '2026-11-20', time: '15:45' };

test.each([
    ['the same clock', 'Asia/Kolkata', PROMISE, ''],
    ['a clock elsewhere', 'America/New_York', PROMISE, '2026-11-20T20:45:00.000Z'],
    ['a clock elsewhere, before a time is chosen', 'America/New_York', {}, '']
])('the promise of a server with %s', (_clock, timeZone, draft, expected) => {
    const arrived = arrivedCall(popOf(), 0, { draft });
    const lookup = lookupOf({ agents: [{ ...ASHA, timeZone }] });
    const call = nextCall(arrived, { type: 'lookedUp', lookup });
    expect(instantElsewhere(call, 'Asia/Kolkata')).toBe(expected);
});

test('before it is known whose call it is there is no promise to show', () => {
    expect(instantElsewhere(arrivedCall(popOf(), 0, { draft: PROMISE }), 'Asia/Kolkata')).toBe('');
});
