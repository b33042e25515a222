import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import type { CallStatus } from '#contract';
import {
    decodeCallStatus,
    decodeDial,
    decodeCloseCall,
    decodeScreenPop,
    encodeCallStatus,
    mergeSayings,
    readReply
} from '#contract';
import { callFieldsFromStatus } from '#call-record';
import { sheetPush } from '../../../force-app/main/contract/lwc/convoxContract/__tests__/data/callStatusTexts.ts';
import type { Gateway } from '../../gateway/app.ts';
import { createGateway } from '../../gateway/app.ts';
import { seedOrg } from '../../sample/org/seedOrg.ts';
import { createTestOrg } from '../../local/org/testing/testOrg.ts';
import { root } from '../root.ts';
import { codeBlocks, shellWords } from './markdown.ts';

const SECRET = 'a-made-up-secret-for-tests';
const sheet = readFileSync(join(root, 'docs', 'convox-hand-over.md'), 'utf8');
const blocks = codeBlocks(sheet);

let gateway: Gateway;

beforeAll(() => {
    gateway = createGateway({
        secrets: [SECRET],
        timeZone: 'Asia/Kolkata',
        lightningOrigin: 'https://example.lightning.force.com',
        salesforce: { loginUrl: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'x', timeout: 1000 },
        calls: { upsert: () => Promise.resolve({ outcome: 'unavailable', reason: 'this test has no org' }) },
        log: () => undefined
    });
});
afterAll(() => gateway.close());

/** The request that a curl command makes, as far as the sheet uses curl. */
function requestOf(command: string, variables: Readonly<Record<string, string>> = {}): Request {
    const { values, positionals } = parseArgs({
        args: shellWords(command.replaceAll(/\\\n\s*/g, ''), { SECRET, ...variables }).slice(1),
        allowPositionals: true,
        options: {
            header: { type: 'string', short: 'H', multiple: true, default: [] },
            data: { type: 'string', multiple: true, default: [] },
            'data-urlencode': { type: 'string', multiple: true, default: [] },
            request: { type: 'string', short: 'X', default: 'POST' },
            get: { type: 'boolean', short: 'G', default: false },
            include: { type: 'boolean', short: 'i' }
        }
    });
    const [url = ''] = positionals;
    const headers = new Headers(
        values.header.map((line) => line.split(': ', 2)).map(([name = '', value = '']) => [name, value])
    );
    const body = [...values.data, ...values['data-urlencode'].map(urlEncoded)].join('&');
    if (values.get || body === '') {
        return new Request(body === '' ? url : `${url}?${body}`, { headers });
    }
    if (!headers.has('content-type')) {
        headers.set('content-type', 'application/x-www-form-urlencoded');
    }
    return new Request(url, { method: values.request, headers, body });
}

/** As curl does: the value is encoded, the name is not. A blank in it is left to the server, which reads it. */
function urlEncoded(parameter: string): string {
    const [name = '', ...value] = parameter.split('=');
    return `${name}=${encodeURIComponent(value.join('='))}`;
}

const samples = blocks.flatMap((block, index): [string, string][] => {
    const answer = blocks[index + 1]?.text.trim() ?? '';
    return block.language === 'sh' ? [[block.text, answer]] : [];
});

const isToSalesforce = (command: string): boolean => command.includes('https://example.my.salesforce.com/');

test.each(samples.filter(([command]) => !isToSalesforce(command)))(
    'the gateway answers as the sheet says to: %s',
    async (command, expected) => {
        const [, status, rest] = /^(\d{3}) ([^]*)$/.exec(expected) ?? [];
        const response = await gateway.fetch(requestOf(command));
        const text = await response.text();
        expect(`${response.status} ${response.headers.get('location') ?? text}`).toBe(`${status} ${rest}`);
    }
);

test('there are samples of every way to send', () => {
    const requests = samples.map(([command]) => requestOf(command));
    const ways = requests.map(({ url, method, headers }) =>
        `${method} ${new URL(url).pathname} ${headers.get('content-type')?.split(';')[0] ?? ''}`.trim()
    );
    expect([...new Set(ways)].toSorted()).toEqual([
        'GET /call-status',
        'GET /pop',
        'PATCH /services/data/v66.0/sobjects/ConVox_Call__c/Call_Reference__c/REF-1001 application/json',
        'POST /call-status application/json',
        'POST /call-status application/x-www-form-urlencoded',
        'POST /pop application/x-www-form-urlencoded'
    ]);
});

const rows = [...sheet.matchAll(/^\| (\d+) +\| `([^`]+)` +\| (?:`([^`]*)`)?/gm)].map(
    ([, number, label = '', example = '']) => ({
        number: Number(number),
        label,
        example
    })
);

/** What the examples of the table say. */
function exampleStatus(): CallStatus {
    const status = decodeCallStatus(
        rows.map(({ label, example }) => [label, example]),
        { timeZone: 'Asia/Kolkata', now: new Date('2026-03-01T10:00:00Z') }
    );
    if (!status.ok) {
        throw new Error(JSON.stringify(status.problems));
    }
    return status.value;
}

test('the labels are the 22 of the contract, in its order, and the examples are understood', () => {
    const status = exampleStatus();
    expect(rows.map(({ label }) => label)).toEqual(
        encodeCallStatus(status, { timeZone: 'Asia/Kolkata' }).map(([name]) => name)
    );
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
    expect(status).toMatchObject({
        unknown: {},
        quality: [],
        followUpAt: '2026-03-02T05:30:00.000Z',
        startedAt: '2026-03-01T09:59:00.000Z'
    });
    expect(rows).toHaveLength(22);
});

test('the labels are those of ConVox’s own sheet', () => {
    expect(rows.map(({ label }) => label)).toEqual(Object.keys(sheetPush));
});

test('the pop template has the seven parameters behind c__', () => {
    const template = blocks.find(({ text }) => text.includes('c__AgentID=<agentid>'))?.text.trim() ?? '';
    const pop = decodeScreenPop([...new URL(template.replaceAll(/[<>]/g, '')).searchParams]);
    expect(pop).toMatchObject({
        ok: true,
        value: {
            agentCode: 'agentid',
            callerNumber: 'callerno',
            callReference: 'callreferenceno',
            did: 'did',
            convoxId: 'convoxid',
            process: 'process',
            typeOfCall: 'calltype',
            unknown: {}
        }
    });
});

test('the request without the gateway writes the row that the gateway would write', async () => {
    const [[command, expected] = ['', '']] = samples.filter(([sample]) => isToSalesforce(sample));
    const org = await createTestOrg({});
    seedOrg(org);
    const ask = async (): Promise<string> => {
        const response = await org.fetch(requestOf(command, { TOKEN: org.openSession('integration') }));
        return `${response.status} ${(await response.text()).replace(/"a\w{17}"/, '"a00000000000001AAA"')}`;
    };

    expect(await ask()).toBe(expected);
    expect(await ask()).toBe(expected.replace('201', '200').replace('"created":true', '"created":false'));
    const said = { status: exampleStatus(), receipt: { receivedAt: 0, order: 0 } };
    const row = callFieldsFromStatus(mergeSayings([said]), '2026-03-01T10:00:00.000Z', '', {
        day: '2026-03-01',
        hour: 15,
        halfHour: '15:00',
        followUpDay: '2026-03-02'
    });
    // What several messages of one call are weighed by, which only the gateway does.
    const weights = ['Value_Ranks_1__c', 'Value_Ranks_2__c', 'Agent_Legs__c'];
    const told = z.record(z.string(), z.unknown()).parse(JSON.parse(await requestOf(command).text()));
    expect({ ...told, Call_Reference__c: 'REF-1001', Status_Payload__c: '' }).toEqual({
        ...Object.fromEntries(Object.entries(row).filter(([field]) => !weights.includes(field))),
        Status_Payload__c: ''
    });
    expect(org.store.find({ object: 'ConVox_Call__c' })).toMatchObject([told]);
    await org.close();
});

test('the answers of the table are taken as it says', () => {
    const outcomes: Readonly<Record<string, string>> = { done: 'accepted', refused: 'refused', unknown: 'unknown' };
    const answers = [...sheet.matchAll(/^\| `([^`]+)` +\| (done|refused|unknown) +\|/gm)].map(
        ([, answer = '', taken = '']) => ({
            answer,
            outcome: outcomes[taken]
        })
    );
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['accepted', 'refused', 'unknown']));
    expect(answers.map(({ answer }) => ({ answer, outcome: readReply(answer, 200).outcome }))).toEqual(answers);
});

test('the commands that Salesforce sends are those of the contract', () => {
    const [, close = ''] = blocks.find(({ text }) => text.includes('ACTION=CLOSE'))?.text.split('\n') ?? [];
    const [, dial = ''] = blocks.find(({ text }) => text.includes('ACTION=CALL'))?.text.split('\n') ?? [];
    expect(decodeCloseCall(new URLSearchParams(close))).toMatchObject({ ok: true });
    expect(decodeDial(new URLSearchParams(dial))).toMatchObject({ ok: true });
});
