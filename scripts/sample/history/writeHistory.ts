import { instantToServerTime } from '#contract';
import { CALL_OBJECT, CALL_REFERENCE_FIELD } from '#call-record';
import { listKey } from '#list-upload';
import type { Org } from '../../local/org/org.ts';
import type { ActingUser, FieldValue, FieldValues, SaveResult } from '../../local/org/records.ts';
import { insertRows } from '../org/insertRows.ts';
import { seedUsers } from '../org/seedUsers.ts';
import { BREAKS, PROCESS_SALES } from '../org/callers.ts';
import { users } from '../org/configuration.ts';
import { answerOf, closeRow, dialRow, isWarm, popRow, statusRow, WARM_SALES } from './historySteps.ts';
import { colleagues } from './colleagues.ts';
import type { CommandEnd, PastCall } from './pastCall.ts';
import { closedAt, endOf } from './pastCall.ts';
import { knownNumber, pastCustomers } from './pastCustomers.ts';
import type { TravellingClock } from './travellingClock.ts';

const COMMAND_OBJECT = 'ConVox_Command__c';
const CASE_OBJECT = 'Case';
const OPENING_OBJECT = 'ConVox_Recording_Opening__c';
/** Calls of so many milliseconds are saved together. */
const BATCH = 6 * 3_600_000;

/** Reports of commands look a week back; older ones would only make the start slower. */
const COMMANDS_KEPT = 9 * 24 * 3_600_000;

/** Of the campaign. */
const MEMBERS = 60;

/** Of so many talks a manager listens to one, and its agent to another. */
const HEARD_OF = 29;

/**
 * Lives a history through: in the order of time each call pops up, is closed and reported by the users who do so, and
 * the flows run as they did, those of the clock included. The clock shows the present again afterwards.
 */
export async function writeHistory(
    org: Pick<Org, 'store' | 'users' | 'settle'>,
    calls: readonly PastCall[],
    clock: TravellingClock,
    timeZone: string
): Promise<void> {
    try {
        prepareDesk(org);
        const commandsSince = Math.max(...calls.map(({ startedAt }) => startedAt)) - COMMANDS_KEPT;
        const writer = createWriter(org, timeZone, commandsSince);
        const batches = Map.groupBy(calls, (call) => Math.floor(endOf(call) / BATCH));
        for (const [, ended] of [...batches].toSorted(([one], [other]) => one - other)) {
            clock.travelTo(new Date(Math.max(...ended.map(closedAt)) + 3000));
            await org.settle();
            org.store.transaction(() => writer.write(ended));
        }
    } finally {
        clock.returnToPresent();
    }
    await org.settle();
    writeStates(org, clock.now().getTime());
}

/** What colleagues do just now, one of them in a break: the wallboard shows it. */
function writeStates({ store, users: orgUsers }: Pick<Org, 'store' | 'users'>, now: number): void {
    const codes = colleagues.map(({ agentCode }) => agentCode);
    const rows = store.find({
        object: 'ConVox_Agent__c',
        where: { field: 'Agent_Code__c', operator: 'in', value: codes },
        orderBy: [{ field: 'Agent_Code__c' }]
    });
    const states: readonly (readonly [state: string, detail: string | null, minutes: number])[] = [
        ['Break', BREAKS[1] ?? null, 12],
        ['Ready', null, 3]
    ];
    const changes = states.flatMap(([state, detail, minutes], index) => {
        const id = rows[index]?.['Id'];
        return typeof id === 'string'
            ? [
                  {
                      id,
                      values: {
                          State__c: state,
                          State_Detail__c: detail,
                          State_Since__c: new Date(now - minutes * 60_000).toISOString(),
                          State_Source__c: 'ConVox'
                      }
                  }
              ]
            : [];
    });
    store.update('ConVox_Agent__c', changes, orgUsers.admin).forEach(savedId);
}

/** Colleagues and customers of the history. */
function prepareDesk(org: Pick<Org, 'store' | 'users'>): void {
    const [server] = org.store.find({ object: 'ConVox_Server__c' });
    org.store.transaction(() => {
        const ids = seedUsers(org, colleagues);
        insertRows(
            org,
            'ConVox_Agent__c',
            colleagues.map(({ Alias, FirstName, LastName, agentCode }) => ({
                Name: `${FirstName} ${LastName}`,
                Agent_Code__c: agentCode,
                User__c: ids.get(Alias) ?? null,
                Server__c: server?.['Id'] ?? null
            }))
        );
        const campaign = writeCampaign(org, insertRows(org, 'Contact', pastCustomers));
        handOver(org, campaign, server?.['Id'] ?? null);
    });
}

/** Customers whom a manager may hand to the dialler. */
function writeCampaign(org: Pick<Org, 'store' | 'users'>, contactIds: readonly string[]): string {
    const [campaignId = ''] = insertRows(org, 'Campaign', [{ Name: 'Monsoon check-up', IsActive: true }]);
    const members = contactIds.slice(0, MEMBERS).map((ContactId, index) => {
        const {
            FirstName = null,
            LastName = null,
            MobilePhone = null,
            MailingCity = null
        } = pastCustomers[index] ?? {};
        return { CampaignId: campaignId, ContactId, FirstName, LastName, MobilePhone, City: MailingCity };
    });
    insertRows(org, 'CampaignMember', members);
    return campaignId;
}

/** The warm list of sales came from the campaign; the other lists ConVox got elsewhere. */
function handOver(org: Pick<Org, 'store' | 'users'>, campaign: string, server: FieldValue): void {
    const numbers = pastCustomers.map((_, index) => knownNumber(index)).filter((number) => isWarm(number));
    const rows = [...new Set(numbers)].map((number) => ({
        Key__c: listKey(String(server), PROCESS_SALES, WARM_SALES, number),
        Server__c: server,
        Process_Name__c: PROCESS_SALES,
        List_ID__c: WARM_SALES,
        Phone_Number__c: number,
        Campaign__c: campaign,
        Status__c: 'Accepted'
    }));
    insertRows(org, 'ConVox_List_Entry__c', rows);
}

function createWriter(
    { store, users: orgUsers }: Pick<Org, 'store' | 'users'>,
    timeZone: string,
    commandsSince: number
): { write(calls: readonly PastCall[]): void } {
    const agents = new Map(
        [...users, ...colleagues].flatMap(({ Username, agentCode }) => {
            const acting = orgUsers.acting(Username);
            return agentCode !== undefined && acting ? [[agentCode, acting] as const] : [];
        })
    );
    const gateway = orgUsers.acting(users.find(({ permissions }) => permissions === 'ConVox_Gateway')?.Username ?? '');
    const manager = orgUsers.acting(users.find(({ permissions }) => permissions === 'ConVox_Managers')?.Username ?? '');
    const agentOf = (code: string): ActingUser => agents.get(code) ?? orgUsers.admin;

    function create(object: string, rows: readonly (readonly [PastCall, FieldValues])[]): Map<PastCall, string> {
        const byAgent = Map.groupBy(rows, ([{ agent }]) => agent);
        return new Map(
            [...byAgent].flatMap(([agent, own]) => {
                const results = store.create(
                    object,
                    own.map(([, values]) => values),
                    agentOf(agent)
                );
                return own.map(([call], index) => [call, savedId(results[index])] as const);
            })
        );
    }

    function send(commands: readonly (readonly [PastCall, FieldValues, CommandEnd, number])[]): void {
        const ids = create(
            COMMAND_OBJECT,
            commands.map(([call, values, , sentAt]) => [
                call,
                { ...values, Requested_Day__c: instantToServerTime(new Date(sentAt).toISOString(), timeZone).date }
            ])
        );
        for (const [agent, own] of Map.groupBy(commands, ([call]) => call.agent)) {
            const answers = own.map(([call, , end, sentAt]) => ({
                id: ids.get(call) ?? '',
                values: answerOf(end, sentAt)
            }));
            store.update(COMMAND_OBJECT, answers, { ...agentOf(agent), systemContext: true }).forEach(savedId);
        }
    }

    function openCases(ids: ReadonlyMap<PastCall, string>): void {
        for (const [{ agent, caseSubject }, id] of ids) {
            const contact = store.get(CALL_OBJECT, id)?.['Contact__c'] ?? null;
            if (caseSubject !== undefined && contact !== null) {
                const row = { Subject: caseSubject, Origin: 'Phone', ContactId: contact };
                const opened = savedId(store.create(CASE_OBJECT, [row], orgUsers.admin)[0]);
                savedId(store.update(CALL_OBJECT, [{ id, values: { Case__c: opened } }], agentOf(agent))[0]);
            }
        }
    }

    /** Who plays or opens a recording leaves a row. */
    function hear(ids: ReadonlyMap<PastCall, string>): void {
        for (const [{ agent, reference, talkSeconds }, id] of ids) {
            const turn = Number(reference.slice(-6)) % HEARD_OF;
            const listener = turn === 0 ? (manager ?? orgUsers.admin) : agentOf(agent);
            if (talkSeconds > 0 && turn < 2) {
                store.create(OPENING_OBJECT, [{ Call__c: id }], listener).forEach(savedId);
            }
        }
    }

    return {
        write(calls) {
            send(
                calls.flatMap((call) =>
                    call.dialled === undefined || call.startedAt < commandsSince
                        ? []
                        : [[call, dialRow(call), call.dialled, call.startedAt - 2000]]
                )
            );
            const ids = create(
                CALL_OBJECT,
                calls.flatMap((call) =>
                    call.popLatency === undefined ? [] : [[call, popRow(call, call.popLatency, timeZone)]]
                )
            );
            send(
                calls.flatMap((call) => {
                    const id = ids.get(call);
                    return id === undefined || call.closed === undefined || call.startedAt < commandsSince
                        ? []
                        : [[call, closeRow(call, id, timeZone), call.closed, closedAt(call)]];
                })
            );
            const reported = calls.filter(({ isReported }) => isReported).map((call) => statusRow(call, timeZone));
            store.upsert(CALL_OBJECT, CALL_REFERENCE_FIELD, reported, gateway ?? orgUsers.admin).forEach(savedId);
            openCases(ids);
            hear(ids);
        }
    };
}

function savedId(result: SaveResult | undefined): string {
    if (!result?.success) {
        const problems = result?.errors.map(({ message }) => message).join('; ') ?? 'no answer';
        throw new Error(`A row of the history was refused: ${problems}`);
    }
    return result.id;
}
