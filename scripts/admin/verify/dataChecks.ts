import { z } from 'zod';
import { phoneKey } from '#contract';
import { createIngestJobs } from '../bulk/ingestJob.ts';
import { jobCsv } from '../bulk/jobCsv.ts';
import { queryRows } from '../org/rows.ts';
import type { Check, CheckContext } from './check.ts';
import { HEDGE, no, open, yes } from './check.ts';
import { collectionUpsert, patch } from './upserts.ts';

const upserted = z.object({ success: z.boolean(), created: z.boolean() });
const KEY_CASES = [
    '98765 43210',
    '+91-98765-43211',
    '(0)98765.43212',
    '0091 98765 43213',
    '98765 43214 ext. 12',
    '९८७६५४३२१५',
    '12345',
    'no number'
];

/** What the gateway, the flows and the commands take for granted when rows are saved. All of them write rows of their own. */
export const dataChecks: readonly Check[] = [
    {
        id: 'upsert-status',
        about: 'platform',
        writes: true,
        question: 'Does an upsert by external id answer 201 for a new row and 200 for a known one?',
        run: async (context) => {
            const path = `/sobjects/ConVox_Call__c/Call_Reference__c/${context.rows.key('one')}`;
            const first = await patch(context, path, { Status__c: 'In Progress' });
            const second = await patch(context, path, { Status__c: 'Ended' });
            const created = [first, second].map(({ answer }) => upserted.safeParse(answer).data?.created);
            const evidence = `${first.status} with created ${created[0]}, then ${second.status} with created ${created[1]}`;
            return first.status === 201 && second.status === 200 ? yes(evidence) : no(evidence, HEDGE);
        }
    },
    {
        id: 'collection-upsert',
        about: 'platform',
        writes: true,
        question: 'Does a collection upsert answer row by row, in order, with keys that tell case apart?',
        run: async (context) => {
            const [a, b] = [context.rows.key('a'), context.rows.key('A')];
            const results = await collectionUpsert(context, [
                { Call_Reference__c: a, Status__c: 'Ended' },
                { Call_Reference__c: b, Status__c: 'Ended' },
                { Call_Reference__c: context.rows.key('bad'), Status__c: 'No such status' }
            ]);
            const evidence = results
                .map(({ success, created, errors }) =>
                    success ? `created ${created}` : (errors[0]?.statusCode ?? 'refused')
                )
                .join(', ');
            return results[0]?.success === true && results[1]?.created === true && results[2]?.success === false
                ? yes(evidence)
                : no(evidence, HEDGE);
        }
    },
    {
        id: 'repeated-key',
        about: 'platform',
        writes: true,
        question: 'Is a reference that comes twice in one collection refused, and not saved in part?',
        run: async (context) => {
            const key = context.rows.key('twice');
            const results = await collectionUpsert(context, [{ Call_Reference__c: key }, { Call_Reference__c: key }]);
            const evidence = results
                .map(({ success, errors }) => (success ? 'saved' : (errors[0]?.statusCode ?? 'refused')))
                .join(', ');
            return results.every(({ success }) => !success)
                ? yes(evidence)
                : open(
                      evidence,
                      'The gateway and load-calls send each reference once a batch, so that nothing depends on it.'
                  );
        }
    },
    {
        id: 'phone-text',
        about: 'platform',
        writes: true,
        question: 'Does the API store phone numbers as they are sent?',
        run: async (context) => {
            const rows = await phoneRows(context);
            const changed = rows.filter(({ sent, stored }) => sent !== stored);
            return changed.length === 0
                ? yes(`${rows.length} ways of writing came back as they were sent`)
                : open(
                      `changed: ${changed.map(({ sent, stored }) => `${sent} to ${stored}`).join(', ')}`,
                      'Keys are made of digits alone, so that the form does not matter.'
                  );
        }
    },
    {
        id: 'phone-key-formulas',
        about: 'platform',
        writes: true,
        question: 'Do the flows make the same phone keys as the contract?',
        run: async (context) => {
            const rows = await phoneRows(context);
            const wrong = rows.filter(({ stored, key }) => phoneKey(stored) !== key);
            return wrong.length === 0
                ? yes(`${rows.length} of ${rows.length} keys agree`)
                : no(
                      wrong
                          .map(
                              ({ stored, key }) =>
                                  `${stored}: ${key || 'none'} in place of ${phoneKey(stored) || 'none'}`
                          )
                          .join('; '),
                      HEDGE
                  );
        }
    },
    {
        id: 'bulk',
        about: 'platform',
        writes: true,
        question: 'Does Bulk API 2.0 upsert calls and say which rows it refused?',
        run: async ({ connection, rows, wait }) => {
            const jobs = createIngestJobs(connection, new AbortController().signal, 200);
            const id = await jobs.create({
                object: 'ConVox_Call__c',
                operation: 'upsert',
                externalIdFieldName: 'Call_Reference__c'
            });
            await jobs.upload(
                id,
                jobCsv([
                    { Call_Reference__c: rows.key('bulk'), Status__c: 'Ended' },
                    { Call_Reference__c: rows.key('bulk-bad'), Status__c: 'No such status' }
                ])
            );
            await wait(0);
            const { saved, refused } = await jobs.wait(id);
            const evidence = `${saved} saved, ${refused.length} refused: ${refused.map(({ reason }) => reason).join('; ')}`;
            return saved === 1 && refused.length === 1 ? yes(evidence) : no(evidence, HEDGE);
        }
    }
];

const phoneRow = z.object({
    Name: z.string(),
    Phone: z.string().nullable(),
    ConVox_Phone_Key__c: z.string().nullable()
});

/** Accounts with numbers written in several ways; made once a run, read by two checks. */
async function phoneRows({ connection, rows }: CheckContext): Promise<{ sent: string; stored: string; key: string }[]> {
    const prefix = rows.key('phone');
    const read = () =>
        queryRows(
            connection,
            `SELECT Name, Phone, ConVox_Phone_Key__c FROM Account WHERE Name LIKE '${prefix}-%' ORDER BY Name`,
            phoneRow
        );
    if ((await read()).length === 0) {
        await connection
            .sobject('Account')
            .create(KEY_CASES.map((Phone, index) => ({ Name: `${prefix}-${index}`, Phone })));
    }
    return (await read()).map(({ Phone, ConVox_Phone_Key__c }, index) => ({
        sent: KEY_CASES[index] ?? '',
        stored: Phone ?? '',
        key: ConVox_Phone_Key__c ?? ''
    }));
}
