import { z } from 'zod';
import type { CheckContext } from './check.ts';

const collection = z.array(
    z.object({
        success: z.boolean(),
        created: z.boolean().optional(),
        errors: z.array(z.object({ statusCode: z.string() })).default([])
    })
);

/** A write without the client library between: the status code is what is asked for. */
export async function patch(
    { connection, fetch: send }: CheckContext,
    path: string,
    body: unknown
): Promise<{ status: number; answer: unknown }> {
    const response = await send(`${connection.instanceUrl}/services/data/v${connection.version}${path}`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${connection.accessToken}`, 'content-type': 'application/json' },
        body: JSON.stringify(body)
    });
    const text = await response.text();
    const answer: unknown = text === '' ? null : JSON.parse(text);
    return { status: response.status, answer };
}

/** As the gateway saves calls: many together, by their reference. */
export async function collectionUpsert(
    context: CheckContext,
    records: readonly object[]
): Promise<z.infer<typeof collection>> {
    const { answer } = await patch(context, '/composite/sobjects/ConVox_Call__c/Call_Reference__c', {
        allOrNone: false,
        records: records.map((record) => ({ attributes: { type: 'ConVox_Call__c' }, ...record }))
    });
    return collection.parse(answer);
}
