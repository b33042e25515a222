import fc from 'fast-check';
import { decodeDial, encodeDial, type DialRequest, type DialSettings } from '../convoxContract.ts';

const request: DialRequest = { agentCode: 'AG_ASHA', phoneNumber: '9876543201', referenceNumber: 'SF_000001' };

describe('a dial request', () => {
    test('goes to the sheet’s script unless the server says otherwise', () => {
        expect(encodeDial(request)).toEqual({
            path: '/ConVoxCCS/Agent/bridge.php',
            method: 'GET',
            parameters: [
                ['ACTION', 'CALL'],
                ['user', 'AG_ASHA'],
                ['phone_number', '9876543201'],
                ['refno', 'SF_000001']
            ]
        });
    });

    test('uses the script, action and parameter names of the server', () => {
        const settings: DialSettings = {
            method: 'POST',
            script: 'click.php',
            action: 'DIAL',
            agentParameter: 'agent_id',
            numberParameter: 'mobile_number',
            dialPrefix: '0'
        };
        expect(encodeDial(request, settings)).toEqual({
            path: '/ConVoxCCS/Agent/click.php',
            method: 'POST',
            parameters: [
                ['ACTION', 'DIAL'],
                ['agent_id', 'AG_ASHA'],
                ['mobile_number', '09876543201'],
                ['refno', 'SF_000001']
            ]
        });
    });

    test('falls back to the sheet’s where the server’s settings are empty', () => {
        const settings: DialSettings = {
            script: '',
            action: '',
            agentParameter: '',
            numberParameter: '',
            dialPrefix: ''
        };
        expect(encodeDial(request, settings)).toEqual(encodeDial(request));
    });

    test.each([
        { change: { agentCode: '' }, field: 'agentCode', problem: 'agentCodeMissing', code: 'CL002' },
        { change: { agentCode: 'AG-1' }, field: 'agentCode', problem: 'agentCodeInvalid', code: 'EC021' },
        { change: { phoneNumber: '' }, field: 'phoneNumber', problem: 'phoneNumberMissing', code: 'CL002' },
        {
            change: { phoneNumber: '+919876543201' },
            field: 'phoneNumber',
            problem: 'phoneNumberInvalid',
            code: 'CL001'
        },
        { change: { phoneNumber: '٩٨٧٦٥٤٣٢٠١' }, field: 'phoneNumber', problem: 'phoneNumberInvalid', code: 'CL001' },
        { change: { referenceNumber: '' }, field: 'referenceNumber', problem: 'referenceNumberMissing', code: 'GE004' },
        {
            change: { referenceNumber: 'SF-000001' },
            field: 'referenceNumber',
            problem: 'referenceNumberInvalid',
            code: 'GE005'
        },
        {
            change: { referenceNumber: 'SF_01' },
            field: 'referenceNumber',
            problem: 'referenceNumberInvalid',
            code: 'GE006'
        }
    ])('with $change has the problem $problem ($code)', ({ change, ...problem }) => {
        expect(decodeDial(encodeDial({ ...request, ...change }).parameters)).toEqual({
            ok: false,
            problems: [problem]
        });
    });

    test('of another action is not taken for one', () => {
        expect(
            decodeDial([
                ['ACTION', 'CLOSE'],
                ['user', 'AG_ASHA']
            ])
        ).toEqual({
            ok: false,
            problems: [{ field: 'action', problem: 'actionUnknown', code: 'GE009' }]
        });
    });

    test('written and read again is the same, whatever the server’s names', () => {
        const requests = fc.record({
            agentCode: fc.stringMatching(/^[A-Za-z0-9_]{1,64}$/),
            phoneNumber: fc.stringMatching(/^[0-9]{10}$/),
            referenceNumber: fc.stringMatching(/^[A-Za-z0-9_]{6,20}$/)
        });
        const settings: fc.Arbitrary<DialSettings> = fc.record({
            agentParameter: fc.constantFrom('', 'user', 'agent_id', 'userid'),
            numberParameter: fc.constantFrom('', 'phone_number', 'mobile_number'),
            action: fc.constantFrom('', 'CALL', 'DIAL'),
            dialPrefix: fc.stringMatching(/^[0-9]{0,4}$/)
        });
        fc.assert(
            fc.property(requests, settings, (original, server) => {
                const { parameters } = encodeDial(original, server);
                expect(decodeDial(parameters, server)).toEqual({ ok: true, value: original });
            })
        );
    });
});
