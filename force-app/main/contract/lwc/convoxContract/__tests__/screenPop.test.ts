import fc from 'fast-check';
import { decodeScreenPop, encodeScreenPop, type Decoded, type ScreenPop } from '../convoxContract.ts';
import { isPlaceholder } from '../placeholder.ts';
import { isNothing } from '../wireText.ts';

const pop: ScreenPop = {
    agentCode: 'AG_ASHA',
    callerNumber: '9876543201',
    callReference: 'REF1001',
    did: '02224950000',
    convoxId: '1000001',
    process: 'SUPPORT',
    typeOfCall: 'Inbound call',
    direction: 'Inbound',
    unknown: {}
};
const query = (text: string): [string, string][] => [...new URLSearchParams(text)];

function valueOf<T>(decoded: Decoded<T>): T {
    if (!decoded.ok) {
        throw new Error(JSON.stringify(decoded.problems));
    }
    return decoded.value;
}

describe('a screen pop', () => {
    test.each([
        {
            name: 'the sheet’s POST sample',
            text: 'AgentID=AG_ASHA&CallerID=9876543201&CallReferenceID=REF1001&DID=02224950000&ConvoxID=1000001&Process=SUPPORT&TypeOfCall=Inbound call'
        },
        {
            name: 'the sheet’s GET sample with its spaces',
            text: ' Agent_ID=AG_ASHA & Caller_Id = 9876543201 & CallReferenceID= REF1001 & DID= 02224950000 & ConvoxID=1000001& Process=SUPPORT & TypeOfCall=Inbound call'
        },
        {
            name: 'Lightning’s prefix',
            text: 'c__AgentID=AG_ASHA&c__CallerID=9876543201&c__CallReferenceID=REF1001&c__DID=02224950000&c__ConvoxID=1000001&c__Process=SUPPORT&c__TypeOfCall=Inbound call'
        },
        {
            name: 'Lightning’s prefix before the GET spelling',
            text: 'c__Agent_ID=AG_ASHA&c__Caller_Id=9876543201&c__callreferenceid=REF1001&C__did=02224950000&c__convoxid=1000001&c__process=SUPPORT&c__TypeOfCall=Inbound call'
        },
        {
            name: 'the server-to-server spelling',
            text: 'agent_id=AG_ASHA&mobile_number=9876543201&call_hit_reference_number=REF1001&DID=02224950000&lead_id=1000001&process_name=SUPPORT&call_type=Inbound call'
        },
        {
            name: 'the oldest pages’ spelling',
            text: 'agentid=AG_ASHA&callernumber=9876543201&call_hit_referenceno=REF1001&DID=02224950000&convoxuid=1000001&callProcess=SUPPORT&CALL_TYPE=Inbound call'
        },
        {
            name: 'hyphens and capitals',
            text: 'AGENT-ID=AG_ASHA&CALLER-ID=9876543201&CALL-REFERENCE-ID=REF1001&D-I-D=02224950000&CONVOX ID=1000001&PROCESS=SUPPORT&TYPE OF CALL=Inbound call'
        }
    ])('in $name is understood', ({ text }) => {
        expect(decodeScreenPop(query(text))).toEqual({ ok: true, value: pop });
    });

    test.each([
        ['Inbound call', 'Inbound'],
        ['INBOUND', 'Inbound'],
        ['incoming', 'Inbound'],
        ['in', 'Inbound'],
        ['Inbound_Call', 'Inbound'],
        ['inboundcall', 'Inbound'],
        ['Outbound call', 'Outbound'],
        ['outgoing', 'Outbound'],
        ['Predictive', 'Outbound'],
        ['MANUAL', 'Outbound'],
        ['internal', undefined],
        ['CALLPATCH', undefined],
        ['', undefined]
    ])('of type "%s" goes %s', (typeOfCall, direction) => {
        expect(valueOf(decodeScreenPop(encodeScreenPop({ ...pop, typeOfCall }, 'post'))).direction).toBe(direction);
    });

    test.each([
        ['', 'REF1001'],
        ['c__ConVoxServer=austin', 'austin:REF1001'],
        ['convox_server=austin', 'austin:REF1001'],
        ['ConVoxServer=', 'REF1001'],
        ['Server=austin', 'REF1001']
    ])('that says "%s" of its server is of the call %s, also when it is read again', (said, callReference) => {
        const read = valueOf(decodeScreenPop([...encodeScreenPop(pop, 'post'), ...query(said)]));
        expect(read.callReference).toBe(callReference);
        expect(valueOf(decodeScreenPop(encodeScreenPop(read, 'lightning')))).toEqual(read);
    });

    test.each(['Austin', 'a:b', '<server>'])(
        'of the server "%s" is refused: it would be taken for another’s',
        (server) => {
            expect(decodeScreenPop([...encodeScreenPop(pop, 'post'), ['ConVoxServer', server]])).toEqual({
                ok: false,
                problems: [{ field: 'ConVoxServer', problem: 'serverInvalid' }]
            });
        }
    );

    test('keeps what it does not know, without the prefix', () => {
        const decoded = decodeScreenPop([...encodeScreenPop(pop, 'lightning'), ['c__Station', ' 104 '], ['queue', '']]);
        expect(valueOf(decoded).unknown).toEqual({ Station: '104' });
    });

    test('keeps its first value when a key is repeated, and the other one aside', () => {
        const decoded = decodeScreenPop([...encodeScreenPop(pop, 'post'), ['CallerID', '9000000001'], ['AgentID', '']]);
        expect(valueOf(decoded)).toEqual({ ...pop, unknown: { CallerID__repeated: '9000000001' } });
    });

    test('believes the sheet’s own name before a synonym, whichever comes first', () => {
        const decoded = decodeScreenPop([['mobile_number', '9000000001'], ...encodeScreenPop(pop, 'get')]);
        expect(valueOf(decoded)).toEqual({ ...pop, unknown: { mobile_number__repeated: '9000000001' } });
    });

    test.each([
        [
            { CallReferenceID: 'REF 10', ConvoxID: '7 1' },
            { callReference: 'REF+10', convoxId: '7+1' }
        ],
        [
            { CallerID: 'null', Process: 'undefined' },
            { callerNumber: '', process: '' }
        ],
        [{ CallerID: '"Ravichandran Venkataraman Iyer" <sip:+919876543243@10.0.0.1>' }, { callerNumber: '9876543243' }],
        [{ AgentID: undefined, 'amp;AgentID': 'AG_ASHA' }, { agentCode: 'AG_ASHA' }],
        [{ Campaign: 'DIWALI' }, { unknown: { Campaign: 'DIWALI' } }]
    ])('with %j says %j', (change, says) => {
        const decoded = decodeScreenPop(
            Object.entries({ ...Object.fromEntries(encodeScreenPop(pop, 'post')), ...change })
        );
        expect(valueOf(decoded)).toMatchObject(says);
    });

    test('may come from a withheld number', () => {
        expect(valueOf(decodeScreenPop(encodeScreenPop({ ...pop, callerNumber: '' }, 'post'))).callerNumber).toBe('');
    });

    test.each([
        { name: 'nobody’s', change: { agentCode: '' }, field: 'agentCode', problem: 'agentCodeMissing' },
        { name: 'of no call', change: { callReference: '' }, field: 'callReference', problem: 'callReferenceMissing' },
        { name: 'of an endless agent', change: { agentCode: 'A'.repeat(65) }, field: 'agentCode', problem: 'tooLong' },
        {
            name: 'of an endless call',
            change: { callReference: '1'.repeat(65) },
            field: 'callReference',
            problem: 'tooLong'
        },
        { name: 'of an endless lead', change: { convoxId: '1'.repeat(65) }, field: 'convoxId', problem: 'tooLong' },
        {
            name: 'of an agent not filled in',
            change: { agentCode: '<agentid>' },
            field: 'agentCode',
            problem: 'placeholder'
        },
        {
            name: 'of a number not filled in',
            change: { callerNumber: '{{caller}}' },
            field: 'callerNumber',
            problem: 'placeholder'
        },
        {
            name: 'of a call not filled in',
            change: { callReference: '--A--uniqueid--B--' },
            field: 'callReference',
            problem: 'placeholder'
        },
        {
            name: 'of a call not filled in, with blanks',
            change: { callReference: '{{ ref }}' },
            field: 'callReference',
            problem: 'placeholder'
        },
        ...['{{id}}', '<convoxid>', '{{ id }}'].map((convoxId) => ({
            name: `of the lead ${convoxId}`,
            change: { convoxId },
            field: 'convoxId',
            problem: 'placeholder'
        }))
    ])('$name is refused by field', ({ change, field, problem }) => {
        expect(decodeScreenPop(encodeScreenPop({ ...pop, ...change }, 'post'))).toEqual({
            ok: false,
            problems: [{ field, problem }]
        });
    });

    test('is cut where nothing depends on it, never inside a character', () => {
        const decoded = valueOf(decodeScreenPop(encodeScreenPop({ ...pop, process: `${'P'.repeat(79)}😀` }, 'post')));
        expect(decoded.process).toBe('P'.repeat(79));
    });

    test('cannot flood or bend the result', () => {
        const flood = Array.from({ length: 5_000 }, (_, index): [string, string] => [`key${index}`, 'x'.repeat(1_000)]);
        const decoded = valueOf(
            decodeScreenPop([...encodeScreenPop(pop, 'post'), ['__proto__', 'bent'], ['constructor', 'bent'], ...flood])
        );
        expect(Object.keys(decoded.unknown)).toHaveLength(40);
        expect(Object.getPrototypeOf(decoded.unknown)).toBe(Object.prototype);
        expect(Math.max(...Object.values(decoded.unknown).map((value) => value.length))).toBe(255);
    });

    test('without control characters reaches the desk', () => {
        const decoded = decodeScreenPop(encodeScreenPop({ ...pop, process: 'SUP\u0000\r\nPORT' }, 'post'));
        expect(valueOf(decoded).process).toBe('SUP   PORT');
    });

    test.each(['post', 'get', 'lightning'] as const)('written as %s and read again is the same', (spelling) => {
        const text = (limit: number, least = 0): fc.Arbitrary<string> =>
            fc
                .string({ unit: 'binary', maxLength: Math.floor(limit / 2) })
                .map((value) => value.replace(/\p{Cc}/gu, '').trim())
                .filter((value) => value.length >= least && !isNothing(value) && !isPlaceholder(value));
        const id = (limit: number, least = 0): fc.Arbitrary<string> =>
            text(limit, least).filter((value) => !value.includes(' '));
        const kinds = { 'Inbound call': 'Inbound', OUTBOUND: 'Outbound', CALLPATCH: undefined } as const;
        const pops: fc.Arbitrary<ScreenPop> = fc
            .record({
                agentCode: text(64, 1),
                callerNumber: text(40),
                callReference: id(64, 1),
                did: text(40),
                convoxId: id(64),
                process: text(80),
                typeOfCall: fc.constantFrom('Inbound call' as const, 'OUTBOUND' as const, 'CALLPATCH' as const)
            })
            .map((texts) => ({ ...texts, direction: kinds[texts.typeOfCall], unknown: { Campaign: 'DIWALI' } }));
        fc.assert(
            fc.property(pops, (original) => {
                expect(decodeScreenPop(encodeScreenPop(original, spelling))).toEqual({ ok: true, value: original });
            })
        );
    });
});
