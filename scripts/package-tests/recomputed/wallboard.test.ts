import type { Org } from '../../local/org/org.ts';
import type { OrgRecord } from '../../local/org/records.ts';
import { dayIn, daysBetween } from './clock.ts';
import { amongOthers, isAnswered, isInTime, isMissed, isOffered, waitOf } from './definitions.ts';
import { NOW, openFloor } from './floor.ts';
import { average, share } from './recomputation.ts';
import type { Reader } from './recompute.ts';
import type { RawCall, Rows } from './rows.ts';
import { FIRST_ZONE, momentOf, readRows, textOf } from './rows.ts';
import type { Board } from './shownBoard.ts';
import { boardAs, loadBoard } from './shownBoard.ts';
import { readIn } from './shownReports.ts';

const HOUR = 3_600_000;

/** Past midnight in India, where nobody has called yet; noon in Chicago. */
const NIGHT = Date.parse('2026-01-01T19:00:00.000Z');

let org: Org;
let clockOfOrg = NOW;
let rows: Rows;
let modules: Awaited<ReturnType<typeof loadBoard>>;

beforeAll(async () => {
    org = await openFloor(() => clockOfOrg);
    rows = readRows(org.store);
    modules = await loadBoard();
});
afterAll(() => org.close());

const percent = (calls: readonly RawCall[], part: (call: RawCall) => boolean): string =>
    calls.some(isOffered) ? `${Number((share(part, isOffered)(calls) ?? 0).toFixed(1))}%` : '–';

/** `1:02:03`, `0:20`. */
function clock(milliseconds: number): string {
    const seconds = Math.floor(milliseconds / 1000);
    const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
    const hours = Math.floor(seconds / 3600);
    return hours > 0 ? `${hours}:${parts.join(':')}` : parts.join(':').replace(/^0/, '');
}

function speed(calls: readonly RawCall[]): string {
    const seconds = average(waitOf)(calls.filter(isAnswered));
    return seconds === null ? '–' : clock(Math.round(seconds) * 1000);
}

function target(calls: readonly RawCall[]): string {
    const targets = calls.map((call) => call.target);
    const ends = [...new Set([Math.min(...targets), Math.max(...targets)])];
    return targets.length === 0 ? '' : ends.map((seconds) => clock(seconds * 1000)).join('–');
}

const sinceOf = ({ row, startedAt }: RawCall): number => momentOf(row, 'Pop_At__c') ?? startedAt ?? 0;

/** `Sales in Austin (SALES, austin)`: its name, its code where that is another, its server where it is not the first. */
function processText({ process, row }: RawCall): string {
    const [own = '', server] = textOf(row, 'Process_Name__c').split(':').toReversed();
    const name = process.replace(` (${server})`, '');
    const beside = [...(name === own ? [] : [own]), ...(server === undefined ? [] : [server])];
    return (beside.length > 0 ? `${name} (${beside.join(', ')})` : name) || 'ConVox_Wallboard_No_Process {0}';
}

const isHeard = (row: OrgRecord, now: number): boolean =>
    row['Is_Active__c'] === true && now - (momentOf(row, 'State_Since__c') ?? 0) <= 12 * HOUR;

/** Who has a call and was not heard of in the last shift, is set up or not. */
function unheardLines(onLine: readonly RawCall[], now: number): Board['agentRows'] {
    const heard = org.store.find({ object: 'ConVox_Agent__c' }).filter((row) => isHeard(row, now));
    const calls = onLine.filter(({ row }) => {
        const code = textOf(row, 'Agent_Code__c');
        return code !== '' && !heard.some((agent) => textOf(agent, 'Agent_Code__c') === code);
    });
    return [...Map.groupBy(calls, ({ row }) => textOf(row, 'Agent_Code__c'))].map(([code, own]) => ({
        cells: [own[0]?.agent || code, 'ConVox_Wallboard_On_Line {0}', clock(now - Math.max(...own.map(sinceOf)))]
    }));
}

/** The break, or the name of the process that is wrapped up. */
function detailOf(row: OrgRecord): string {
    const detail = textOf(row, 'State_Detail__c');
    const [own = '', server = ''] = detail.split(':').toReversed();
    const process = org.store.find({
        object: 'ConVox_Process__c',
        where: { field: 'Process_Code__c', operator: 'eq', value: detail }
    })[0];
    return row['State__c'] === 'Wrap-Up' ? `${textOf(process ?? {}, 'Name')} (${own}, ${server})` : detail;
}

/** What was heard of an agent, and beside it that a call is on the line where what was heard is not of that call. */
function agentLine(row: OrgRecord, onLine: readonly RawCall[], now: number): Board['agentRows'] {
    if (!isHeard(row, now)) {
        return [];
    }
    const since = momentOf(row, 'State_Since__c') ?? 0;
    const code = textOf(row, 'Agent_Code__c');
    const name = rows.nameOfUser(textOf(row, 'User__c')) || code;
    const isOfCall = ['Ringing', 'Talking', 'On Hold', 'Wrap-Up'].includes(textOf(row, 'State__c'));
    const began = Math.max(
        ...onLine.filter((call) => !isOfCall && textOf(call.row, 'Agent_Code__c') === code).map(sinceOf)
    );
    const states = [
        ...(began > -Infinity ? ['ConVox_Wallboard_On_Line {0}'] : []),
        ...(began < since ? [textOf(row, 'State__c'), detailOf(row)] : [])
    ];
    return [{ cells: [name, states.filter(Boolean).join(' · '), clock(now - (began > -Infinity ? began : since))] }];
}

function expected({ now, timeZone }: Reader): Board {
    const today = dayIn(timeZone, now);
    const isOfTheWeek = (day: string): boolean => daysBetween(day, today) <= 7;
    const calls = rows.calls.filter((call) => call.isInbound && call.day === dayIn(call.zone, now));
    const open = rows.calls.filter(
        (call) => call.status === 'In Progress' && momentOf(call.row, 'Kept_At__c') === undefined
    );
    const onLine = open.filter((call) => now - sinceOf(call) <= 2 * HOUR);
    const leftOut = open.length - onLine.length;
    const { isReturned } = amongOthers(rows.calls);
    const missed = rows.calls.filter((call) => isMissed(call) && !isReturned(call) && isOfTheWeek(call.day));
    const oldest = now - Math.min(...missed.map(({ startedAt }) => startedAt ?? now));
    const promises = rows.promises.filter((row) => {
        const due = momentOf(row, 'Due_At__c') ?? now;
        return (
            ['Open', 'Broken'].includes(textOf(row, 'State__c')) &&
            due < now &&
            isOfTheWeek(rows.dueDay(row)) &&
            rows.dueDay(row) <= today
        );
    });
    const commands = rows.commands.filter((row) => row['Status__c'] === 'Unknown' && rows.requestedDay(row) === today);
    const slow = (average(waitOf)(calls.filter(isAnswered)) ?? 0) > Math.max(...calls.map((call) => call.target));
    return {
        tiles: [
            tile('onLine', onLine.length),
            tile('offered', calls.filter(isOffered).length),
            tile('answered', calls.filter(isAnswered).length),
            tile('missed', calls.filter(isMissed).length, `Of_Offered ${percent(calls, isMissed)}`),
            tile('serviceLevel', percent(calls, isInTime), `Target ${target(calls)}`),
            tile('speedOfAnswer', speed(calls), `${slow ? 'Above_Target' : 'Target'} ${target(calls)}`),
            tile('toReturn', missed.length, `Waiting_Since ConVox_Wallboard_Days ${Math.floor(oldest / 24 / HOUR)}`),
            tile('overduePromises', promises.length),
            tile('unansweredCommands', commands.length)
        ],
        processRows: [...Map.groupBy([...calls, ...onLine], processText)].map(([process, all]) => {
            const own = all.filter((call) => calls.includes(call));
            const counts = [isOffered, isAnswered, isMissed].map((holds) => own.filter(holds).length);
            const line = onLine.filter((call) => processText(call) === process).length;
            const figures = [line, ...counts, percent(own, isInTime), speed(own), target(own)];
            return { cells: [process, ...figures.map(String)] };
        }),
        callRows: onLine.map((call) => ({
            cells: [
                call.agent || textOf(call.row, 'Agent_Code__c') || 'ConVox_Wallboard_Nobody {0}',
                processText(call),
                textOf(call.row, 'Direction__c'),
                clock(now - sinceOf(call))
            ]
        })),
        agentRows: [
            ...org.store.find({ object: 'ConVox_Agent__c' }).flatMap((row) => agentLine(row, onLine, now)),
            ...unheardLines(onLine, now)
        ],
        leftOut: { text: `ConVox_Wallboard_Left_Out ${leftOut}` }
    };
}

function tile(name: string, value: number | string, note = ''): Board['tiles'][number] {
    return { name, value: String(value), note: note && `ConVox_Wallboard_${note}` };
}

const sorted = (lines: Board['processRows']): string[] => lines.map(({ cells }) => cells.join(' | ')).toSorted();

test.each([
    [FIRST_ZONE, 'noon', NOW],
    ['America/Los_Angeles', 'noon', NOW],
    [FIRST_ZONE, 'night', NIGHT],
    ['America/Los_Angeles', 'night', NIGHT]
])(
    'the wallboard of a reader in %s at %s in India shows what its rows say, in every number',
    async (timeZone, _hour, now) => {
        clockOfOrg = now;
        const reader = { now, timeZone };
        readIn(org, 'divya.menon', timeZone);
        const shown = await boardAs(org, 'divya.menon', modules, reader);
        const { agentRows, callRows, leftOut, processRows, tiles } = expected(reader);
        expect(shown.tiles.map(({ name, note, value }) => ({ name, value, note }))).toEqual(tiles);
        expect(sorted(shown.processRows)).toEqual(sorted(processRows));
        expect(sorted(shown.callRows)).toEqual(sorted(callRows));
        expect(sorted(shown.agentRows)).toEqual(sorted(agentRows));
        expect(shown.leftOut.text).toBe(leftOut.text);
        const isBusy = now === NOW;
        expect([callRows, agentRows, processRows].map(({ length }) => length > 1)).toEqual([isBusy, true, true]);
    }
);
