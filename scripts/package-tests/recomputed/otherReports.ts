import type { OrgRecord } from '../../local/org/records.ts';
import { inWords } from './callFigures.ts';
import type { Grouping } from './recomputation.ts';
import { share, sum } from './recomputation.ts';
import type { Recompute } from './recompute.ts';
import { calls, others } from './recompute.ts';
import type { Rows } from './rows.ts';
import { momentOf, textOf } from './rows.ts';

const POINTS: Readonly<Record<string, string>> = {
    statusMissing: 'ConVox never reported the end',
    popMissing: 'no agent saw the call',
    dispositionMissing: 'it has no disposition',
    agentUnknown: 'the agent is not set up',
    processUnknown: 'the process is not set up',
    dispositionUnknown: 'the disposition is not set up'
};
const isDue = (row: OrgRecord, now: number): boolean =>
    row['State__c'] !== 'Cancelled' && !(row['State__c'] === 'Open' && (momentOf(row, 'Due_At__c') ?? now) > now);
const value =
    (field: string): Grouping<OrgRecord> =>
    (row) =>
        textOf(row, field);
/** A report that joins calls names the call. */
const nameOfCall =
    (field: string) =>
    (row: OrgRecord, { calls: all }: Rows): string =>
        textOf(all.find((call) => call.row['Id'] === row[field])?.row ?? {}, 'Name');
const hasCall = (field: string, row: OrgRecord): boolean => textOf(row, field) !== '';

const requestedDay = (row: OrgRecord, rows: Rows): string => rows.requestedDay(row);
const dueDay = (row: OrgRecord, rows: Rows): string => rows.dueDay(row);

/** Every report of commands, promises and openings, and what the nightly check found. Names are those of the reports' files. */
export const otherReports: Readonly<Record<string, Recompute>> = {
    Commands_by_Answer: others(
        ({ commands }) => commands,
        requestedDay,
        () => ({ days: 7, down: [value('Type__c')], across: [value('Status__c')] })
    ),
    Dispositions_Not_Sent: others(
        ({ commands }) => commands.filter((row) => hasCall('Call__c', row)),
        requestedDay,
        () => ({
            days: 7,
            where: (row) => row['Type__c'] === 'Close' && row['Status__c'] !== 'Accepted',
            down: [value('Status__c')]
        }),
        nameOfCall('Call__c')
    ),
    Follow_Ups_Due: others(
        ({ promises }) => promises,
        dueDay,
        ({ nameOfUser }) => ({
            days: 7,
            where: (row) => ['Open', 'Broken'].includes(textOf(row, 'State__c')),
            down: [(row) => nameOfUser(textOf(row, 'Agent__c'))]
        })
    ),
    Follow_Ups_Kept: others(
        ({ promises }) => promises,
        dueDay,
        ({ nameOfUser }, { now }) => ({
            days: 30,
            where: (row) => isDue(row, now),
            down: [(row) => nameOfUser(textOf(row, 'Agent__c'))],
            across: [value('State__c')],
            figures: {
                'Kept in Time': share((row) => row['State__c'] === 'Kept'),
                'Sum Promises_Kept__c': sum((row) => Number(row['State__c'] === 'Kept')),
                'Sum Promises_Due__c': sum(() => 1)
            }
        })
    ),
    Follow_Ups_Late_or_Broken: others(
        ({ promises }) => promises.filter((row) => hasCall('Origin_Call__c', row)),
        dueDay,
        () => ({ days: 30, where: (row) => ['Late', 'Broken'].includes(textOf(row, 'State__c')) }),
        nameOfCall('Origin_Call__c')
    ),
    Reconciliation: calls({
        days: 7,
        where: ({ row }) => textOf(row, 'Open_Points__c') !== '',
        down: [inWords('Open_Points__c', POINTS)]
    }),
    Recording_Openings: others(
        ({ openings }) => openings,
        (row, rows) => rows.openedDay(row),
        ({ nameOfUser }) => ({ days: 30, down: [(row) => nameOfUser(textOf(row, 'CreatedById'))] })
    )
};
