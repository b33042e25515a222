import {
    faults,
    notAtFault,
    POPS_MINUTES_AGO,
    reportText,
    TIME_ZONE
} from '../../../force-app/main/setup/lwc/convoxSetupChecks/__tests__/data/faults.ts';
import type { Fault } from '../../../force-app/main/setup/lwc/convoxSetupChecks/__tests__/data/faults.ts';
import { openTestServer } from '../../local/org/externalServices/testServer.ts';
import type { TestServer } from '../../local/org/externalServices/testServer.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

/** 10:00 UTC: the clock of a package org when it opens. */
const NOW = new Date('2026-03-02T10:00:00Z');
const minutesAgo = (minutes: number): string => new Date(NOW.getTime() - minutes * 60_000).toISOString();

let server: TestServer;
let org: PackageOrg;
let adminGroup: string;

beforeEach(async () => {
    server = await openTestServer();
    org = await openPackageOrg({ convoxUrl: server.url });
});
afterEach(async () => {
    org.close();
    await server.close();
});

const WELL = {
    dialect: 'sheet',
    popsMinutesAgo: POPS_MINUTES_AGO,
    secondDialect: 'sheet',
    secondTimeZone: TIME_ZONE,
    statusMinutesAgo: 25,
    timeZone: TIME_ZONE
};

/** The second one after the first, as an administrator enters it. */
function plantServers(planted: Partial<Fault>): void {
    const { defaultServer, ...fault } = { ...WELL, ...planted };
    org.create('ConVox_Server__c', {
        Name: 'Mumbai',
        Code__c: fault.firstServer ?? null,
        Is_Default__c: defaultServer !== 'none',
        Time_Zone__c: fault.timeZone,
        Dialect__c: fault.dialect
    });
    if (fault.secondServer !== undefined) {
        org.create('ConVox_Server__c', {
            Name: 'Pune',
            Code__c: fault.secondServer || null,
            Is_Default__c: defaultServer === 'second',
            Time_Zone__c: fault.secondTimeZone,
            Dialect__c: fault.secondDialect
        });
    }
}

/** An installation that is well but for the fault. */
function plant(fault: Partial<Fault>): void {
    const { agentLacks, answer, commands = [] } = fault;
    const { popsMinutesAgo, statusMinutesAgo } = { ...WELL, ...fault };
    answerWith(answer ?? reportText(NOW, fault));
    plantServers(fault);
    for (const minutes of popsMinutesAgo) {
        org.create('ConVox_Call__c', { Call_Reference__c: `P${minutes}`, Pop_At__c: minutesAgo(minutes) });
    }
    org.create('ConVox_Call__c', { Call_Reference__c: 'S1', Status_Received_At__c: minutesAgo(statusMinutesAgo) });
    for (const { key, hoursAgo } of commands) {
        org.pass(-hoursAgo * 60);
        org.create('ConVox_Command__c', {
            Key__c: key,
            Type__c: 'Dial',
            Status__c: 'Unknown',
            Agent_Code__c: 'AG_ASHA',
            Phone_Number__c: '9876543201',
            Ref_No__c: 'SF_0001'
        });
        org.pass(hoursAgo * 60);
    }
    const user = agentLacks === 'user' ? null : org.admin.id;
    org.create('ConVox_Agent__c', { Name: 'AG_ASHA', Agent_Code__c: 'AG_ASHA', User__c: user });
    plantRights(agentLacks);
    org.create('CustomNotificationType', { DeveloperName: 'ConVox_Health', MasterLabel: 'ConVox Health' });
}

/** The user of the agent is the administrator, too. */
function plantRights(agentLacks: Fault['agentLacks']): void {
    const set = (Name: string): string => org.create('PermissionSet', { Name, Label: Name });
    set('ConVox_Agent');
    const sets = [
        agentLacks !== 'right on standard objects' && set('ConVox_Org_Rights'),
        agentLacks !== 'right of agents on them' && set('ConVox_Org_Agent_Rights')
    ];
    const group = (DeveloperName: string): string =>
        org.create('PermissionSetGroup', { DeveloperName, MasterLabel: DeveloperName });
    const agents = group('ConVox_Agents');
    adminGroup = group('ConVox_Administrators');
    for (const PermissionSetId of sets.filter((id) => id !== false)) {
        org.create('PermissionSetAssignment', { AssigneeId: org.admin.id, PermissionSetId });
    }
    const groups = [agentLacks !== 'right of the package' && agents, adminGroup];
    for (const PermissionSetGroupId of groups.filter((id) => id !== false)) {
        org.create('PermissionSetAssignment', { AssigneeId: org.admin.id, PermissionSetGroupId });
    }
}

function answerWith(text: string): void {
    server.respondWith((response) => response.writeHead(200, { 'Content-Type': 'text/plain' }).end(text));
}

const look = async (): Promise<unknown> => {
    const { outputs, error } = await org.engine.run('ConVox_Check_Health', {}, org.admin);
    return error ?? outputs['red'];
};

test('an installation that is well has no red check', async () => {
    plant({});

    await expect(look()).resolves.toBe('');
});

test.each(faults)('$name turns exactly the check red that the assistant turns red', async (fault) => {
    plant(fault);

    await expect(look()).resolves.toBe(`; ${fault.red}`);
});

test.each(notAtFault)('$name turns no check red', async (fault) => {
    plant(fault);

    await expect(look()).resolves.toBe('');
});

test('an agent whose user left is one without a user', async () => {
    plant({});
    const profile = org.store.find({ object: 'User' })[0]?.['ProfileId'] ?? null;
    const gone = org.create('User', {
        Username: 'gone@example.com',
        LastName: 'Gone',
        Email: 'gone@example.com',
        Alias: 'gone',
        IsActive: false,
        ProfileId: profile
    });
    org.create('ConVox_Agent__c', { Name: 'AG_GONE', Agent_Code__c: 'AG_GONE', User__c: gone });
    for (const { Id } of org.store.find({ object: 'PermissionSet' })) {
        org.create('PermissionSetAssignment', { AssigneeId: gone, PermissionSetId: String(Id) });
    }

    await expect(look()).resolves.toBe('; agents');
});

test('a gateway that is gone is red, with the reason in the words of the platform', async () => {
    plant({});
    server.respondWith((response) => response.destroy());

    await expect(org.engine.run('ConVox_Check_Health', {}, org.admin)).resolves.toMatchObject({
        outputs: { red: '; gateway', what: expect.stringMatching(/^gateway: \w/) }
    });
});

describe('every morning', () => {
    const DAY = 24 * 60;
    const morning = async (): Promise<void> => {
        org.pass(DAY);
        await org.engine.runDueAsync();
    };
    const lines = () =>
        org.store
            .find({ object: 'ConVox_Health__c' })
            .map(({ Colour__c, Red_Checks__c }) => [Colour__c, Red_Checks__c]);
    const told = (): unknown[] => org.column('LocalNotification', 'Title');
    /** The gateway's clock goes with the org's: what is told here is all but the clock. */
    const at = (fault: Partial<Fault>, days: number): void =>
        answerWith(reportText(new Date(NOW.getTime() + days * DAY * 60_000), fault));
    const DEAD_LETTERS = { report: { reasons: ['3 dead letters wait'] } };

    test('a line is kept, and the administrators are told once of what turned red', async () => {
        plant({});
        at({}, 1);
        await morning();
        at(DEAD_LETTERS, 2);
        await morning();
        at(DEAD_LETTERS, 3);
        await morning();
        at({}, 4);
        await morning();

        expect(org.log).toEqual([]);
        expect(lines()).toEqual([
            ['Green', null],
            ['Red', 'backlog'],
            ['Red', 'backlog'],
            ['Green', null]
        ]);
        expect(org.store.find({ object: 'LocalNotification' })).toMatchObject([
            { Title: 'ConVox: backlog', Body: expect.stringContaining('3 dead letters'), RecipientIds: org.admin.id }
        ]);
    });

    test('what turns red beside something that was red already is told alone', async () => {
        plant({});
        at(DEAD_LETTERS, 1);
        await morning();
        org.create('ConVox_Agent__c', { Name: 'AG_RAVI', Agent_Code__c: 'AG_RAVI' });
        at(DEAD_LETTERS, 2);
        await morning();

        expect(told()).toEqual(['ConVox: backlog', 'ConVox: agents']);
    });

    test('every administrator is told who has not left', async () => {
        plant({ defaultServer: 'none' });
        const ProfileId = org.store.find({ object: 'User' })[0]?.['ProfileId'] ?? null;
        const name = 'farah@example.com';
        const user = { LastName: 'Farah', Email: name, Alias: 'farah', ProfileId };
        const second = org.create('User', { ...user, Username: name });
        const gone = org.create('User', { ...user, Username: 'gone@example.com', IsActive: false });
        for (const AssigneeId of [gone, second]) {
            org.create('PermissionSetAssignment', { AssigneeId, PermissionSetGroupId: adminGroup });
        }
        at({}, 1);
        await morning();

        expect(org.store.find({ object: 'LocalNotification' })).toMatchObject([
            { Title: 'ConVox: defaultServer', RecipientIds: `${org.admin.id},${second}` }
        ]);
    });

    test('what was told in the day is not told again in the night', async () => {
        plant({ popsMinutesAgo: [500], statusMinutesAgo: 600 });
        org.pass(60);
        await org.engine.runDueAsync();
        at({}, 1);
        org.pass(DAY - 60);
        await org.engine.runDueAsync();

        expect(lines()).toEqual([
            ['Silence', 'statuses'],
            ['Red', 'statuses']
        ]);
        expect(told()).toEqual(['ConVox: statuses default']);
    });

    test('without an administrator the line is kept all the same', async () => {
        plant({});
        const given = org.store.find({ object: 'PermissionSetAssignment' });
        const ids = given
            .filter(({ PermissionSetGroupId }) => PermissionSetGroupId === adminGroup)
            .map(({ Id }) => String(Id));
        org.store.delete('PermissionSetAssignment', ids, org.admin);
        at(DEAD_LETTERS, 1);
        await morning();

        expect([lines(), told(), org.log]).toEqual([[['Red', 'backlog']], [], []]);
    });

    test('lines of more than 90 days are removed', async () => {
        plant({});
        const old = org.create('ConVox_Health__c', { Day__c: '2025-11-30', Colour__c: 'Green' });
        const kept = org.create('ConVox_Health__c', { Day__c: '2026-01-30', Colour__c: 'Green' });
        at({}, 1);
        await morning();

        expect(org.store.get('ConVox_Health__c', old)).toBeUndefined();
        expect(org.store.get('ConVox_Health__c', kept)).toBeDefined();
    });
});
