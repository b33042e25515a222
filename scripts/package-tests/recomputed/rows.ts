import { phoneKey } from '#contract';
import type { FieldValue, OrgRecord, RecordReader } from '../../local/org/records.ts';
import { dayIn, halfHourIn, hourIn } from './clock.ts';

/** What was stored, without anything that a formula or a report has made of it. */

export const textOf = (row: OrgRecord, field: string): string => String(row[field] ?? '');

export function numberOf(row: OrgRecord, field: string): number | undefined {
    const value: FieldValue = row[field] ?? null;
    return value === null ? undefined : Number(value);
}

export function momentOf(row: OrgRecord, field: string): number | undefined {
    const moment = Date.parse(textOf(row, field));
    return Number.isNaN(moment) ? undefined : moment;
}

/** Of the server that has no other's name before its codes. */
export const FIRST_ZONE = 'Asia/Kolkata';

/** Rows by a text of theirs, in whatever case it is written. */
function byText(rows: readonly OrgRecord[], field: string): (text: string) => OrgRecord | undefined {
    const found = new Map(rows.map((row) => [textOf(row, field).toUpperCase(), row]));
    return (text) => found.get(text.toUpperCase());
}

/** Everything that a figure is counted from. */
export interface Rows {
    readonly calls: readonly RawCall[];
    readonly promises: readonly OrgRecord[];
    readonly commands: readonly OrgRecord[];
    readonly openings: readonly OrgRecord[];
    readonly nameOfUser: (id: string) => string;
    /** On the clock of their server; a promise whose time is by hand in UTC, a command and an opening by hand on the clock of the maker. */
    readonly dueDay: (promise: OrgRecord) => string;
    readonly requestedDay: (command: OrgRecord) => string;
    readonly openedDay: (opening: OrgRecord) => string;
}

/** A call with what its codes stand for. */
export interface RawCall {
    readonly row: OrgRecord;
    readonly isInbound: boolean;
    readonly status: string;
    /** As it is called, else its code. */
    readonly process: string;
    readonly target: number;
    readonly agent: string;
    /** The campaign for which the number was handed to it, and its id; the id alone where there is none. */
    readonly list: string;
    /** What numbers are compared by. */
    readonly number: string;
    readonly startedAt: number | undefined;
    readonly day: string;
    /** Of its server. */
    readonly zone: string;
    /** Undefined where ConVox did not say at what time, or nothing but the phone has told of the call. */
    readonly hour: number | undefined;
    readonly halfHour: string;
    readonly outcome: string;
    readonly countsAs: string;
}

/** When a call began, on its server's clock. */
function startOf(row: OrgRecord, zone: string): Pick<RawCall, 'startedAt' | 'day' | 'hour' | 'halfHour'> {
    const startedAt = momentOf(row, 'Started_At__c');
    if (startedAt === undefined) {
        return { startedAt, day: '', hour: undefined, halfHour: '' };
    }
    const hasTime =
        !/startTime(Missing|Unreadable)/.test(textOf(row, 'Data_Quality__c')) &&
        startedAt !== momentOf(row, 'Pop_At__c');
    return {
        startedAt,
        day: dayIn(zone, startedAt),
        hour: hasTime ? hourIn(zone, startedAt) : undefined,
        halfHour: hasTime ? halfHourIn(zone, startedAt) : ''
    };
}

/** What a process that nobody has entered is called: its code in capitals, and behind it another server. */
function wordsOf(code: string): string {
    const [server = '', ...own] = code.split(':');
    return own.length === 0 ? code.toUpperCase() : `${own.join(':').toUpperCase()} (${server.toLowerCase()})`;
}

export function readRows(store: RecordReader): Rows {
    const find = (object: string): OrgRecord[] => store.find({ object });
    const users = new Map(find('User').map((row) => [textOf(row, 'Id'), textOf(row, 'Name')]));
    const zones = new Map(find('User').map((row) => [textOf(row, 'Id'), textOf(row, 'TimeZoneSidKey')]));
    const servers = find('ConVox_Server__c');
    const nameOfUser = (id: string): string => users.get(id) ?? '';
    const process = byText(find('ConVox_Process__c'), 'Process_Code__c');
    const agent = byText(find('ConVox_Agent__c'), 'Agent_Code__c');
    const server = byText(servers, 'Code__c');
    const zoneOf = (reference: string): string =>
        textOf(server(reference.split(':')[0] ?? '') ?? {}, 'Time_Zone__c') || FIRST_ZONE;
    const dispositions = find('ConVox_Disposition__c').filter((row) => row['Level__c'] === 1);

    const nameOfProcess = (code: string): string => textOf(process(code) ?? {}, 'Name') || wordsOf(code);

    const dispositionOf = (ofProcess: OrgRecord, code: string): OrgRecord | undefined =>
        dispositions.find(
            (one) =>
                one['Process__c'] === ofProcess['Id'] && textOf(one, 'Code__c').toUpperCase() === code.toUpperCase()
        );

    const entries = find('ConVox_List_Entry__c');
    const campaigns = new Map(find('Campaign').map((row) => [textOf(row, 'Id'), textOf(row, 'Name')]));
    const ownServer = servers.find((row) => row['Is_Default__c'] === true)?.['Id'];

    function listOf(row: OrgRecord, ofProcess: OrgRecord): string {
        const id = textOf(row, 'List_ID__c');
        const own = textOf(row, 'Process_Name__c').split(':').at(-1) ?? '';
        const entry = entries.find(
            (handed) =>
                handed['Server__c'] === (ofProcess['Server__c'] ?? ownServer) &&
                textOf(handed, 'Process_Name__c').toUpperCase() === own.toUpperCase() &&
                textOf(handed, 'List_ID__c').toUpperCase() === id.toUpperCase() &&
                textOf(handed, 'Phone_Number__c') === phoneKey(textOf(row, 'Customer_Number__c'))
        );
        const campaign = campaigns.get(textOf(entry ?? {}, 'Campaign__c'));
        return id !== '' && campaign !== undefined ? `${campaign} (${id})` : id;
    }

    function callOf(row: OrgRecord): RawCall {
        const ofProcess = process(textOf(row, 'Process_Name__c')) ?? {};
        const code = textOf(row, 'Disposition__c');
        const zone = zoneOf(textOf(row, 'Call_Reference__c'));
        const disposition = dispositionOf(ofProcess, code) ?? {};
        return {
            row,
            isInbound: row['Direction__c'] === 'Inbound',
            status: textOf(row, 'Status__c'),
            process: nameOfProcess(textOf(row, 'Process_Name__c')),
            target: numberOf(ofProcess, 'Answer_Target_Seconds__c') ?? 20,
            agent: nameOfUser(textOf(agent(textOf(row, 'Agent_Code__c')) ?? {}, 'User__c')),
            list: listOf(row, ofProcess),
            number: phoneKey(textOf(row, 'Customer_Number__c')),
            ...startOf(row, zone),
            zone,
            outcome: textOf(disposition, 'Name') || code,
            countsAs: textOf(disposition, 'Counts_As__c')
        };
    }

    const callRows = new Map(find('ConVox_Call__c').map((row) => [textOf(row, 'Id'), row]));
    const makerZone = (row: OrgRecord): string => zones.get(textOf(row, 'CreatedById')) ?? '';

    function dueDay(promise: OrgRecord): string {
        const call = callRows.get(textOf(promise, 'Origin_Call__c')) ?? {};
        const due = momentOf(promise, 'Due_At__c') ?? 0;
        const isOfCall = momentOf(call, 'Follow_Up_At__c') === due;
        return dayIn(isOfCall ? zoneOf(textOf(call, 'Call_Reference__c')) : 'UTC', due);
    }

    function requestedDay(command: OrgRecord): string {
        const isByHand = textOf(command, 'Key__c').startsWith('by hand');
        const ofServer = servers.find((row) => row['Id'] === command['Server__c']) ?? {};
        return isByHand
            ? dayIn(makerZone(command), momentOf(command, 'CreatedDate') ?? 0)
            : dayIn(textOf(ofServer, 'Time_Zone__c') || FIRST_ZONE, momentOf(command, 'Requested_At__c') ?? 0);
    }

    function openedDay(opening: OrgRecord): string {
        const call = callRows.get(textOf(opening, 'Call__c'));
        const zone = call ? zoneOf(textOf(call, 'Call_Reference__c')) : makerZone(opening);
        return dayIn(zone, momentOf(opening, 'CreatedDate') ?? 0);
    }

    return {
        dueDay,
        openedDay,
        requestedDay,
        calls: find('ConVox_Call__c').map(callOf),
        promises: find('ConVox_Follow_Up__c'),
        commands: find('ConVox_Command__c'),
        openings: find('ConVox_Recording_Opening__c'),
        nameOfUser
    };
}
