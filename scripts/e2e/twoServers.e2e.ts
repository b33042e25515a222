import assert from 'node:assert/strict';
import type { OrgRecord } from '../local/org/records.ts';
import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { secondServer } from '../start/secondServer.ts';
import { CallStory } from './callStory.ts';
import { deskTest } from './desk.ts';
import type { Desk } from './desk.ts';
import { eventually } from './expect.ts';
import { PORTS_OF_TWO_SERVERS, ravisDesk } from './ravisDesk.ts';

const { code } = secondServer;

/** Asha at the first server and Ravi at the other have one id, in a process of one name. */
const hers = { Agent_Code__c: 'AG_ASHA', Process_Name__c: 'SUPPORT' };
const his = { Agent_Code__c: `${code}:AG_ASHA`, Process_Name__c: `${code}:SUPPORT` };
const hisId = his.Agent_Code__c;

/** What the org knows of calls, by their keys. */
function callsByKey({ stack }: Desk): ReadonlyMap<string, OrgRecord> {
    const calls = stack.org.store.find({ object: 'ConVox_Call__c' });
    return new Map(calls.map((call) => [String(call['Call_Reference__c']), call]));
}

async function callsAre(desk: Desk, expected: Readonly<Record<string, Readonly<Record<string, unknown>>>>) {
    await eventually(
        () => callsByKey(desk),
        (calls) => {
            assert.deepEqual([...calls.keys()].toSorted(), Object.keys(expected).toSorted());
            for (const [key, values] of Object.entries(expected)) {
                const call = calls.get(key) ?? {};
                assert.deepEqual(
                    Object.fromEntries(Object.keys(values).map((name) => [name, call[name]])),
                    values,
                    key
                );
            }
        }
    );
}

/** What is known of what agents do, by their ids. */
function states({ stack }: Desk): Readonly<Record<string, unknown>> {
    const agents = stack.org.store.find({ object: 'ConVox_Agent__c' });
    return Object.fromEntries(agents.map((agent) => [String(agent['Agent_Code__c']), agent['State__c']]));
}

/** One disposition is called otherwise at the other server, so that it shows whose an agent is offered. */
function renameCallBack({ stack }: Desk): void {
    const { store, users } = stack.org;
    const where = (field: string, value: string) => ({ field, operator: 'eq', value }) as const;
    const [process] = store.find({ object: 'ConVox_Process__c', where: where('Process_Code__c', his.Process_Name__c) });
    const [disposition] = store
        .find({ object: 'ConVox_Disposition__c', where: where('Code__c', 'CALLBACK') })
        .filter((row) => row['Process__c'] === process?.['Id']);
    const change = { id: String(disposition?.['Id']), values: { Name: 'Ring again' } };
    store.update('ConVox_Disposition__c', [change], users.admin);
}

async function end({ phone }: CallStory, disposition: string, notes: string): Promise<void> {
    await phone.writeNotes(notes);
    await phone.chooseDisposition(disposition);
    await phone.save();
}

async function dialKnownCaller({ console: page, stack }: Desk): Promise<void> {
    const where = { field: 'ConVox_Mobile_Key__c', operator: 'eq', value: KNOWN_CALLER_NUMBER } as const;
    const contact = String(stack.org.store.find({ object: 'Contact', where })[0]?.['Id']);
    await page.open(`/lightning/r/Contact/${contact}/view`);
    const numbers = page.shownPage.locator('c-convox-numbers');
    await numbers.getByRole('button', { name: /^Call 98765 43201/ }).click();
    await page.shownPage.getByText(/ConVox is calling/).waitFor();
}

deskTest(
    'two ConVox servers count alike and have an agent and a process of one name, and nothing of theirs meets',
    async (desk) => {
        renameCallBack(desk);
        const asha = new CallStory(desk);
        await asha.startShift();
        const other = await ravisDesk(desk);
        const ravi = new CallStory(other);
        await Promise.all([asha.answer('knownCaller'), ravi.answer('knownCaller')]);
        const reference = await desk.agentScreen.callFact('reference');
        assert.equal(await other.agentScreen.callFact('reference'), reference, 'both servers count alike');
        const key = `${code}:${reference}`;
        await callsAre(desk, {
            [reference]: { ...hers, Status__c: 'In Progress' },
            [key]: { ...his, Status__c: 'In Progress' }
        });

        await end(asha, 'Resolved', 'Asha: pays on Friday.');
        const statesAre = (expected: readonly unknown[]): Promise<unknown> =>
            eventually(
                () => states(desk),
                (known) => assert.deepEqual([known['AG_ASHA'], known[hisId]], expected)
            );
        await statesAre(['Ready', null]);
        await other.screenshot('his call is his');
        await end(ravi, 'Ring again', 'Ravi: asks again.');
        await asha.convoxWasTold({ disposition: 'RESOLVED' });
        const [close] = await ravi.wireHas('callcontrol', 1);
        await statesAre(['Ready', 'Ready']);
        const told = Object.fromEntries(close?.parameters ?? []);
        assert.equal(close?.path, '/ConVoxCCS/rest/api');
        assert.deepEqual(
            [told['action'], told['userid'], told['callreferenceid'], told['disposition'], told['process_name']],
            ['ENDCALL', 'AG_ASHA', reference, 'CALLBACK', 'SUPPORT']
        );
        await callsAre(desk, {
            [reference]: { ...hers, Disposition__c: 'RESOLVED', Status__c: 'Disposed', ConVox_Status__c: 'Connected' },
            [key]: { ...his, Disposition__c: 'CALLBACK', Status__c: 'Disposed', ConVox_Status__c: 'Connected' }
        });
        const [first, second] = [reference, key].map((one) => callsByKey(desk).get(one));
        assert.match(String(first?.['Notes__c']), /^Asha: pays on Friday\./);
        assert.match(String(second?.['Notes__c']), /^Ravi: asks again\./);
        const { users } = desk.stack.org;
        const agents = ['asha.verma', 'ravi.kumar'].map((name) => users.find(name)?.id);
        assert.deepEqual([first?.['Agent__c'], second?.['Agent__c']], agents);
        const apart = Date.parse(String(first?.['Started_At__c'])) - Date.parse(String(second?.['Started_At__c']));
        assert.ok(Math.abs(apart) < 600_000, 'each start is read in the zone of its server');

        await dialKnownCaller(desk);
        await dialKnownCaller(other);
        const next = String(BigInt(reference) + 1n);
        await callsAre(desk, {
            [reference]: hers,
            [key]: his,
            [next]: { Agent_Code__c: 'AG_ASHA', Direction__c: 'Outbound', Status__c: 'In Progress' },
            [`${code}:${next}`]: { Agent_Code__c: hisId, Direction__c: 'Outbound', Status__c: 'In Progress' }
        });
        await other.screenshot('both dialled');
        await other.context.close();
    },
    { stack: { ports: PORTS_OF_TWO_SERVERS } }
);

deskTest(
    'a call dialled at a server of the web service has its row from the reply on, and its pop meets it there',
    async (desk) => {
        const other = await ravisDesk(desk);
        await other.agentScreen.page.getByRole('button', { name: 'Log in' }).click();
        await other.agentScreen.waitForState('IDLE');
        await dialKnownCaller(other);
        const dialled = { Agent_Code__c: hisId, Direction__c: 'Outbound', Pop_At__c: null, Status__c: null };
        await eventually(
            () => [...callsByKey(desk).values()],
            ([call]) => {
                assert.match(String(call?.['Call_Reference__c']), /^austin:\d+$/);
                assert.deepEqual(Object.fromEntries(Object.keys(dialled).map((name) => [name, call?.[name]])), dialled);
                assert.ok(call?.['Contact__c'] && call['ConVox_ID__c']);
            }
        );
        const [key = ''] = callsByKey(desk).keys();
        const [command] = other.stack.org.store.find({ object: 'ConVox_Command__c' });
        assert.equal(command?.['Call__c'], callsByKey(desk).get(key)?.['Id']);
        await other.agentScreen.waitForState('ONCALL');
        await callsAre(desk, {
            [key]: { Agent_Code__c: hisId, Direction__c: 'Outbound', Status__c: 'In Progress' }
        });
        assert.notEqual(callsByKey(desk).get(key)?.['Pop_At__c'], null);
        await other.context.close();
    },
    { stack: { ports: PORTS_OF_TWO_SERVERS, austinSpeaks: 'webService', convoxTimes: { customerAnswers: 4000 } } }
);
