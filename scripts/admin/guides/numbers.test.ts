import { join } from 'node:path';
import { readEnvironment } from '../../gateway/env.ts';
import { LARGEST_BATCH } from '../../gateway/salesforce/salesforceCalls.ts';
import { readRegistrations } from '../../local/metadata/callouts/registrations.ts';
import { jobCsv } from '../bulk/jobCsv.ts';
import { readHistoricCall, recordsOf } from '../loadCalls/historicCall.ts';
import { root } from '../root.ts';
import { readGuides, tableRows } from './markdown.ts';

const textOf = (name: string): string => readGuides(root).find(({ file }) => file === `docs/${name}.md`)?.text ?? '';
const sizing = textOf('limits-and-sizing');

const number = (text = ''): number => Number(text.replaceAll(',', ''));

const WORKING_SECONDS = 10 * 3600;
const flushes = [1, 10, 60];

test.each(
    tableRows(sizing, /^[\d,]+$/).map((cells): [number, number[]] => [number(cells[0]), cells.slice(1).map(number)])
)('%d calls a day need as many requests as the table says', (calls, requests) => {
    expect(requests).toEqual(
        flushes.map((flush) => Math.max(calls / LARGEST_BATCH, Math.min(calls, WORKING_SECONDS / flush)))
    );
});

test('storage is 2 kB a record, and the year adds up', () => {
    const rows = tableRows(sizing, /^(?:calls$|commands \(end call with|follow-ups)/).filter(
        (cells) => cells.length === 4
    );
    expect(rows).toHaveLength(3);
    for (const [, share = '', records, kilobytes] of rows) {
        expect(number(records)).toBe(10 * Number(share.replace(' %', '')));
        expect(number(kilobytes)).toBe(2 * number(records));
    }
    const total = rows.reduce((sum, [, , records]) => sum + number(records), 0);
    const [together] = tableRows(sizing, /^\*\*together/);
    expect([number(together?.[2]), number(together?.[3])]).toEqual([total, 2 * total]);
    expect(sizing).toContain(`${((10_000 * 300 * total * 2) / 1000 / 1000).toLocaleString('en-US')} MB a year`);
});

test('the gateway’s defaults are those that the guides name', () => {
    const secret = 'a-made-up-secret-for-tests';
    const { journal, forwarding } = readEnvironment({
        GATEWAY_JOURNAL: 'journal.sqlite',
        GATEWAY_SECRETS: secret,
        SALESFORCE_LIGHTNING_ORIGIN: 'https://example.lightning.force.com',
        SALESFORCE_LOGIN_URL: 'https://example.my.salesforce.com',
        SALESFORCE_CLIENT_ID: 'x',
        SALESFORCE_CLIENT_SECRET: secret
    });
    expect(sizing).toContain(`\`GATEWAY_KEEP_DAYS\` (${journal.keep / 86_400_000}) days`);
    expect(textOf('security')).toContain(`\`GATEWAY_KEEP_DAYS\` (${journal.keep / 86_400_000})`);
    expect(sizing).toContain(
        `\`GATEWAY_JOURNAL_MEGABYTES\` (${(journal.mostBytes / 1024 ** 2).toLocaleString('en-US')})`
    );
    expect(sizing).toContain(`at ${(forwarding?.flushAfter ?? 0) / 1000} second (default)`);
});

test('the package has as many operations as the table of limits says', async () => {
    const registrations = await readRegistrations(join(root, 'force-app'));
    const operations = registrations.reduce((sum, registration) => sum + registration.operations.size, 0);
    expect(sizing).toContain(`the package has ${operations} `);
});

test('10,000 calls of a bulk job are about as large as the table of limits says', () => {
    const moment = { timeZone: 'Asia/Kolkata', now: new Date('2026-03-01T10:00:00Z') };
    const rows = tableRows(textOf('convox-hand-over'), /^\d+$/).map(([, label = '', example = '']) => [
        label.replaceAll('`', ''),
        example.replaceAll('`', '')
    ]);
    const call = readHistoricCall(
        rows.map(([label = '']) => label),
        { number: 1, values: rows.map(([, example = '']) => example), bytes: 0 },
        moment
    );
    const bytes = Buffer.byteLength(jobCsv(recordsOf([call], moment)).split('\n')[1] ?? '');
    const megabytes = Number(/10,000 calls are about (\d+) MB/.exec(sizing)?.[1]);
    expect(Math.abs((bytes * 10_000) / 1e6 - megabytes)).toBeLessThan(megabytes / 3);
});
