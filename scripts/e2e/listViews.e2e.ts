import assert from 'node:assert/strict';
import type { FieldValues } from '../local/org/records.ts';
import { brokenAccessibilityRules } from './accessibility.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';
import { eventually } from './expect.ts';
import { serverDay } from './floorTimes.ts';

const AGENT = 'asha.verma';
const day = 24 * 60 * 60 * 1000;
const atDay = (days: number): string => new Date(Date.now() + days * day).toISOString();

interface Row {
    /** How the row is told from the others: what stands in one of its columns. */
    readonly sign: string;
    readonly values: FieldValues;
    readonly isShown: boolean;
}

interface View {
    readonly object: string;
    readonly view: string;
    readonly title: string;
    readonly rows: readonly Row[];
}

const began = (days: number): FieldValues => ({ Started_At__c: atDay(days), Start_Day__c: serverDay(atDay(days)) });

const call = (sign: string, isShown: boolean, values: FieldValues): Row => ({
    sign,
    isShown,
    values: { Call_Reference__c: sign, Customer_Number__c: sign, ...began(-1), ...values }
});
const missed = { Direction__c: 'Inbound', Status__c: 'Not Connected' } as const;
const command = (sign: string, isShown: boolean, status: string, requested = 0): Row => ({
    sign,
    isShown,
    values: {
        Type__c: 'Close',
        Key__c: sign,
        Agent_Code__c: sign,
        ConVox_ID__c: sign,
        Disposition__c: 'SALE',
        Status__c: status,
        Requested_At__c: atDay(requested),
        Requested_Day__c: serverDay(atDay(requested))
    }
});
const followUp = (sign: string, isShown: boolean, values: FieldValues): Row => ({
    sign,
    isShown,
    values: { Process_Name__c: sign, State__c: 'Open', ...values }
});

const views: readonly View[] = [
    {
        object: 'ConVox_Call__c',
        view: 'Missed_Not_Returned',
        title: 'Missed, Not Returned',
        rows: [
            call('9000000001', true, missed),
            call('9000000002', false, { ...missed, Returned_At__c: atDay(0) }),
            call('9000000005', true, { ...missed, Returned_At__c: atDay(0), Is_Return_Void__c: true }),
            call('9000000006', false, { ...missed, ...began(-9) }),
            call('9000000003', false, { Direction__c: 'Outbound', Status__c: 'Not Connected' }),
            call('9000000004', false, { Direction__c: 'Inbound', Status__c: 'Disposed', Disposition__c: 'SALE' })
        ]
    },
    {
        object: 'ConVox_Call__c',
        view: 'Not_Disposed',
        title: 'Not Disposed',
        rows: [
            call('9000000011', true, { Direction__c: 'Inbound', Status__c: 'Ended' }),
            call('9000000012', true, { Direction__c: 'Outbound', Status__c: 'In Progress' }),
            call('9000000015', false, { Direction__c: 'Inbound', Status__c: 'In Progress', Kept_At__c: atDay(0) }),
            call('9000000016', true, { Direction__c: 'Inbound', Status__c: 'Ended', Kept_At__c: atDay(0) }),
            call('9000000013', false, { Direction__c: 'Inbound', Status__c: 'Disposed', Disposition__c: 'SALE' }),
            call('9000000014', false, missed)
        ]
    },
    {
        object: 'ConVox_Call__c',
        view: 'My_Calls_Today',
        title: 'My Calls Today',
        rows: [
            call('9000000021', true, { Direction__c: 'Inbound', Status__c: 'Ended', ...began(0) }),
            call('9000000022', false, { Direction__c: 'Inbound', Status__c: 'Ended' })
        ]
    },
    {
        object: 'ConVox_Follow_Up__c',
        view: 'Follow_Ups_Due',
        title: 'Follow-Ups Due',
        rows: [
            followUp('OVERDUE', true, { Due_At__c: atDay(-1) }),
            followUp('DUE_NOW', true, { Due_At__c: atDay(0) }),
            followUp('GIVEN_UP', false, { Due_At__c: atDay(-9) }),
            followUp('NEXT_WEEK', false, { Due_At__c: atDay(7) }),
            followUp('KEPT', false, { Due_At__c: atDay(-1), State__c: 'Kept' })
        ]
    },
    {
        object: 'ConVox_Follow_Up__c',
        view: 'Overdue_Promises',
        title: 'Overdue Promises',
        rows: [
            followUp('OVERDUE', true, { Due_At__c: atDay(-1) }),
            followUp('BROKEN', true, { Due_At__c: atDay(-3), State__c: 'Broken' }),
            followUp('LATER', false, { Due_At__c: atDay(0.01) }),
            followUp('GIVEN_UP', false, { Due_At__c: atDay(-9) }),
            followUp('KEPT', false, { Due_At__c: atDay(-1), State__c: 'Kept' })
        ]
    },
    {
        object: 'ConVox_Command__c',
        view: 'Refused_or_Unknown',
        title: 'Commands Refused or Unknown',
        rows: [
            command('AG_REFUSED', true, 'Refused'),
            command('AG_UNKNOWN', true, 'Unknown'),
            command('AG_ACCEPTED', false, 'Accepted'),
            command('AG_CREATED', false, 'Created')
        ]
    },
    {
        object: 'ConVox_Command__c',
        view: 'Unknown_Today',
        title: 'Commands Without an Answer Today',
        rows: [
            command('AG_TODAY', true, 'Unknown'),
            command('AG_EARLIER', false, 'Unknown', -2),
            command('AG_REFUSED_TODAY', false, 'Refused')
        ]
    }
];

function save({ stack }: Desk, { object, rows }: View): void {
    const agent = stack.org.users.acting(AGENT);
    assert.ok(agent);
    const results = stack.org.store.create(
        object,
        rows.map(({ values }) => ({ ...values, OwnerId: agent.id })),
        stack.org.users.admin
    );
    assert.deepEqual(
        results.filter(({ success }) => !success),
        []
    );
}

deskTest('every list view shows what its name says', async (desk) => {
    const { console: page, screenshot } = desk;
    for (const view of views) {
        save(desk, view);
    }
    for (const view of views) {
        await page.open(`/lightning/o/${view.object}/list?filterName=${view.view}`);
        const table = page.page.getByRole('table');
        for (const { sign } of view.rows.filter(({ isShown }) => isShown)) {
            await table.getByText(sign, { exact: true }).first().waitFor();
        }
        await eventually(
            async () => await table.innerText(),
            (text) => {
                const wrong = view.rows.filter(({ sign, isShown }) => text.includes(sign) !== isShown);
                assert.deepEqual(
                    wrong.map(({ sign }) => sign),
                    [],
                    view.title
                );
            }
        );
        assert.deepEqual(await brokenAccessibilityRules(page.page.getByRole('main')), []);
        await screenshot(view.title);
    }
});
