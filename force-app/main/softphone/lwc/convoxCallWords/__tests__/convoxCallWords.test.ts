import { announcementText, numberText, phaseText, titleText } from 'c/convoxCallWords';
import { arrivedCall, nextCall } from 'c/convoxCallState';
import type { CallState } from 'c/convoxCallState';
import type { CallerLookup } from 'c/convoxCallerQuery';
import { KABIR, lookupOf, MEERA, popOf } from '../../convoxCallState/__tests__/sampleLookup';

const unanswered = nextCall(arrivedCall(popOf(), 0), {
    type: 'failed',
    operation: 'lookUp',
    report: { kind: 'offline', lines: ['Server error'], codes: [], status: 500 }
});

function looked(
    lookup: Partial<CallerLookup>,
    callerNumber = '9876543201',
    direction: 'Inbound' | 'Outbound' = 'Inbound'
): CallState {
    return nextCall(arrivedCall(popOf({ callerNumber, direction }), 0), { type: 'lookedUp', lookup: lookupOf(lookup) });
}

test.each([
    ['a known caller', looked({ customers: [MEERA] }), 'Meera Iyer', 'Announce_From'],
    ['an unknown caller', looked({}), '98765 43201', 'Announce_From c.ConVox_CallWords_Announce_Unknown'],
    [
        'several records',
        looked({ customers: [MEERA, KABIR] }),
        '98765 43201',
        'Announce_From c.ConVox_CallWords_Announce_Several'
    ],
    ['a short number', looked({}, '43201'), '43201', 'Announce_From c.ConVox_CallWords_Announce_Unknown'],
    ['a withheld number', looked({}, 'anonymous'), 'c.ConVox_CallWords_Withheld', 'Announce_Withheld'],
    ['one who is called', looked({ customers: [MEERA] }, undefined, 'Outbound'), 'Meera Iyer', 'Announce_To'],
    ['one whose lookup failed', unanswered, '98765 43201', 'Announce_From'],
    ['a call that is looked up', arrivedCall(popOf(), 0), '98765 43201', 'Looking_Up'],
    ['a call of another agent', looked({ agents: [] }), '98765 43201', 'Not_Mine']
])('%s', (_name, state, title, announcement) => {
    expect(titleText(state)).toBe(title);
    expect(announcementText(state)).toBe(`c.ConVox_CallWords_${announcement}`);
});

test('a number that identifies nobody is no number', () => {
    expect(numberText(arrivedCall(popOf({ callerNumber: 'anonymous' }), 0))).toBe('');
});

test('every phase has words', () => {
    expect(phaseText(looked({ customers: [MEERA] }))).toBe('c.ConVox_CallWords_Open');
});
