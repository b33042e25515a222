import fc from 'fast-check';
import { explainTraffic, wordingOf } from 'c/convoxTrafficExplanation';
import type { Explanation } from 'c/convoxTrafficExplanation';
import { doubts, messages, values } from './data/messages';

const settings = { timeZone: 'Asia/Kolkata', dialPrefix: '', now: new Date('2026-11-30T10:00:00Z') };
const explained = (text: string): Explanation => explainTraffic(text, settings);
const printed = (text: string): string => JSON.stringify(wordingOf(explained(text), (key) => key));

test.each(messages)('%s is recognised', (_what, text, kind, generation, confidence) => {
    const found = explained(text);
    expect(`${found.kind.kind} ${found.kind.confidence}`).toBe(kind);
    expect([found.dialect?.generation, found.dialect?.confidence]).toEqual([generation, confidence]);
});

test.each(values)('of %s, %s is understood', (text, name, understood) => {
    const found = explained(text).understood.find((each) => each.name === name);
    expect(found?.value ?? found?.meaning ?? found?.text).toBe(understood);
});

test.each(doubts)('%s raises the doubts %j', (text, expected) => {
    const raised = explained(text).suspicions.map(({ key, name, code }) =>
        [key, name, code && `(${code})`].filter(Boolean).join(' ')
    );
    expect(raised.toSorted()).toEqual(expected.toSorted());
});

test.each([
    ['AgentID=&CallerID=9876543201', ['AgentID', 'CallReferenceID']],
    ['MOBILE_NO=&CALL_STATUS=Connected&CALL_DURATION=9', ['CALL_REFERENCE_ID', 'MOBILE_NO', 'CALL_DATE']],
    ['https://gateway.example.com/agent-state?agent_id=AG_ASHA', ['state']],
    ['ACTION=CLOSE&agent_id=AG_ASHA', ['convoxid', 'disposition']],
    ['ACTION=CALL&user=AG_ASHA', ['phone_number']],
    ['{"action":"CALL","userid":"AG_ASHA","phone_number":"9876543201"}', ['refno']],
    [
        '{"action":"ENDCALL","userid":"AG_ASHA","convoxid":"7","disposition":"SALE"}',
        ['endcall_type', 'refno', 'callreferenceid', 'process_name', 'mobile_number']
    ]
])('%s lacks %j, and would be refused', (text, names) => {
    const { required, isTaken, row } = explained(text);
    expect(required).toEqual(names);
    expect(isTaken).toBe(false);
    expect(row).toEqual([]);
});

test.each([
    ['{"STATUS":"EC000","MESSAGE":"Call closed successfully"}', 'accepted'],
    ['{"STATUS":"EC012","MESSAGE":"Invalid convox id"}', 'refused'],
    ['{"STATUS":"PENDING","MESSAGE":"Could not connect"}', 'unknown'],
    ['{"STATUS":"CL000","PHONE_NUMBER":"9876543201","PROCESS":"S","LEAD_ID":"7"}', 'accepted'],
    ['<script>var a = {"STATUS": 1};</script>{"STATUS":"CL000","PHONE_NUMBER":"9876543201","LEAD_ID":"7"}', 'accepted'],
    ['{"PHONE_NUMBER":"9876543201","PROCESS":"S","CONVOXID":"7"}', 'unknown'],
    ['{"STATUS":"LO001","MESSAGE":"Logged out"}', 'accepted'],
    ['{"STATUS":"DU002","MESSAGE":"No such list"}', 'refused']
])('of the answer %s it says how ConVox answered', (text, outcome) => {
    expect(explained(text)).toMatchObject({ kind: { kind: 'reply' }, isTaken: undefined, outcome });
    expect(printed(text)).toContain(`outcome.${outcome}`);
});

test.each([
    ['{"action":"HOLD","refno":"SF_000001","user_id":"AG_ASHA"}', 'gatewayCommand: word.convoxReads'],
    ['curl https://192.0.2.1/ConVoxCCS/rest/secureToken -X POST', 'token: word.convoxReads'],
    ['{"action":"LOGINUSER","username":"AG_ASHA"}', 'otherCommand: word.notRead']
])('of the command %s it says who reads it', (text, verdict) => {
    expect(wordingOf(explained(text), (key) => key).verdict).toBe(`kind.${verdict}`);
    expect(explained(text).unread.filter(({ name }) => name !== 'username')).toEqual([]);
});

test.each([
    ['https://gateway.example.com/servers/austin/call-status?CALL_STATUS=Ended', 'austin'],
    ['https://gateway.example.com/call-status?CALL_STATUS=Ended', '']
])('the address %s names the server "%s"', (address, server) => {
    expect(explained(address).server).toBe(server);
    expect(printed(address).includes('word.server')).toBe(server !== '');
});

const STATUS = 'CALL_STATUS=Ended&MOBILE_NO=9876543201&CALL_REFERENCE_ID=R1&AGENT_ID=1001&PROCESS=SALES';
const POP = 'AgentID=1001&CallReferenceID=R1&CallerID=9876543201&Process=SALES&ConvoxID=7';

test.each([
    [`/servers/austin/call-status?${STATUS}`, ['austin:1001', 'austin:SALES', 'austin:R1']],
    [`/servers/austin/pop?${POP}`, ['austin:1001', 'austin:SALES', 'austin:R1']],
    [`/servers/default/call-status?${STATUS}`, ['1001', 'SALES']],
    [`/call-status?${STATUS}`, ['1001', 'SALES']]
])('the row of %s has the names %j', (path, names) => {
    const texts = explained(`https://gateway.example.com${path}`).row.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(names));
});

test('what an agent does is taken as the gateway takes it', () => {
    expect(explained('POST /agent-state\n\n{"agent_id":"AG_ASHA","state":"IDLE"}')).toMatchObject({
        kind: { kind: 'agentState' },
        isTaken: true,
        required: []
    });
});

test('a push makes the row that the gateway would write of it', () => {
    const { row, isTaken } = explained(
        'CALL_REFERENCE_ID=R1&MOBILE_NO=%2B919876543201&USER_ID=AG_ASHA&CALL_MODE=inbound&CALL_STATUS=Connected&CALL_DATE=2026-11-28T15:29:00&CALL_DURATION=95&FOO=bar'
    );
    expect(isTaken).toBe(true);
    expect(Object.fromEntries(row.map(({ name, text }) => [name, text]))).toEqual({
        Agent_Code__c: 'AG_ASHA',
        Call_Mode__c: 'inbound',
        Call_Reference__c: 'R1',
        ConVox_Status__c: 'Connected',
        Customer_Number__c: '+919876543201',
        Direction__c: 'Inbound',
        Duration_Seconds__c: '95',
        Start_Day__c: '2026-11-28',
        Start_Hour__c: '15',
        Start_Half_Hour__c: '15:00',
        Started_At__c: '2026-11-28 15:29:00 Asia/Kolkata',
        Status__c: 'Ended'
    });
});

test('the server that a pop names is part of the key of its call', () => {
    const { row, unread, notSent } = explained('AgentID=AG_ASHA&CallReferenceID=R1&c__ConVoxServer=austin');
    expect(row).toContainEqual({ name: 'Call_Reference__c', text: 'austin:R1' });
    expect([unread, notSent]).toEqual([[], ['CallerID', 'DID', 'ConvoxID', 'Process', 'TypeOfCall']]);
});

test('what the message’s kind does not know is kept unread, under its own name', () => {
    expect(explained('AgentID=AG_ASHA&CallReferenceID=R1&Queue=Gold&Empty=').unread).toEqual([
        { name: 'Queue', text: 'Gold' }
    ]);
});

test('of several messages the first is explained, and the others are counted', () => {
    const line = '10.0.0.1 - - [x] "GET /pop?AgentID=A&CallReferenceID=R1 HTTP/1.1" 303 0';
    expect(explained(`${line}\n${line}\nno request`)).toMatchObject({ others: 1, answered: '303' });
    expect(explained('[{"CALL_REFERENCE_ID":"R1","CALL_DURATION":1},{},{}]').others).toBe(2);
});

test('a multipart form, lines that a browser shows, and a curl line over several lines are read', () => {
    const part = (name: string, value: string): string =>
        `--b1\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const expected = [
        { label: 'AgentID', text: 'AG_ASHA' },
        { label: 'CallerID', text: '+919876543201' },
        { label: 'CallReferenceID', text: 'R1' }
    ];
    for (const text of [
        `${part('AgentID', 'AG_ASHA')}${part('CallerID', '+919876543201')}${part('CallReferenceID', 'R1')}--b1--`,
        'AgentID: AG_ASHA\nCallerID: +919876543201\nCallReferenceID: R1',
        'curl -sS --request POST \\\n  --url=https://example.my.site/pop \\\n  -F AgentID=AG_ASHA -d \'CallerID=%2B919876543201\' --data-urlencode "CallReferenceID=R1"',
        'curl -G https://example.my.site/pop -d AgentID=AG_ASHA --data-urlencode CallerID=+919876543201 -d CallReferenceID=R1'
    ]) {
        expect(explained(text).understood).toEqual(expected.map((name) => expect.objectContaining(name)));
    }
});

const HASH = 'd41d8cd98f00b204e9800998ecf8427e';
const SECRET = 'hush9Hush8Hush7Hush6';
test.each([
    ['a header', `curl https://example.my.site/call-status -H 'Access-Token: ${SECRET}' -d CALL_REFERENCE_ID=R1`],
    ['a scheme', `POST /call-status HTTP/1.1\nAuthorization: Bearer ${SECRET}\n\nCALL_REFERENCE_ID=R1`],
    ['a user of curl', `curl -u admin:${SECRET} https://example.my.site/pop?AgentID=A`],
    ['a user of an address', `https://admin:${SECRET}@example.my.site/pop?AgentID=A`],
    ['a cookie', `curl https://example.my.site/pop?AgentID=A -b session=${SECRET}`],
    ['a parameter', `AgentID=A&PopKey=${SECRET}`],
    ['a field of JSON', `{"action":"CALL","access_token":"${SECRET}","user":"A"}`],
    ['a field within a field', `{"CALL_REFERENCE_ID":"R1","CALL_DURATION":1,"meta":{"token":"${SECRET}"}}`],
    ['an address of a recording', `CALL_REFERENCE_ID=R1&RECORDING_FILE_NAME=https://x/r.wav?token=${SECRET}`],
    ['an unknown parameter', `AgentID=A&x=${SECRET}abcdef`],
    ['a value of another', `AgentID=Bearer ${SECRET}&CallReferenceID=PROD_${SECRET}`],
    ['a path', `https://example.my.site/${SECRET}/pop?AgentID=A&CallReferenceID=R1`],
    ['a name', `${SECRET}abcdef==&AgentID=A`],
    ['nothing else', SECRET],
    ['letters and digits of a hash', `AgentID=A&x=${HASH}`]
])('a secret in %s is never shown', (_where, text) => {
    expect(`${printed(text)} ${JSON.stringify(explained(text))}`).not.toMatch(new RegExp(`${SECRET}|${HASH}`));
});

test.each(['Basic enquiry', 'Turnkey: sales', 'Session at 9, token of thanks', 'a-b_c 2026'])(
    '%s is no secret',
    (words) => {
        expect(printed(`CALL_REFERENCE_ID=R1&CALL_STATUS=Connected&DISPOSITION=${words}`)).toContain(words);
    }
);

test.each([
    'a',
    'a=b&',
    'a-',
    'a:',
    'a:b\n',
    'a;',
    '%E9',
    '%25',
    '"',
    '\\',
    '{"a":',
    '[',
    '/',
    'GET / ',
    'eyJ',
    'token',
    '9',
    '1:'
])('a text of nothing but %j is explained, however long it is', (piece) => {
    const long = piece.repeat(65_536 / piece.length);
    for (const start of ['', 'AgentID=', 'x=', 'curl -d ', '2026-11-28 09:59:00 ', 'startURL=%3F', '{"a":"']) {
        expect(printed(`${start}${long}`)).toContain('word.facts');
    }
});

test('an address within an address within an address is followed once', () => {
    expect(printed('startURL=%3F'.repeat(5000))).toContain('doubt.loginFirst');
});

test('whatever is pasted is explained and never thrown', () => {
    const piece = fc.constantFrom(
        'AgentID',
        '=',
        '&',
        '%',
        '%E9',
        '"',
        "'",
        '\\',
        '{',
        '}',
        '[',
        ':',
        '\n',
        'curl ',
        '9',
        '?',
        '/',
        '--',
        ' ',
        ';',
        'CALL_DATE',
        'ACTION',
        'CLOSE',
        'amp;'
    );
    const text = fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
    );
    fc.assert(
        fc.property(text, (pasted) => {
            expect(printed(pasted)).toContain('word.facts');
        })
    );
});
