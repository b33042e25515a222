import { z } from 'zod';
import { decodeCallStatus } from '#contract';
import { sheetPush } from '../../force-app/main/contract/lwc/convoxContract/__tests__/data/callStatusTexts.ts';
import { AGENT_ASHA } from '../sample/org/callers.ts';
import type { SalesforceSide } from './settings.ts';
import { startTestConvox } from './testConvox.ts';
import type { PushReceived, TestConvox } from './testConvox.ts';

const SHEET_NAMES = Object.keys(sheetPush);

let server: TestConvox;

afterEach(() => server.close());

async function finishedCall(salesforce: Partial<SalesforceSide> = {}): Promise<void> {
    server = await startTestConvox({ salesforce });
    const { switchboard } = server.convox;
    await server.post('/scenarios/knownCaller');
    server.time.pass(4000);
    switchboard.act(AGENT_ASHA, { type: 'answer' });
    server.time.pass(95_000);
    switchboard.act(AGENT_ASHA, { type: 'hangUp', by: 'customer' });
    server.time.pass(20_000);
    await server.post(`/agent/${AGENT_ASHA}/close`, { disposition: 'RESOLVED' });
    server.time.pass(1000);
    await server.convox.settled();
}

test.each<[SalesforceSide['statusFormat'], (push: PushReceived | undefined) => [string, string][]]>([
    ['form', (push) => [...new URLSearchParams(push?.body)]],
    ['get', (push) => [...new URL(push?.url ?? '').searchParams]],
    ['json', (push) => Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(push?.body ?? '')))]
])('a status as %s carries the 22 names of the sheet in order, with the secret', async (statusFormat, read) => {
    await finishedCall({ statusFormat, statusHeader: 'X-ConVox-Token' });
    const [push] = server.pushes;
    expect(read(push).map(([name]) => name)).toEqual(SHEET_NAMES);
    expect(push?.method).toBe(statusFormat === 'get' ? 'GET' : 'POST');
    expect(push?.headers.get('x-convox-token')).toBe('a-secret-of-the-test');
    expect(push?.url).not.toContain('a-secret');
});

test('the status tells the call as it was', async () => {
    await finishedCall();
    const pushed = new URLSearchParams(server.pushes[0]?.body);
    const now = server.time.clock();
    expect(pushed.get('RECORDING_FILE_NAME')).toMatch(/^\/var\/www\/html\/calls\/2026-11-22\/in\/\S+\.WAV$/);
    expect(decodeCallStatus(pushed, { timeZone: 'Asia/Kolkata', now })).toMatchObject({
        ok: true,
        value: {
            agentCode: AGENT_ASHA,
            startedAt: '2026-11-22T05:30:00.000Z',
            durationSeconds: 95,
            queueSeconds: 0,
            ringSeconds: 4,
            completedBy: 'customer',
            station: '2001',
            connected: true,
            direction: 'Inbound',
            disposition: 'RESOLVED',
            quality: []
        }
    });
});

test('an answer of the CRM is in the log, also a refusal, and nothing is sent again', async () => {
    server = await startTestConvox();
    server.answerPushesWith(503);
    await server.post('/scenarios/missed');
    server.time.pass(7000);
    await server.convox.settled();
    server.time.pass(3_600_000);
    await server.convox.settled();
    expect(server.pushes).toHaveLength(1);
    expect(server.convox.log.entries).toMatchObject([
        { kind: 'status', status: 503, reply: '{"status":"success","message":"stored"}' }
    ]);
});

test('a CRM that cannot be reached is said in words in the log', async () => {
    await finishedCall({ gatewayOrigin: 'http://127.0.0.1:1' });
    const last = server.convox.log.entries.at(-1);
    expect(last).toMatchObject({ kind: 'status', status: 0 });
    expect(last?.reply).toMatch(/^No answer from http:\/\/127\.0\.0\.1:1: ./);
});
