import { z } from 'zod';
import { queryRows, soqlText } from '../org/rows.ts';
import type { Check } from './check.ts';
import { HEDGE, no, open, yes } from './check.ts';
import { collectionUpsert } from './upserts.ts';

/** What one request of the gateway may hold. */
const FULL_BATCH = 200;

const keyedCall = z.object({ Phone_Key__c: z.string().nullable(), Status__c: z.string().nullable() });

/** What the flows make of calls that are saved. */
export const callChecks: readonly Check[] = [
    {
        id: 'call-flows',
        about: 'platform',
        writes: true,
        question:
            'Do the flows complete a call that is saved: phone key, none without a number, and a status that moves forward only?',
        run: async (context) => {
            const key = context.rows.key('forward');
            const saved = async (values: object) => {
                await collectionUpsert(context, [{ Call_Reference__c: key, ...values }]);
                const [call] = await queryRows(
                    context.connection,
                    `SELECT Phone_Key__c, Status__c FROM ConVox_Call__c WHERE Call_Reference__c = ${soqlText(key)}`,
                    keyedCall
                );
                return `key ${call?.Phone_Key__c ?? 'none'} and status ${call?.Status__c ?? 'none'}`;
            };
            await saved({ Customer_Number__c: '+91 98765 43210', Status__c: 'Disposed' });
            const late = await saved({ Status__c: 'In Progress' });
            const emptied = await saved({ Customer_Number__c: null });
            const evidence = `${late} after a late In Progress, ${emptied} without a number`;
            return late === 'key 9876543210 and status Disposed' && emptied === 'key none and status Disposed'
                ? yes(evidence)
                : no(evidence, HEDGE);
        }
    },
    {
        id: 'full-batch',
        about: 'platform',
        writes: true,
        question: 'Do the flows let 200 calls of a known customer be saved together, within ten seconds?',
        run: async (context) => {
            const { connection, rows, clock } = context;
            const Phone = '98765 43299';
            await connection.sobject('Account').create({ Name: rows.key('batch'), Phone });
            const started = clock().getTime();
            const results = await collectionUpsert(
                context,
                Array.from({ length: FULL_BATCH }, (_, index) => ({
                    Call_Reference__c: rows.key(`batch-${index}`),
                    Customer_Number__c: Phone,
                    Status__c: 'Ended'
                }))
            );
            const seconds = (clock().getTime() - started) / 1000;
            const reasons = [...new Set(results.flatMap(({ errors }) => errors.map(({ statusCode }) => statusCode)))];
            const saved = results.filter(({ success }) => success).length;
            const evidence = `${saved} of ${FULL_BATCH} saved in ${seconds.toFixed(1)} s${reasons.length === 0 ? '' : `, refused with ${reasons.join(', ')}`}`;
            return saved === FULL_BATCH && seconds < 10
                ? yes(evidence)
                : open(
                      evidence,
                      'The gateway then sends smaller batches by itself. Other automation on calls takes part of the time.'
                  );
        }
    }
];
