import { decodeCallStatus } from '#contract';
import { callNews } from './callNews.ts';

const RECEIVED = Date.parse('2026-11-30T05:30:00Z');

const SAID = {
    CALL_REFERENCE_ID: 'R1',
    MOBILE_NO: '9876543201',
    USER_ID: 'AG_ASHA',
    CALL_STATUS: 'Connected',
    CALL_DATE: '2026-11-30T10:45:00',
    CALL_DURATION: '95',
    QUEUE_DURATION: '20',
    RING_DURATION: '5',
    PROCESS_NAME: 'SALES',
    DISPOSITION: ''
};

function newsOf(changes: Readonly<Record<string, string>>, server?: string): unknown {
    const decoded = decodeCallStatus(Object.entries({ ...SAID, ...changes }), {
        timeZone: 'Asia/Kolkata',
        now: new Date(RECEIVED)
    });
    if (!decoded.ok) {
        throw new Error('not understood');
    }
    return callNews(decoded.value, RECEIVED, server);
}

const wrapUp = {
    agentCode: 'AG_ASHA',
    state: 'Wrap-Up',
    since: Date.parse('2026-11-30T05:17:00Z'),
    source: 'Call Status',
    detail: 'SALES'
};

test.each<[string, Readonly<Record<string, string>>, object | undefined]>([
    ['has no disposition yet', {}, wrapUp],
    [
        'has its disposition: nobody told what the agent does since',
        { DISPOSITION: 'SALE' },
        { ...wrapUp, state: 'Unknown', detail: '' }
    ],
    ['ends later on ConVox’s clock than here', { CALL_DURATION: '3000' }, { ...wrapUp, since: RECEIVED }],
    ['was not connected', { CALL_STATUS: 'not connected' }, undefined],
    [
        'the agent made and nobody answered: what was known before holds no more',
        { CALL_STATUS: 'not connected', CALL_MODE: 'MANUAL', CALL_DURATION: '', QUEUE_DURATION: '' },
        { ...wrapUp, state: 'Unknown', since: Date.parse('2026-11-30T05:15:07Z'), detail: '' }
    ],
    ['had no agent', { USER_ID: '' }, undefined],
    ['has an agent that is no agent’s code', { USER_ID: 'AG ASHA' }, undefined],
    ['has no duration', { CALL_DURATION: '' }, undefined],
    ['has a duration that nobody can read', { CALL_DURATION: 'long' }, undefined],
    ['has a ring duration that nobody can read', { RING_DURATION: 'long' }, undefined],
    ['has a day and no time', { CALL_DATE: '2026-11-30' }, undefined]
])('of a call that %s', (_, changes, expected) => {
    expect(newsOf(changes)).toEqual(expected);
});

test('of a call of another server the news is that server’s', () => {
    expect(newsOf({}, 'austin')).toEqual({ ...wrapUp, server: 'austin' });
});
