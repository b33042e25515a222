import type { FieldValue, FieldValues } from '../../local/org/records.ts';
import type { SeededRandom } from '../../node/seededRandom.ts';
import { createRandom } from '../../node/seededRandom.ts';
import { dayIn, halfHourIn, hourIn } from './clock.ts';

export const SEED = 20_270_101;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Where a year begins, by the name that a server has before its codes. */
interface Place {
    readonly prefix: string;
    readonly zone: string;
    readonly newYear: number;
}
const SERVERS: readonly [Place, Place] = [
    { prefix: '', zone: 'Asia/Kolkata', newYear: Date.parse('2025-12-31T18:30:00.000Z') },
    { prefix: 'austin:', zone: 'America/Chicago', newYear: Date.parse('2026-01-01T06:00:00.000Z') }
];
/** The day of a moment at the server of a call. */
export function drawnDay(call: FieldValues, moment: number): string {
    const [home, austin] = SERVERS;
    return dayIn(String(call['Call_Reference__c']).startsWith(austin.prefix) ? austin.zone : home.zone, moment);
}

/** Days that a report begins or ends with. */
const EDGES: readonly [number, ...number[]] = [0, 0, 0, 0, 1, -6, -7, -8, -29, -30, -31, -59, -60, -61];

interface Dice {
    readonly random: SeededRandom;
    readonly pick: <Item>(...items: readonly [Item, ...Item[]]) => Item;
    readonly maybe: (share: number, value: () => FieldValue) => FieldValue;
    /** Within two minutes of midnight, or any time that a report looks back to. */
    readonly moment: (midnight: number) => number;
}

/** The same for the same seed, whatever was drawn before. */
function dice(seed: number, now: number): Dice {
    const random = createRandom(seed);
    const pick: Dice['pick'] = (...items) => items[random.below(items.length)] ?? items[0];
    return {
        random,
        pick,
        maybe: (share, value) => (random.chance(share) ? value() : null),
        moment: (midnight) => {
            const moment = random.chance(0.5)
                ? midnight + pick(...EDGES) * DAY + (random.below(241) - 120) * 1000
                : now - random.below(random.chance(0.4) ? 14 * 3600 : 66 * 86_400) * 1000;
            return moment < now ? moment : moment - DAY;
        }
    };
}

/** Calls as the gateway and the phone write them, in whatever order they are reported; some of an account, some of a record of another kind. */
export function drawCalls(now: number, account: string): FieldValues[] {
    const drawing = dice(SEED, now);
    const drawn = Array.from({ length: 320 }, () => {
        const server = drawing.pick(...SERVERS);
        return { server, startedAt: drawing.moment(server.newYear) };
    });
    return drawn.map(({ server, startedAt }, index) => {
        const status = drawing.pick('Ended', 'Disposed', 'Disposed', 'Not Connected', 'Not Connected', 'In Progress');
        return {
            Call_Reference__c: `${server.prefix}DRAWN${index}`,
            Status__c: status,
            Account__c: drawing.maybe(0.1, () => account),
            Caller_Record_Id__c: drawing.maybe(0.1, () => account),
            ...drawRoute(drawing, server.prefix),
            ...drawOutcome(drawing, status, startedAt),
            ...(status !== 'In Progress' && drawSeconds(drawing)),
            ...drawStart(drawing, server.zone, startedAt),
            ...(drawing.random.chance(0.4) && drawFollowUp(drawing, server, now)),
            ...(drawing.random.chance(0.2) && {
                Reconciled_At__c: new Date(drawing.moment(server.newYear)).toISOString(),
                Open_Points__c: drawing.maybe(0.8, () => drawing.pick('popMissing', 'popMissing; agentUnknown'))
            })
        };
    });
}

function drawRoute({ maybe, pick, random }: Dice, prefix: string): FieldValues {
    const isInbound = random.chance(0.6);
    return {
        Direction__c: isInbound ? 'Inbound' : 'Outbound',
        Process_Name__c: maybe(0.95, () => prefix + pick('SALES', 'SALES', 'sales', 'SUPPORT', 'WALK_IN')),
        Customer_Number__c: maybe(0.92, () => `98111${String(10_000 + random.below(90))}`),
        ...(isInbound
            ? { Queue__c: pick('FIRST', 'first', 'SECOND', null) }
            : { List_ID__c: maybe(0.8, () => pick('WARM', 'warm', 'COLD')) }),
        Earlier_Agents__c: maybe(0.1, () => `${prefix}AG_RAVI, 40 s`),
        Agent_Code__c: maybe(0.7, () => prefix + pick('AG_ASHA', 'AG_ASHA', 'AG_GONE'))
    };
}

/** Agents record outcomes of calls that nobody answered as well. */
function drawOutcome({ maybe, pick, random }: Dice, status: string, startedAt: number): FieldValues {
    const isDisposed = status === 'Disposed';
    const closedAt = (): string => new Date(startedAt + random.below(1500) * 1000).toISOString();
    return {
        Disposition__c: maybe(isDisposed ? 1 : 0.1, () => pick('SALE', 'sale', 'CALLBACK', 'NOT_INTERESTED', 'GONE')),
        Closed_At__c: maybe(isDisposed ? 0.6 : 0, closedAt),
        Pop_Latency_Ms__c: maybe(0.7, () => 300 + random.below(900))
    };
}

/** Of calls that nobody answered ConVox may report a duration, too. */
function drawSeconds({ maybe, random }: Dice): FieldValues {
    return {
        Queue_Seconds__c: maybe(0.9, () => random.below(70)),
        Ring_Seconds__c: maybe(0.85, () => random.below(25)),
        Duration_Seconds__c: maybe(0.9, () => random.below(900))
    };
}

function drawStart({ maybe, pick, random }: Dice, zone: string, startedAt: number): FieldValues {
    const start = { Started_At__c: new Date(startedAt).toISOString(), Start_Day__c: dayIn(zone, startedAt) };
    return random.chance(0.05)
        ? { ...start, Data_Quality__c: 'startTimeMissing' }
        : {
              ...start,
              Data_Quality__c: maybe(0.15, () => pick('valueCut', 'startInFuture; valueCut')),
              Start_Hour__c: hourIn(zone, startedAt),
              Start_Half_Hour__c: halfHourIn(zone, startedAt)
          };
}

/** Near the midnight of its server, or in the next days. */
function drawFollowUp({ moment, random }: Dice, { newYear, zone }: Place, now: number): FieldValues {
    const at = random.chance(0.2) ? now + (random.below(72) - 1) * HOUR + 1000 : moment(newYear);
    return { Follow_Up_At__c: new Date(at).toISOString(), Follow_Up_Day__c: dayIn(zone, at) };
}

/** What became of promises that calls have made. */
export function drawStates(now: number, promises: number): FieldValues[] {
    const { pick } = dice(SEED + 4, now);
    return Array.from({ length: promises }, () => ({
        State__c: pick('Open', 'Kept', 'Late', 'Broken', 'Cancelled')
    }));
}

/** Calls on agents' screens, the latest half an hour ago; some that began too long ago, some that are kept. */
export function drawOpenCalls(now: number): FieldValues[] {
    const { maybe, pick, random } = dice(SEED + 3, now);
    return Array.from({ length: 14 }, (_, index) => {
        const server = pick(...SERVERS);
        const poppedAt = now - (30 + random.below(200)) * 60_000;
        return {
            Call_Reference__c: `${server.prefix}OPEN${index}`,
            Status__c: 'In Progress',
            Direction__c: pick('Inbound', 'Outbound'),
            Process_Name__c: maybe(0.8, () => server.prefix + pick('SALES', 'sales', 'LATE')),
            Agent_Code__c: maybe(0.8, () => server.prefix + pick('AG_ASHA', 'AG_GONE')),
            Customer_Number__c: `98222${String(10_000 + index)}`,
            Pop_At__c: new Date(poppedAt).toISOString(),
            Started_At__c: new Date(poppedAt).toISOString(),
            Start_Day__c: dayIn(server.zone, poppedAt),
            Kept_At__c: maybe(0.2, () => new Date(now).toISOString())
        };
    });
}

/** By hand, some of them for a call. */
export function drawPromises(now: number, agent: string, calls: readonly string[]): FieldValues[] {
    const { maybe, moment, pick, random } = dice(SEED + 1, now);
    return Array.from({ length: 160 }, () => ({
        State__c: pick('Open', 'Kept', 'Late', 'Broken', 'Cancelled'),
        Due_At__c: random.chance(0.2)
            ? new Date(now + (random.below(72) - 1) * HOUR + 1000).toISOString()
            : new Date(moment(pick(...SERVERS).newYear)).toISOString(),
        Agent__c: maybe(0.8, () => agent),
        Origin_Call__c: maybe(0.7, () => pick('', ...calls))
    }));
}

/** Some of them were never sent, some made by hand. */
export function drawCommands(now: number, calls: readonly string[], servers: readonly [string, string]): FieldValues[] {
    const { maybe, moment, pick, random } = dice(SEED + 2, now);
    return Array.from({ length: 160 }, (_, index) => {
        const status = pick('Accepted', 'Refused', 'Unknown', 'Unknown', 'Requested', 'Created');
        const place = pick(0, 1);
        const requestedAt = moment(SERVERS[place].newYear);
        const isByHand = random.chance(0.1);
        return {
            Key__c: `${isByHand ? 'by hand' : 'drawn'} ${index}`,
            Server__c: servers[place],
            Type__c: random.chance(0.5) ? 'Dial' : 'Close',
            Status__c: status,
            Agent_Code__c: `${SERVERS[place].prefix}AG_ASHA`,
            ConVox_ID__c: '1',
            Disposition__c: 'SALE',
            Mobile_Number__c: '9811110000',
            Phone_Number__c: '9811110000',
            Ref_No__c: `R${index}`,
            Call__c: maybe(0.7, () => pick('', ...calls)),
            Requested_At__c: new Date(requestedAt).toISOString(),
            ...(!isByHand && { Requested_Day__c: dayIn(SERVERS[place].zone, requestedAt) })
        };
    });
}
