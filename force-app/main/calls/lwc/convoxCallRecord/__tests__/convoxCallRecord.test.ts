import {
    decodeCallStatus,
    decodeScreenPop,
    mergeSayings,
    ranksOfPop
} from '../../../../contract/lwc/convoxContract/convoxContract.ts';
import type { MergedCall, ScreenPop } from '../../../../contract/lwc/convoxContract/convoxContract.ts';
import { sheetPush } from '../../../../contract/lwc/convoxContract/__tests__/data/callStatusTexts.ts';
import { CALL_REFERENCE_FIELD, callFieldsFromPop, callFieldsFromStatus } from '../convoxCallRecord.ts';

const receivedAt = '2026-11-22T04:40:00.000Z';

function statusOf(fields: Record<string, string>): MergedCall {
    const decoded = decodeCallStatus(
        Object.entries({ CALL_REFERENCE_ID: 'REF1001', MOBILE_NO: '9876543201', ...fields }),
        { timeZone: 'Asia/Kolkata', now: new Date('2026-11-22T12:00:00Z') }
    );
    if (!decoded.ok) {
        throw new Error(JSON.stringify(decoded.problems));
    }
    return mergeSayings([{ status: decoded.value, receipt: { receivedAt: Date.parse(receivedAt), order: 7 } }]);
}

function popOf(fields: Record<string, string>): ScreenPop {
    const decoded = decodeScreenPop(Object.entries({ AgentID: 'AG_ASHA', CallReferenceID: 'REF1001', ...fields }));
    if (!decoded.ok) {
        throw new Error(JSON.stringify(decoded.problems));
    }
    return decoded.value;
}

const start = { day: '2026-11-22', hour: 10, halfHour: '10:00' };

describe('a pushed status', () => {
    test('fills every field it speaks of', () => {
        const status = statusOf({
            ...sheetPush,
            disposition2: 'UPSELL',
            disposition3: 'GOLD',
            remarks: 'Happy',
            RECORDING_FILE_NAME: 'REF1001.WAV'
        });
        expect(callFieldsFromStatus(status, receivedAt, '{}', start)).toEqual({
            Call_Reference__c: 'REF1001',
            ConVox_ID__c: '1000001',
            Customer_Number__c: '9876543201',
            Agent_Code__c: 'AG_ASHA',
            Direction__c: 'Inbound',
            Call_Mode__c: 'inbound',
            Status__c: 'Disposed',
            ConVox_Status__c: 'Connected',
            Started_At__c: '2026-11-22T04:35:00.000Z',
            Start_Day__c: '2026-11-22',
            Start_Hour__c: 10,
            Start_Half_Hour__c: '10:00',
            Duration_Seconds__c: 180,
            Queue_Seconds__c: 25,
            Ring_Seconds__c: 10,
            Queue__c: 'Support queue',
            Completed_By__c: 'agent',
            Follow_Up_At__c: '2026-11-23T05:00:00.000Z',
            Station__c: '104',
            List_ID__c: '1001',
            DID__c: '02224950000',
            Disposition__c: 'SALE',
            Disposition_2__c: 'UPSELL',
            Disposition_3__c: 'GOLD',
            Dialer_Disposition__c: 'ANSWERED',
            Process_Name__c: 'SUPPORT',
            Recording_File__c: 'REF1001.WAV',
            Remarks__c: 'Happy',
            Status_Received_At__c: receivedAt,
            Status_Payload__c: '{}',
            Agent_Legs__c: `321748560000070AG_ASHA${' '.repeat(57)}|, 180 s, SALE${' '.repeat(106)};`,
            Value_Ranks_1__c: expect.stringMatching(/^\+421748560000070(321748560000070){15}$/),
            Value_Ranks_2__c: expect.stringMatching(/^\+(321748560000070){8}0{75}$/)
        });
    });

    test('leaves out what is blank, but not a zero', () => {
        const status = statusOf({
            CALL_STATUS: 'Connected',
            CALL_DURATION: '0',
            DISPOSITION: '',
            CALL_DATE: '2026-11-22T10:05'
        });
        expect(callFieldsFromStatus(status, receivedAt, '', start)).toEqual({
            Call_Reference__c: 'REF1001',
            Customer_Number__c: '9876543201',
            Status__c: 'Ended',
            ConVox_Status__c: 'Connected',
            Started_At__c: '2026-11-22T04:35:00.000Z',
            Start_Day__c: '2026-11-22',
            Start_Hour__c: 10,
            Start_Half_Hour__c: '10:00',
            Duration_Seconds__c: 0,
            Status_Received_At__c: receivedAt,
            Value_Ranks_1__c: expect.anything(),
            Value_Ranks_2__c: expect.anything()
        });
    });

    test('whose hour is not known says none', () => {
        const fields = callFieldsFromStatus(statusOf({ CALL_DATE: '2026-11-22' }), receivedAt, '{}', {
            day: '2026-11-22'
        });
        expect(fields).toMatchObject({ Start_Day__c: '2026-11-22', Started_At__c: '2026-11-21T18:30:00.000Z' });
        expect(fields).not.toHaveProperty('Start_Hour__c');
    });

    test.each([
        { said: 'Connected', disposition: '', status: 'Ended' },
        { said: 'Connected', disposition: 'SALE', status: 'Disposed' },
        { said: 'Not connected', disposition: '', status: 'Not Connected' },
        { said: 'Not connected', disposition: 'NOANS', status: 'Not Connected' },
        { said: '', disposition: '', status: 'Not Connected' },
        { said: '', agent: 'AG_ASHA', disposition: '', status: 'Ended' },
        { said: '', seconds: '5', disposition: '', status: 'Ended' },
        { said: 'CALLPATCH', agent: 'AG_ASHA', disposition: 'SALE', status: 'Disposed' },
        { said: 'CALLPATCH', seconds: '0', disposition: '', status: 'Not Connected' },
        { said: 'CALLPATCH', seconds: '9', disposition: 'SALE', status: 'Disposed' }
    ])(
        'that says "$said" of agent $agent, $seconds s, with the disposition "$disposition" makes the call $status',
        ({ said, disposition, status, agent = '', seconds = '' }) => {
            const pushed = statusOf({
                CALL_STATUS: said,
                DISPOSITION: disposition,
                USER_ID: agent,
                CALL_DURATION: seconds
            });
            expect(callFieldsFromStatus(pushed, receivedAt, '{}', start).Status__c).toBe(status);
        }
    );

    test('says what was doubtful, and fits its fields', () => {
        const fields = callFieldsFromStatus(
            statusOf({ CALL_DATE: 'yesterday' }),
            receivedAt,
            'x'.repeat(40_000),
            start
        );
        expect(fields.Data_Quality__c).toBe('statusUnknown; startUnreadable');
        expect(fields.Status_Payload__c).toHaveLength(32_768);
    });
});

describe('a screen pop', () => {
    const pop = popOf({
        CallerID: '9876543201',
        ConvoxID: '1000001',
        Process: 'SUPPORT',
        DID: '02224950000',
        TypeOfCall: 'Inbound call'
    });
    const details = { poppedAt: receivedAt, payload: '{}', ranks: ranksOfPop(pop, Date.parse(receivedAt)) };

    test('starts the call’s record', () => {
        const fields = callFieldsFromPop(pop, {
            ...details,
            latencyMilliseconds: 413
        });
        expect(fields).toEqual({
            Call_Reference__c: 'REF1001',
            ConVox_ID__c: '1000001',
            Customer_Number__c: '9876543201',
            Agent_Code__c: 'AG_ASHA',
            Direction__c: 'Inbound',
            Type_Of_Call__c: 'Inbound call',
            DID__c: '02224950000',
            Process_Name__c: 'SUPPORT',
            Status__c: 'In Progress',
            Start_Day__c: '2026-11-22',
            Started_At__c: receivedAt,
            Pop_At__c: receivedAt,
            Pop_Latency_Ms__c: 413,
            Pop_Payload__c: '{}',
            Value_Ranks_1__c: details.ranks[0],
            Value_Ranks_2__c: details.ranks[1]
        });
    });

    test('and the push meet at the same reference', () => {
        expect(callFieldsFromPop(pop, details)[CALL_REFERENCE_FIELD]).toBe(
            callFieldsFromStatus(statusOf({}), receivedAt, '{}', start)[CALL_REFERENCE_FIELD]
        );
    });
});
