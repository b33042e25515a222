import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

/** 10:00 UTC: the clock of a package org when it opens. */
const OPENED = Date.parse('2026-03-02T10:00:00Z');

let org: PackageOrg;
let minutes: number;
let administrators: readonly string[];

beforeEach(async () => {
    org = await openPackageOrg();
    minutes = 0;
    org.create('CustomNotificationType', { DeveloperName: 'ConVox_Health', MasterLabel: 'ConVox Health' });
    const PermissionSetGroupId = org.create('PermissionSetGroup', {
        DeveloperName: 'ConVox_Administrators',
        MasterLabel: 'ConVox Administrators'
    });
    administrators = [org.admin.id, secondUser()];
    for (const AssigneeId of administrators) {
        org.create('PermissionSetAssignment', { AssigneeId, PermissionSetGroupId });
    }
});
afterEach(() => {
    expect(org.log).toEqual([]);
    org.close();
});

function secondUser(): string {
    const name = 'farah@example.com';
    const ProfileId = org.store.find({ object: 'User' })[0]?.['ProfileId'] ?? null;
    return org.create('User', { Username: name, LastName: 'Farah', Email: name, Alias: 'farah', ProfileId });
}

const now = (): string => new Date(OPENED + minutes * 60_000).toISOString();

async function pass(count: number): Promise<void> {
    org.pass(count);
    minutes += count;
    await org.engine.runDueAsync();
}

const pop = (reference: string): string =>
    org.create('ConVox_Call__c', { Call_Reference__c: reference, Pop_At__c: now() });
const tell = (reference: string): string =>
    org.create('ConVox_Call__c', { Call_Reference__c: reference, Status_Received_At__c: now() });
const told = (): unknown[] => org.column('LocalNotification', 'Title');
const lines = (): unknown[] =>
    org.store.find({ object: 'ConVox_Health__c' }).map(({ Colour__c, Red_Checks__c }) => [Colour__c, Red_Checks__c]);

test('an hour of calls without a status is told to every administrator when it is over', async () => {
    tell('S1');
    await pass(5);
    pop('P1');
    await pass(59);
    expect(told()).toEqual([]);
    await pass(1);

    expect(org.store.find({ object: 'LocalNotification' })).toMatchObject([
        {
            Title: 'ConVox: statuses default',
            Body: expect.stringMatching(/last 2026-03-02 10:00:00Z?, calls since 2026-03-02 10:05:00/),
            RecipientIds: administrators.join(',')
        }
    ]);
    expect(lines()).toEqual([['Silence', 'statuses']]);
});

test('a silence is told once, however many calls are in it, in one batch or one after the other', async () => {
    tell('S1');
    await pass(1);
    const calls = Array.from({ length: 250 }, (_, index) => ({ Call_Reference__c: `B${index}`, Pop_At__c: now() }));
    org.store.create('ConVox_Call__c', calls, org.admin);
    for (let hour = 0; hour < 4; hour++) {
        await pass(30);
        pop(`P${hour}`);
    }
    await pass(90);

    expect([told(), lines()]).toEqual([['ConVox: statuses default'], [['Silence', 'statuses']]]);
});

test('a second silence of the day is told again', async () => {
    tell('S1');
    await pass(1);
    pop('P1');
    await pass(60);
    tell('S2');
    await pass(1);
    pop('P2');
    await pass(60);

    expect(told()).toEqual(['ConVox: statuses default', 'ConVox: statuses default']);
});

test.each<[string, () => unknown]>([
    ['nobody works', () => pass(300)],
    [
        'the call has its status',
        async () => {
            const call = pop('P1');
            await pass(20);
            org.update('ConVox_Call__c', call, { Status_Received_At__c: now() });
        }
    ],
    [
        'another call has its status meanwhile, as when one speaks for long',
        async () => {
            pop('P1');
            await pass(40);
            tell('S2');
        }
    ],
    ['the pop is one that an administrator tried', () => pop('TRIAL-1')],
    ['a server that has told nothing yet is being set up', () => pop('austin:P1')]
])('nothing is told where %s', async (_what, happens) => {
    tell('S1');
    await pass(1);
    await happens();
    await pass(61);

    expect([told(), lines()]).toEqual([[], []]);
});

test('each server has its own silence, though another one goes on telling', async () => {
    tell('S1');
    tell('austin:S1');
    await pass(1);
    pop('P1');
    pop('austin:P1');
    await pass(30);
    tell('S2');
    await pass(30);

    expect(told()).toEqual(['ConVox: statuses austin']);
});

test('two servers that fall silent in the same minute are two lines', async () => {
    tell('S1');
    tell('austin:S1');
    await pass(1);
    const calls = ['P1', 'austin:P1'].map((reference) => ({ Call_Reference__c: reference, Pop_At__c: now() }));
    org.store.create('ConVox_Call__c', calls, org.admin);
    await pass(60);

    expect(told().toSorted()).toEqual(['ConVox: statuses austin', 'ConVox: statuses default']);
    expect(lines()).toHaveLength(2);
});

test('what the night saw stays in the newest line, so that the next night does not tell it again', async () => {
    org.create('ConVox_Health__c', { Day__c: '2026-03-02', Colour__c: 'Red', Red_Checks__c: 'backlog' });
    tell('S1');
    await pass(1);
    pop('P1');
    await pass(60);

    expect(lines()).toEqual([
        ['Red', 'backlog'],
        ['Silence', 'backlog; statuses']
    ]);
});

test('without an administrator the line is kept all the same', async () => {
    const given = org.store.find({ object: 'PermissionSetAssignment' }).map(({ Id }) => String(Id));
    org.store.delete('PermissionSetAssignment', given, org.admin);
    tell('S1');
    await pass(1);
    pop('P1');
    await pass(60);

    expect([told(), lines()]).toEqual([[], [['Silence', 'statuses']]]);
});
