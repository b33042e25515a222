/** `npm run bench -- wallboard`: how long a refresh takes on a day of 10,000 calls and 50 agents, beside the bare request. */
import { cpus } from 'node:os';
import { join } from 'node:path';
import { compilePackage } from '../build/compile.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { ConsolePage } from '../e2e/consolePage.ts';
import { eventuallyEqual } from '../e2e/expect.ts';
import { buildConsole } from '../local/console/build/buildConsole.ts';
import type { FieldValues } from '../local/org/records.ts';
import { createRandom } from '../node/seededRandom.ts';
import { root, startStack } from '../start/stack.ts';
import type { Stack } from '../start/stack.ts';
import { bareRoundTrips, latencyOf } from './latency.ts';

const CALLS = 10_000;
const AGENTS = 50;
const PROCESSES = 8;
const RUNS = 10;
const SEED = 20_261_130;
const HOUR = 3_600_000;

/** Nothing of the day is in the future, and the day is that of India. */
const INDIA = 5.5 * HOUR;

function drawCall(roll: (sides: number) => number, index: number): FieldValues {
    const now = Date.now();
    const midnight = Math.floor((now + INDIA) / (24 * HOUR)) * 24 * HOUR - INDIA;
    const isAnswered = roll(6) > 0;
    return {
        Call_Reference__c: `DAY${index}`,
        Customer_Number__c: `9${String(100_000_000 + roll(900_000_000))}`,
        Direction__c: roll(10) === 0 ? 'Outbound' : 'Inbound',
        Status__c: isAnswered ? 'Disposed' : 'Not Connected',
        Process_Name__c: `PROCESS_${roll(PROCESSES)}`,
        Agent_Code__c: isAnswered ? `AGENT_${roll(AGENTS)}` : null,
        Started_At__c: new Date(midnight + roll(Math.max(1, now - midnight))).toISOString(),
        Start_Day__c: new Date(now + INDIA).toISOString().slice(0, 10),
        Queue_Seconds__c: roll(120),
        Ring_Seconds__c: roll(20),
        Duration_Seconds__c: isAnswered ? roll(600) : null
    };
}

function callOnLine(index: number): FieldValues {
    return {
        Call_Reference__c: `LINE${index}`,
        Customer_Number__c: `9${String(100_000_000 + index)}`,
        Direction__c: 'Inbound',
        Status__c: 'In Progress',
        Process_Name__c: `PROCESS_${index % PROCESSES}`,
        Agent_Code__c: `AGENT_${index}`,
        Pop_At__c: new Date().toISOString()
    };
}

function save({ org }: Stack, rows: readonly FieldValues[]): void {
    const refused = org.store.create('ConVox_Call__c', rows, org.users.admin).find(({ success }) => !success);
    if (refused) {
        throw new Error(`The org refused a call: ${JSON.stringify(refused)}`);
    }
}

await compilePackage(root);
const assets = join(root, '.local', 'bench', 'console');
await buildConsole({ outdir: assets });
const stack = await startStack({ database: ':memory:', assets, ports: { console: 0, convox: 0, gateway: 0, org: 0 } });
const { browser } = await launchBrowser();
try {
    const random = createRandom(SEED);
    console.log(`${CALLS} calls today, ${AGENTS} agents on the line, seed ${SEED}`);
    save(
        stack,
        Array.from({ length: CALLS }, (_, index) => drawCall((sides) => random.below(sides), index))
    );
    save(
        stack,
        Array.from({ length: AGENTS }, (_, index) => callOnLine(index))
    );
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const asked = page.waitForRequest((request) => request.postData()?.includes('convoxFloor') ?? false);
    await new ConsolePage(page, stack.urls.console).openAs('divya');
    const board = page.locator('[data-tile="onLine"]');
    const onLine = board.locator('.value');
    await eventuallyEqual(() => onLine.innerText(), String(AGENTS));
    const refreshes: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
        save(stack, [callOnLine(AGENTS + run)]);
        await page.waitForRequest((request) => request.postData()?.includes('convoxFloor') ?? false);
        const started = performance.now();
        await board
            .getByText(String(AGENTS + run + 1), { exact: true })
            .first()
            .waitFor();
        refreshes.push(performance.now() - started);
    }
    const lines = [
        latencyOf('a refresh, from the request to the figures on the screen', refreshes),
        latencyOf('the bare request', await bareRoundTrips(page, await asked, RUNS))
    ];
    for (const { name, runs, p50, p95 } of lines) {
        console.log(`${name.padEnd(60)}${runs} runs  p50 ${p50.toFixed(0)} ms  p95 ${p95.toFixed(0)} ms`);
    }
    console.log(`${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`);
} finally {
    await browser.close();
    await stack.close();
}
