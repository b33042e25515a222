import { encodeCloseCall, encodeDial } from '#contract';
import { dialectNames, dialects } from './dialects/dialects.ts';
import type { SheetCommand } from './dialects/dialect.ts';
import { inOwnWords } from './ownWords.ts';

type Parameters = readonly [string, string][];

function commandOf(parameters: Parameters, method: 'GET' | 'POST'): SheetCommand {
    const text = new URLSearchParams([...parameters]).toString();
    return {
        method,
        script: 'callcontrol_api.php',
        query: method === 'GET' ? `?${text}` : '',
        contentType: method === 'GET' ? '' : 'application/x-www-form-urlencoded',
        body: new TextEncoder().encode(method === 'GET' ? '' : text)
    };
}

const close = (before: string): Parameters => [
    ...encodeCloseCall({
        agentCode: `${before}1001`,
        convoxId: '4543201',
        disposition: 'SALE',
        mobileNumber: '9876543201'
    }),
    ['refno', 'SF_000009'],
    ['CallReferenceID', `${before}17`],
    ['Process', `${before}SALES`]
];
const dial = (before: string): Parameters =>
    encodeDial(
        { agentCode: `${before}1001`, phoneNumber: '9876543201', referenceNumber: 'SF_000001' },
        { agentParameter: 'user' }
    ).parameters;
const transfer = (before: string): Parameters => [
    ['ACTION', 'TransferToProcess'],
    ['agent_id', `${before}1001`],
    ['target', `${before}SUPPORT`],
    ['disposition', 'TRANSFERRED'],
    ['convoxid', '4543201'],
    ['mobile_number', '9876543201'],
    ['refno', 'SF_000009'],
    ['CallReferenceID', `${before}17`],
    ['Process', `${before}SALES`]
];
const row = (before: string): Parameters => [
    ['ACTION', 'DATAUPLOAD'],
    ['refno', 'SF_000009'],
    ['process', `${before}SALES`],
    ['list_id', '7'],
    ['number', '9876543201']
];

/** What a server is asked, or told is wrong. */
function said(command: SheetCommand, name: (typeof dialectNames)[number]): unknown {
    const translated = dialects[name].translate(command);
    if (!translated.ok) {
        return translated;
    }
    const { path, body } = translated.request('a-key');
    return [path, new TextDecoder().decode(body)];
}

const commands = { close, dial, transfer, row };
const cases = dialectNames.flatMap((dialect) =>
    Object.entries(commands).flatMap(([what, command]) =>
        (['GET', 'POST'] as const).map((method) => ({ dialect, what, command, method }))
    )
);

test.each(cases)('a $what by $method in the dialect $dialect names nothing as Salesforce keeps it', (one) => {
    const bare = said(commandOf(one.command(''), one.method), one.dialect);
    const command = commandOf(one.command('austin:'), one.method);
    expect(said(inOwnWords(command, 'austin'), one.dialect)).toEqual(bare);
});

test.each([
    ['austin', 'agent_id=austin%3A1001&x=1', 'agent_id=1001&x=1'],
    ['austin', 'agent_id=austin:1001', 'agent_id=1001'],
    ['austin', 'agent_id=AUSTIN%3a1001', 'agent_id=1001'],
    ['austin', 'agent_id=delhi%3A1001', 'agent_id=delhi%3A1001'],
    ['austin', 'words=in+austin%3A+hot', 'words=in+austin%3A+hot'],
    [undefined, 'Process=default%3Aaustin%3ASALES', 'Process=austin%3ASALES'],
    [undefined, 'agent_id=austin%3A1001', 'agent_id=austin%3A1001'],
    [undefined, 'agent_id=1001&disposition=Zo%C3%AB', 'agent_id=1001&disposition=Zo%C3%AB']
])('at the server %s, %s goes out as %s', (server, text, expected) => {
    const command = { ...commandOf([], 'POST'), query: `?${text}`, body: new TextEncoder().encode(text) };
    const own = inOwnWords(command, server);
    expect([own.query, new TextDecoder().decode(own.body)]).toEqual([`?${expected}`, expected]);
});
