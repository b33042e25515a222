import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

const DAY = 24 * 60;

let org: PackageOrg;
let server: string;
let made = 0;

beforeEach(async () => {
    org = await openPackageOrg();
    server = org.create('ConVox_Server__c', { Name: 'Mumbai', Is_Default__c: true });
});
afterEach(() => org.close());

function call(values: FieldValues = {}): string {
    made += 1;
    return org.create('ConVox_Call__c', {
        Call_Reference__c: `K-${made}`,
        Direction__c: 'Inbound',
        Status__c: 'Ended',
        Customer_Number__c: `98765${String(10_000 + made)}`,
        ...values
    });
}

function command(): string {
    made += 1;
    return org.create('ConVox_Command__c', {
        Key__c: `K-${made}`,
        Type__c: 'Dial',
        Status__c: 'Accepted',
        Agent_Code__c: 'AG_ASHA',
        Phone_Number__c: '9876500001',
        Ref_No__c: `R${made}`
    });
}

function promise(state: string, due: string, origin: string): string {
    return org.create('ConVox_Follow_Up__c', {
        State__c: state,
        Due_At__c: due,
        Phone_Key__c: '98765000',
        Origin_Call__c: origin
    });
}

const isThere = (object: string, id: string): boolean => org.store.get(object, id) !== undefined;

async function nights(count: number): Promise<void> {
    for (let night = 0; night < count; night += 1) {
        org.pass(DAY);
        await org.engine.runDueAsync();
    }
}

/** Rows of each kind, created so many days ago. */
async function floor(daysAgo: number): Promise<Record<string, readonly [object: string, id: string]>> {
    const origin = call();
    const rows = {
        call: ['ConVox_Call__c', call()],
        'call with an open promise': ['ConVox_Call__c', origin],
        command: ['ConVox_Command__c', command()],
        'open promise': ['ConVox_Follow_Up__c', promise('Open', '2040-03-03T10:00:00.000Z', origin)],
        'cancelled promise': ['ConVox_Follow_Up__c', promise('Cancelled', '2026-03-03T10:00:00.000Z', origin)],
        opening: ['ConVox_Recording_Opening__c', org.create('ConVox_Recording_Opening__c', { Call__c: origin })]
    } as const;
    org.pass(daysAgo * DAY);
    await org.engine.runDueAsync();
    return rows;
}

const namesLeft = (rows: Awaited<ReturnType<typeof floor>>): string[] =>
    Object.entries(rows).flatMap(([name, [object, id]]) => (isThere(object, id) ? [name] : []));

test('nothing is deleted as long as the server does not say for how long calls are kept', async () => {
    const rows = await floor(5000);
    await nights(2);
    expect(namesLeft(rows)).toEqual(Object.keys(rows));
});

test('what is older than the server keeps goes, but no open promise and not the call that it was made in', async () => {
    const rows = await floor(400);
    const young = call();
    org.update('ConVox_Server__c', server, { Keep_Calls_Days__c: 365 });
    await nights(2);
    expect(namesLeft(rows)).toEqual(['call with an open promise', 'open promise']);
    expect(isThere('ConVox_Call__c', young)).toBe(true);
});

test('a call goes when its promise is open no longer', async () => {
    const rows = await floor(400);
    org.update('ConVox_Server__c', server, { Keep_Calls_Days__c: 365 });
    await nights(1);
    org.update('ConVox_Follow_Up__c', rows['open promise']?.[1] ?? '', { State__c: 'Cancelled' });
    await nights(2);
    expect(namesLeft(rows)).toEqual([]);
});

test('a promise that was due lately stays though it was broken, and its call as long as somebody is asked to keep it', async () => {
    const origin = call();
    const broken = promise('Broken', '2027-04-05T10:00:00.000Z', origin);
    await floor(400);
    org.update('ConVox_Server__c', server, { Keep_Calls_Days__c: 365 });
    const left = async (count: number): Promise<boolean[]> => {
        await nights(count);
        return [isThere('ConVox_Call__c', origin), isThere('ConVox_Follow_Up__c', broken)];
    };
    expect(await left(6)).toEqual([true, true]);
    expect(await left(4)).toEqual([false, true]);
    org.pass(365 * DAY);
    expect(await left(1)).toEqual([false, false]);
});

test('only what the default server says counts, and it may be switched off again', async () => {
    const rows = await floor(400);
    org.create('ConVox_Server__c', { Name: 'Pune', Keep_Calls_Days__c: 100 });
    await nights(2);
    org.update('ConVox_Server__c', server, { Keep_Calls_Days__c: 1000 });
    await nights(1);
    org.update('ConVox_Server__c', server, { Keep_Calls_Days__c: null });
    await nights(1);
    expect(namesLeft(rows)).toEqual(Object.keys(rows));
});

test('a slip of the keyboard deletes nothing: calls are kept for a quarter at least', () => {
    expect(() => org.update('ConVox_Server__c', server, { Keep_Calls_Days__c: 9 })).toThrow(/90 days/);
});
