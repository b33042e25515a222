import { encodeCloseCall, encodeDial, replyCodes } from '#contract';
import type { CloseCall, DialRequest } from '#contract';
import type { DialectRequest, SheetCommand } from './dialect.ts';
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
