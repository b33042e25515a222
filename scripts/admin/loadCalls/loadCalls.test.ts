import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WebApp } from '../../node/listen.ts';
import type { AdminOrg } from '../testing/adminOrg.ts';
import { openAdminOrg } from '../testing/adminOrg.ts';

let desk: AdminOrg;
let file: string;

/** Requests that the org still answers; after them the connection fails, as when the network is gone. */
let answersLeft = Infinity;
/** The server's time zone, a new job, a look at it, its rows, its end. */
const ANSWERS_UNTIL_THE_JOB_IS_CLOSED = 5;
const unreliable = (app: WebApp): WebApp => ({
    fetch: (request) => {
        answersLeft -= 1;
        return answersLeft < 0 ? new Response('', { status: 418 }) : app.fetch(request);
    }
});

beforeEach(async () => {
    answersLeft = Infinity;
    desk = await openAdminOrg({}, unreliable);
    file = join(desk.folder, 'calls.csv');
});
afterEach(() => desk.close());

const HEADER =
    'CALL_REFERENCE_ID,MOBILE_NO,USER_ID,CALL_STATUS,CALL_DATE,CALL_HOUR,CALL_MINUTE,CALL_DURATION,DISPOSITION,Campaign';
const row = (reference: string, rest = ''): string =>
    `${reference},9876543201,AG_ASHA,Connected,2026-02-01,10,15,95,RESOLVED,Diwali${rest}`;
const write = (lines: readonly string[], end = '\n'): void => writeFileSync(file, lines.join(end));

const calls = (): readonly Record<string, unknown>[] =>
    desk.org.store.find({ object: 'ConVox_Call__c', orderBy: [{ field: 'Call_Reference__c' }] });

test('rows become calls, as pushes of the same content would', async () => {
    write([HEADER, row('H-1'), row('H-2')]);
    expect(await desk.run(`load-calls ${file} --json`)).toMatchObject({
        code: 0,
        document: { ok: true, rows: 2, loaded: 2, refused: 0, refusedFile: null }
    });
    expect(calls()).toMatchObject([
        {
            Call_Reference__c: 'H-1',
            Phone_Key__c: '9876543201',
            Status__c: 'Disposed',
            Started_At__c: '2026-02-01T04:45:00.000Z',
            Duration_Seconds__c: 95,
            Contact__c: expect.any(String),
            Status_Payload__c: expect.stringContaining('"Campaign":"Diwali"')
        },
        { Call_Reference__c: 'H-2' }
    ]);
    expect(existsSync(`${file}.load-state.json`)).toBe(false);
});

test('columns may be spelled as ConVox likes, separated by semicolons, in Windows lines, quoted over lines', async () => {
    write(
        [
            '\ufeffcall-reference-id;Mobile Number;call_status;remarks',
            'H-1;+91 98765 43201;Not Connected;"said ""no""\r\nat once"'
        ],
        '\r\n'
    );
    expect(await desk.run(`load-calls ${file} --delimiter ;`)).toMatchObject({ code: 0 });
    expect(calls()).toMatchObject([{ Status__c: 'Not Connected', Remarks__c: 'said "no"\nat once' }]);
});

test('a blank number is a withheld caller, and blank cells come into the payload as they are', async () => {
    write([HEADER, row('H-1').replace('9876543201', '')]);
    expect(await desk.run(`load-calls ${file}`)).toMatchObject({ code: 0 });
    expect(calls()).toMatchObject([
        {
            Customer_Number__c: null,
            Data_Quality__c: 'numberWithoutKey',
            Status_Payload__c: expect.stringContaining('"MOBILE_NO":""')
        }
    ]);
});

test('rows of one call become one call, also from two jobs', async () => {
    write([
        HEADER,
        'H-1,9876543201,AG_ASHA,Connected,2026-02-01,10,15,95,,',
        'H-1,9876543201,AG_ASHA,Connected,2026-02-01,10,15,,RESOLVED,',
        'H-1,9876543201,,Connected,,,,,,Diwali'
    ]);
    expect(await desk.run(`load-calls ${file} --rows-per-job 2`)).toMatchObject({ code: 0 });
    expect(calls()).toMatchObject([
        { Status__c: 'Disposed', Duration_Seconds__c: 95, Disposition__c: 'RESOLVED', Agent_Code__c: 'AG_ASHA' }
    ]);
});

test('rows that make no call and rows that the org refuses are kept with their reasons', async () => {
    write([
        HEADER,
        row('H-1'),
        row('X'.repeat(65)),
        ',,,,,,,,,',
        'H-3,1',
        row('H-4').replace('AG_ASHA', 'A'.repeat(20))
    ]);
    const { store, users } = desk.org;
    store.create('ConVox_Call__c', [{ Call_Reference__c: 'OLD' }], users.admin);

    const { code, printed } = await desk.run(`load-calls ${file}`);

    expect(code).toBe(1);
    expect(printed).toContain('Refused: 3 rows;');
    expect(readFileSync(`${file}.refused.csv`, 'utf8').split('\n')).toEqual([
        `Row,Reason,${HEADER}`,
        expect.stringMatching(/^2,CALL_REFERENCE_ID is too long,X{65},/),
        expect.stringMatching(/^3,"?CALL_REFERENCE_ID is missing/),
        '4,"has 2 values, the header has 10",H-3,1',
        ''
    ]);
    expect(calls().map((call) => call['Call_Reference__c'])).toEqual(['H-1', 'H-4', 'OLD']);
});

test('a dry run reads everything, says what is doubtful, and sends nothing', async () => {
    write([HEADER, row('H-1'), row('H-1'), row('H-2').replace('2026-02-01', 'soon'), 'H-3,1']);
    const { code, document } = await desk.run(`load-calls ${file} --dry-run --json`);
    expect({ code, document }).toMatchObject({
        code: 1,
        document: { dryRun: true, rows: 4, loaded: 3, refused: 1, calls: 2, quality: { startUnreadable: 1 } }
    });
    expect(calls()).toEqual([]);
});

test('columns that nobody understood and what is doubtful are said in words', async () => {
    write([`${HEADER},CALL_STRAT`, `${row('H-1', ',1')}`, `${row('H-2', ',1').replace(',10,15,', ',,,')}`]);
    const { printed } = await desk.run(`load-calls ${file} --dry-run`);
    expect(printed).toContain('not understood, kept in Call Status Data only: Campaign, CALL_STRAT\n');
    expect(printed).toContain('1 row: the start has a date and no time');
    expect(printed).not.toContain('startTimeMissing');
    expect((await desk.run(`load-calls ${file}`)).printed).toContain('Campaign, CALL_STRAT');
});

test('a run that was interrupted goes on from where it stood, and nothing is refused twice', async () => {
    write([HEADER, row('H-1'), 'H-2,1', row('H-3'), row('H-4'), row('H-5')]);
    answersLeft = 9;
    expect(await desk.run(`load-calls ${file} --rows-per-job 2`)).toMatchObject({ code: 1 });
    const stood: unknown = JSON.parse(readFileSync(`${file}.load-state.json`, 'utf8'));
    expect(stood).toMatchObject({ rowsDone: 2, refused: 1 });

    answersLeft = Infinity;
    const again = await desk.run(`load-calls ${file} --json`);
    expect(again.noted).toContain('Going on behind row 2');
    expect(again.document).toMatchObject({ rows: 5, loaded: 4, refused: 1 });
    expect(readFileSync(`${file}.refused.csv`, 'utf8').trim().split('\n')).toHaveLength(2);
    expect(calls()).toHaveLength(4);
});

test('a job that the org has taken already is waited for, not sent again', async () => {
    write([HEADER, row('H-1')]);
    answersLeft = ANSWERS_UNTIL_THE_JOB_IS_CLOSED;
    expect(await desk.run(`load-calls ${file}`)).toMatchObject({ code: 1 });
    answersLeft = Infinity;
    const uploads = (): number => desk.org.requests.filter(({ method }) => method === 'PUT').length;
    expect(uploads()).toBe(1);

    expect(await desk.run(`load-calls ${file}`)).toMatchObject({ code: 0 });
    expect(uploads()).toBe(1);
    expect(calls()).toHaveLength(1);
});

test('Ctrl+C ends the waiting, and the same command goes on', async () => {
    write([HEADER, ...Array.from({ length: 600 }, (_, index) => row(`H-${index}`))]);
    const interruption = new AbortController();
    interruption.abort();
    const cut = await desk.run(`load-calls ${file}`, { interrupted: interruption.signal });
    expect(cut).toMatchObject({ code: 1, noted: expect.stringContaining('run the command again') });
    expect(await desk.run(`load-calls ${file}`)).toMatchObject({ code: 0 });
    expect(calls()).toHaveLength(600);
});

test('the state of another file is not gone on with', async () => {
    write([HEADER, row('H-1'), row('H-2')]);
    answersLeft = 2;
    await desk.run(`load-calls ${file}`);
    answersLeft = Infinity;
    write([HEADER, row('H-9'), row('H-2')]);
    expect(await desk.run(`load-calls ${file}`)).toMatchObject({
        code: 1,
        noted: expect.stringMatching(/belongs to another file[^]*--start-over/)
    });
    expect(await desk.run(`load-calls ${file} --start-over`)).toMatchObject({ code: 0 });
});

test.each([
    ['no file', '', /There is no file/],
    [
        'columns that make no call',
        'Name,City\nAsha,Pune\n',
        /The columns make no calls: CALL_REFERENCE_ID is missing, MOBILE_NO is missing/
    ],
    ['a column twice', 'MOBILE_NO,MOBILE_NO\n1,2\n', /two columns called "MOBILE_NO"/],
    ['a quote that never closes', `${HEADER}\nH-1,"987`, /no CSV file that can be read: .*line 2/]
])('%s is refused before anything is sent', async (_what, content, reason) => {
    if (content !== '') {
        writeFileSync(file, content);
    }
    const { code, noted } = await desk.run(`load-calls ${file}`);
    expect(code).toBe(1);
    expect(noted).toMatch(reason);
    expect(calls()).toEqual([]);
});
