import { agentActions } from '#agent-action';
import type { AgentAction } from '#agent-action';
import { encodeCloseCall, encodeDial, replyCodes } from '#contract';
import type { CloseCall, DialRequest } from '#contract';
import type { CommandOutcome, DialectAnswer, DialectRequest, SheetCommand } from './dialect.ts';
import { dialects } from './dialects.ts';
import type { DialectName } from './dialects.ts';

const close: CloseCall = {
    agentCode: 'AG_ASHA',
    convoxId: '4543201',
    disposition: 'SALE',
    mobileNumber: '9876543201'
};
const followUp = { date: '2026-11-23', hours: '10', minutes: '30' };
const dial: DialRequest = { agentCode: 'AG_ASHA', phoneNumber: '9876543201', referenceNumber: 'SF_000001' };
/** What a command names beside the sheet's parameters. */
const beside: [string, string][] = [
    ['CallReferenceID', '1700000000001'],
    ['Process', 'SUPPORT'],
    ['refno', 'SF_000009']
];

function sheetCommand(script: string, parameters: [string, string][], method: 'GET' | 'POST'): SheetCommand {
    const text = new URLSearchParams(parameters).toString();
    const isGet = method === 'GET';
    return {
        method,
        script,
        query: isGet ? `?${text}` : '',
        contentType: isGet ? '' : 'application/x-www-form-urlencoded',
        body: new TextEncoder().encode(isGet ? '' : text)
    };
}

const closing = (more: Partial<CloseCall> = {}, method: 'GET' | 'POST' = 'GET'): SheetCommand =>
    sheetCommand('callcontrol_api.php', [...encodeCloseCall({ ...close, ...more }), ...beside], method);
const dialling = (prefix = '', method: 'GET' | 'POST' = 'GET'): SheetCommand =>
    sheetCommand('bridge.php', encodeDial(dial, { dialPrefix: prefix }).parameters, method);

function requestOf(name: DialectName, command: SheetCommand): DialectRequest {
    const translated = dialects[name].translate(command);
    if (!translated.ok) {
        throw new Error(translated.words);
    }
    return translated.request('a-key');
}

/** What a command says in a dialect: names and values, wherever they stand. */
function contentOf({ path, headers, body }: DialectRequest): unknown {
    const text = new TextDecoder().decode(body);
    if (headers['content-type'] === 'application/json') {
        return JSON.parse(text);
    }
    return Object.fromEntries(new URLSearchParams(text === '' ? path.slice(path.indexOf('?')) : text));
}

const SHEET_CLOSE = {
    ACTION: 'CLOSE',
    agent_id: 'AG_ASHA',
    convoxid: '4543201',
    disposition: 'SALE',
    mobile_number: '9876543201'
};
const SHEET_BESIDE = { refno: 'SF_000009' };
const NO_FOLLOW_UP = { set_followUp: 'N' };
const BLANK_FOLLOW_UP = { ...NO_FOLLOW_UP, callback_date: '', callback_hrs: '', callback_mins: '' };
const FOLLOW_UP = { set_followUp: 'Y', callback_date: '2026-11-23', callback_hrs: '10', callback_mins: '30' };
const WEB_CLOSE = {
    action: 'CLOSE',
    refno: 'SF_000009',
    endcall_type: 'CLOSE',
    agent_id: 'AG_ASHA',
    convoxid: '4543201',
    disposition: 'SALE',
    mobile_number: '9876543201'
};
const REST_CLOSE = {
    action: 'ENDCALL',
    endcall_type: 'CLOSE',
    userid: 'AG_ASHA',
    mobile_number: '9876543201',
    refno: 'SF_000009',
    callreferenceid: '1700000000001',
    convoxid: '4543201',
    process_name: 'SUPPORT',
    disposition: 'SALE'
};
const SHEET_DIAL = { ACTION: 'CALL', user: 'AG_ASHA', refno: 'SF_000001' };
const WEB_DIAL = { action: 'CALL', user: 'AG_ASHA', refno: 'SF_000001' };
const REST_DIAL = { action: 'CALL', userid: 'AG_ASHA', refno: 'SF_000001', phone_number: '9876543201' };

/** Path, header of the key, and what a close, a close with a follow-up, a dial and a dial with a prefix say. */
const wording: readonly {
    readonly name: DialectName;
    readonly close: readonly [path: string, content: object];
    readonly closeWithFollowUp: object;
    readonly dial: readonly [path: string, content: object];
    readonly dialWithPrefix: object;
    readonly header: readonly [name: string, value: string] | undefined;
}[] = [
    {
        name: 'sheet',
        close: ['/ConVoxCCS/Agent/callcontrol_api.php', { ...SHEET_CLOSE, ...BLANK_FOLLOW_UP, ...SHEET_BESIDE }],
        closeWithFollowUp: { ...SHEET_CLOSE, ...FOLLOW_UP, ...SHEET_BESIDE },
        dial: ['/ConVoxCCS/Agent/bridge.php', { ...SHEET_DIAL, phone_number: '9876543201' }],
        dialWithPrefix: { ...SHEET_DIAL, phone_number: '0119876543201' },
        header: undefined
    },
    {
        name: 'webService',
        close: ['/ConVoxCCS/External/external_dialer.php', { ...WEB_CLOSE, ...NO_FOLLOW_UP }],
        closeWithFollowUp: { ...WEB_CLOSE, ...FOLLOW_UP },
        dial: ['/ConVoxCCS/External/external_dialer.php', { ...WEB_DIAL, phone_number: '9876543201' }],
        dialWithPrefix: { ...WEB_DIAL, phone_number: '0119876543201' },
        header: ['access_token', 'a-key']
    },
    {
        name: 'rest',
        close: ['/ConVoxCCS/rest/api', { ...REST_CLOSE, ...NO_FOLLOW_UP }],
        closeWithFollowUp: { ...REST_CLOSE, ...FOLLOW_UP },
        dial: ['/ConVoxCCS/rest/api', REST_DIAL],
        dialWithPrefix: { ...REST_DIAL, dial_prefix: '011' },
        header: ['Access-Token', 'a-key']
    }
];

describe.each(wording)('the dialect $name', (expected) => {
    const { name, header } = expected;
    const pathOf = ({ path }: DialectRequest): string => path.replace(/\?.*/, '');

    test.each(['GET', 'POST'] as const)('says a close and a dial that came by %s, with its key', (method) => {
        const said = [requestOf(name, closing({}, method)), requestOf(name, dialling('', method))];
        expect(said.map((request) => [pathOf(request), contentOf(request)])).toEqual([expected.close, expected.dial]);
        expect(said.every(({ headers }) => header === undefined || headers[header[0]] === header[1])).toBe(true);
    });

    test('says a follow-up and a prefix', () => {
        expect(contentOf(requestOf(name, closing({ followUp })))).toEqual(expected.closeWithFollowUp);
        expect(contentOf(requestOf(name, dialling('011')))).toEqual(expected.dialWithPrefix);
    });

    test.each(Object.entries(replyCodes).filter(([code]) => code !== 'SUCCESS'))(
        'takes the code %s (%s) for what it is, under any HTTP status',
        (code, advice) => {
            const text = JSON.stringify({ STATUS: code, MESSAGE: 'In the words of ConVox', refno: 'SF_000001' });
            for (const status of [200, 400, 401, 500]) {
                const { outcome, code: read, words } = dialects[name].outcome({ status, text });
                expect([outcome, read]).toEqual([advice === 'accepted' ? 'accepted' : 'refused', code]);
                expect(words).toContain('In the words of ConVox');
            }
        }
    );

    test.each<[string, number, string]>([
        ['nothing', 200, ''],
        ['nothing, and an error', 500, ''],
        ['a page', 200, '<html><body>Login</body></html>'],
        ['a page that fails', 502, '<html><body>Bad gateway</body></html>'],
        ['JSON without a status', 200, '{"result":"ok"}'],
        ['half of it', 200, '{"MESSAGE":"Call clo'],
        ['a list', 200, '[]'],
        ['a status that says nothing', 200, '{"STATUS":"0"}'],
        ['a deep nest', 200, '['.repeat(50_000)]
    ])('takes %s for unknown', (_, status, text) => {
        expect(dialects[name].outcome({ status, text })).toMatchObject({ outcome: 'unknown', code: '' });
    });
});

const translating = wording.map(({ name }) => name).filter((name) => name !== 'sheet');

describe.each(translating)('the dialect %s', (name) => {
    test.each<[string, SheetCommand, string]>([
        ['another action', sheetCommand('bridge.php', [['ACTION', 'TRANSFER']], 'GET'), 'GE009'],
        ['no parameter at all', sheetCommand('bridge.php', [], 'POST'), 'GE009'],
        ['a close without a disposition', closing({ disposition: '' }), 'EC001'],
        ['a close of an odd agent', closing({ agentCode: 'AG-1' }), 'EC021'],
        ['a follow-up without its hour', closing({ followUp: { ...followUp, hours: '' } }), 'EC015'],
        [
            'a short number',
            sheetCommand('bridge.php', encodeDial({ ...dial, phoneNumber: '98' }).parameters, 'GET'),
            'CL001'
        ]
    ])('sends no request for %s', (_, command, code) => {
        expect(dialects[name].translate(command)).toMatchObject({ ok: false, code });
    });

    test.each<[string, object, object | undefined]>([
        [
            'the names of the web service',
            { LEAD_ID: '4543201', CALL_HIT_REFERENCE_NUMBER: 1700000000001 },
            { convoxId: '4543201', callReference: '1700000000001' }
        ],
        ['other names', { convoxid: 4543201, callReferenceID: '17_1' }, { convoxId: '4543201', callReference: '17_1' }],
        [
            'names whose numbers JavaScript would round',
            {
                CALL_HIT_REFERENCE_NUMBER: JSON.rawJSON('20261130205001123456'),
                LEAD_ID: JSON.rawJSON('1573204600.10000')
            },
            { convoxId: '1573204600.10000', callReference: '20261130205001123456' }
        ],
        ['no names', { PHONE_NUMBER: '9876543201' }, undefined]
    ])('reads what the new call is called, under %s', (_, given, ids) => {
        const said = dialects[name].outcome({ status: 200, text: JSON.stringify({ STATUS: 'CL000', ...given }) });
        expect(said.ids).toEqual(ids);
    });

    test('a short sentence is no acceptance: the server speaks JSON', () => {
        expect(dialects[name].outcome({ status: 200, text: 'Call closed successfully' }).outcome).toBe('unknown');
    });
});

test.each(['GET', 'POST'] as const)(
    'a server of the sheet that wants to be asked by %s is, whatever came',
    (method) => {
        const said = encodeCloseCall(close);
        const command = sheetCommand(
            'callcontrol_api.php',
            [...said, ...beside.slice(0, 2), ['Method', method]],
            'POST'
        );
        const bare = sheetCommand('callcontrol_api.php', said, method);
        expect(requestOf('sheet', command)).toEqual(requestOf('sheet', bare));
    }
);

test.each<[string, readonly [string, string][], object, string]>([
    ['the caller’s number', beside, { mobileNumber: '' }, 'EC006'],
    ['the call’s reference', beside.slice(1), {}, 'EC009'],
    ['the process', beside.toSpliced(1, 1), {}, 'EC010']
])('REST closes no call without %s, and says so', (_, named, more, code) => {
    const command = sheetCommand('callcontrol_api.php', [...encodeCloseCall({ ...close, ...more }), ...named], 'GET');
    const translated = dialects.rest.translate(command);
    expect(translated).toMatchObject({ ok: false, code });
    expect('words' in translated && translated.words).toContain('The command was not sent');
});

test.each([
    ['SF_000009', 'SF_000009'],
    ['a-b', '_17000000000014543201'.slice(-20)],
    ['', '17000000000014543201']
])('a close whose refno is "%s" has one that ConVox takes', (given, refno) => {
    const command = sheetCommand(
        'callcontrol_api.php',
        [...encodeCloseCall(close), ['CallReferenceID', '1700000000001'], ['Process', 'SUPPORT'], ['refno', given]],
        'POST'
    );
    expect(contentOf(requestOf('rest', command))).toMatchObject({ refno });
    expect(refno).toMatch(/^\w{6,20}$/);
});

describe('a token of REST', () => {
    const { tokens } = dialects.rest;
    const read = (content: object | string, status = 200): unknown =>
        tokens?.read(
            { status, text: typeof content === 'string' ? content : JSON.stringify(content) },
            'America/New_York'
        );

    test('is asked for with the key and an empty body', () => {
        const request = tokens?.request('a-key');
        expect(request).toMatchObject({ method: 'POST', path: '/ConVoxCCS/rest/secureToken' });
        expect([request?.headers['Access-Token'], request?.body.byteLength]).toEqual(['a-key', 0]);
    });

    test('ends when the server says, in the server’s zone', () => {
        expect(read({ STATUS: 'SUCCESS', REFRESH_TOKEN: 'token-1', EXPIRES_AT: '2026-11-22 10:00:00' })).toEqual({
            ok: true,
            token: 'token-1',
            expiresAt: Date.parse('2026-11-22T15:00:00Z')
        });
    });

    test.each(['', 'soon', '2026-02-31 10:00:00'])('that ends at "%s" has no end that counts', (end) => {
        expect(read({ status: 'success', refresh_token: 'token-1', expires_at: end })).toEqual({
            ok: true,
            token: 'token-1'
        });
    });

    test.each<[string, object | string, string]>([
        ['a wrong key', { STATUS: 'GE007', MESSAGE: 'Invalid token' }, 'GE007'],
        ['success without a token', { STATUS: 'SUCCESS' }, 'SUCCESS'],
        ['an empty token', { STATUS: 'SUCCESS', REFRESH_TOKEN: '' }, 'SUCCESS'],
        ['a token that no header can carry', { STATUS: 'SUCCESS', REFRESH_TOKEN: 'a\nb' }, 'SUCCESS'],
        ['a page', '<html>', '']
    ])('is not read from %s', (_, content, code) => {
        expect(read(content)).toMatchObject({ ok: false, code });
    });

    test.each<[string, number, boolean]>([
        ['{"STATUS":"GE007"}', 200, true],
        ['{"STATUS":"GE008"}', 401, true],
        ['', 401, true],
        ['{"STATUS":"CL004"}', 401, false],
        ['{"STATUS":"CL000"}', 401, false],
        ['', 500, false]
    ])('counts as refused by %s under %i: %s', (text, status, isRefused) => {
        expect(tokens?.isRefused({ text, status })).toBe(isRefused);
    });
});

const asking = (action: string, more: Record<string, string> = {}, method: 'GET' | 'POST' = 'POST'): SheetCommand =>
    sheetCommand(
        'callcontrol_api.php',
        Object.entries({
            ACTION: action,
            agent_id: 'AG_ASHA',
            refno: 'SF_000001',
            target: /^(Break|Transfer)/.test(action) ? 'Tea' : '',
            convoxid: '4543201',
            CallReferenceID: '1700000000001',
            Process: 'SUPPORT',
            disposition: 'PASSED_ON',
            mobile_number: '9876543201',
            ...more
        }),
        method
    );

const WEB_TRANSFER = {
    ...WEB_CLOSE,
    refno: 'SF_000001',
    endcall_type: 'TRANSFER',
    disposition: 'PASSED_ON',
    set_followUp: 'N'
};
const REST_TRANSFER = {
    ...REST_CLOSE,
    refno: 'SF_000001',
    endcall_type: 'TRANSFER',
    disposition: 'PASSED_ON',
    set_followUp: 'N'
};
const TO_QUEUE = { type: 'QUEUE', transfer_to_queue: 'Tea' };
const TO_PROCESS = { type: 'PROCESS', transfer_to_process: 'Tea' };

/** What each action says: to the web service, and to REST. */
const agentWording: Readonly<Record<AgentAction, readonly [webService: object, rest: object]>> = {
    Ready: [
        { action: 'READYAGENT', update_break: 'NO', refno: 'SF_000001', user_id: 'AG_ASHA' },
        { action: 'READYAGENT', update_break: 'NO', refno: 'SF_000001', userid: 'AG_ASHA' }
    ],
    Break: [
        { action: 'BREAK', break_name: 'Tea', refno: 'SF_000001', user_id: 'AG_ASHA' },
        { action: 'BREAK', break_name: 'Tea', refno: 'SF_000001', userid: 'AG_ASHA' }
    ],
    LogOut: [
        { action: 'LOGOUTUSER', refno: 'SF_000001', user: 'AG_ASHA' },
        { action: 'LOGOUTUSER', refno: 'SF_000001', userid: 'AG_ASHA' }
    ],
    Hold: [
        { action: 'HOLD', refno: 'SF_000001', user_id: 'AG_ASHA' },
        { action: 'HOLD', refno: 'SF_000001', userid: 'AG_ASHA' }
    ],
    Resume: [
        { action: 'UNHOLD', refno: 'SF_000001', user_id: 'AG_ASHA' },
        { action: 'UNHOLD', refno: 'SF_000001', userid: 'AG_ASHA' }
    ],
    Mute: [
        { action: 'MUTE', refno: 'SF_000001', user_id: 'AG_ASHA' },
        { action: 'MUTE', refno: 'SF_000001', userid: 'AG_ASHA' }
    ],
    Unmute: [
        { action: 'UNMUTE', refno: 'SF_000001', user_id: 'AG_ASHA' },
        { action: 'UNMUTE', refno: 'SF_000001', userid: 'AG_ASHA' }
    ],
    TransferToQueue: [
        { ...WEB_TRANSFER, ...TO_QUEUE },
        { ...REST_TRANSFER, ...TO_QUEUE }
    ],
    TransferToProcess: [
        { ...WEB_TRANSFER, ...TO_PROCESS },
        { ...REST_TRANSFER, ...TO_PROCESS }
    ]
};

describe.each(agentActions)('%s', (action) => {
    test.each(['GET', 'POST'] as const)('is said by the web service and by REST when it came by %s', (method) => {
        const said = translating.map((name) => contentOf(requestOf(name, asking(action, {}, method))));
        expect(said).toEqual(agentWording[action]);
    });

    test('is refused by a server of the sheet, by its name', () => {
        expect(dialects.sheet.translate(asking(action))).toEqual({
            ok: false,
            code: 'GE009',
            words: `The integration sheet knows no ${action}. The command was not sent`
        });
    });

    function outcomeOf(name: DialectName, answer: DialectAnswer): CommandOutcome {
        const translated = dialects[name].translate(asking(action));
        return (translated.ok ? translated.outcome?.(answer) : undefined) ?? dialects[name].outcome(answer);
    }

    test.each<[string, CommandOutcome['outcome'], string, string]>([
        ['{"STATUS":"SUCCESS","MESSAGE":"Done"}', 'accepted', 'SUCCESS', 'Done'],
        ['{"STATUS":"EC000","MESSAGE":"Done"}', 'accepted', 'EC000', 'Done'],
        ['{"STATUS":"LO000","MESSAGE":"Done"}', 'accepted', '', 'LO000 Done'],
        ['{"STATUS":"LO001","MESSAGE":"Done"}', 'accepted', '', 'LO001 Done'],
        ['{"STATUS":"XY000"}', 'accepted', '', 'XY000'],
        ['{"STATUS":"EC002","MESSAGE":"No such break"}', 'refused', 'EC002', 'No such break'],
        ['{"STATUS":"GE010","MESSAGE":"Not enabled"}', 'refused', 'GE010', 'Not enabled'],
        ['{"STATUS":"LO0014","MESSAGE":"Not now"}', 'refused', '', 'LO0014 Not now'],
        ['{"STATUS":"0","MESSAGE":"Done"}', 'unknown', '', '{"STATUS":"0","MESSAGE":"Done"}'],
        ['Agent is ready', 'unknown', '', 'Agent is ready'],
        ['<html>Login</html>', 'unknown', '', '<html>Login</html>'],
        ['', 'unknown', '', '']
    ])('is known by the answer %s to be %s', (text, outcome, code, words) => {
        for (const name of translating) {
            expect(outcomeOf(name, { status: 200, text })).toMatchObject({ outcome, code, words });
        }
    });
});

test.each<[string, string, Record<string, string>, string]>([
    ['no agent', 'Hold', { agent_id: '' }, 'EC004'],
    ['an odd agent', 'Hold', { agent_id: 'AG-1' }, 'EC021'],
    ['no reference', 'Hold', { refno: '' }, 'GE004'],
    ['a short reference', 'Hold', { refno: 'SF' }, 'GE006'],
    ['a break without a name', 'Break', { target: '' }, 'EC002'],
    ['a transfer to nobody', 'TransferToQueue', { target: '' }, 'EC010'],
    ['a transfer of no call', 'TransferToProcess', { convoxid: '' }, 'EC009']
])('no dialect sends %s', (_, action, more, code) => {
    for (const { name } of wording) {
        expect(dialects[name].translate(asking(action, more))).toMatchObject({ ok: false, code });
    }
});

test.each<[string, Record<string, string>, string]>([
    ['the caller’s number', { mobile_number: '' }, 'EC006'],
    ['the call’s reference', { CallReferenceID: '' }, 'EC009'],
    ['the process', { Process: '' }, 'EC010'],
    ['a disposition', { disposition: '' }, 'EC001']
])('REST hands no call on without %s; the web service leaves that to the server', (_, more, code) => {
    expect(dialects.rest.translate(asking('TransferToQueue', more))).toMatchObject({ ok: false, code });
    expect(dialects.webService.translate(asking('TransferToQueue', more))).toMatchObject({ ok: true });
});
