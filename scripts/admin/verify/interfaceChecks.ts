import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import type { Check, CheckContext, Finding } from './check.ts';
import { HEDGE, no, yes } from './check.ts';
import type { FlowCall, GraphqlDocument } from './packageFacts.ts';

const action = z.object({
    inputs: z.array(z.object({ name: z.string() })),
    outputs: z.array(z.object({ name: z.string() }))
});

/** Compares what the package's flows pass to and take from an operation with what the org says it has. */
async function compareActions({ connection, facts }: CheckContext, side: 'inputs' | 'outputs'): Promise<Finding> {
    const names = new Map<string, readonly string[]>();
    const strange = [];
    for (const call of facts.flowCalls) {
        const known = names.get(call.action) ?? (await namesOf(call, side));
        names.set(call.action, known);
        strange.push(...call[side].filter((name) => !known.includes(name)).map((name) => `${call.action} ${name}`));
    }
    const seen = [...names].map(([name, known]) => `${name}: ${known.join(', ')}`).join('; ');
    return strange.length === 0 ? yes(seen) : no(`the flows name ${strange.join(', ')}; the org has ${seen}`, HEDGE);

    async function namesOf(call: FlowCall, which: 'inputs' | 'outputs'): Promise<string[]> {
        const answer = await connection.request<unknown>(
            `/services/data/v${connection.version}/actions/custom/externalService/${call.action}`
        );
        return action.parse(answer)[which].map(({ name }) => name);
    }
}

const graphqlAnswer = z.object({ errors: z.array(z.object({ message: z.string() })).nullish() });

/** A value that finds nothing, of each type that a document may declare. */
const VALUES: Readonly<Record<string, string | number | boolean>> = {
    ID: '001000000000000AAA',
    Int: 1,
    Boolean: false,
    DateTime: '2000-01-01T00:00:00.000Z',
    Date: '2000-01-01'
};

function variablesOf({ text }: GraphqlDocument): Record<string, unknown> {
    // A place in a list is the org's own to say: the first page has none.
    const declared = [...text.matchAll(/\$(\w+): (\[?)(\w+)/g)].filter(([, name]) => !text.includes(`after: $${name}`));
    return Object.fromEntries(
        declared.map(([, name = '', list = '', type = '']) => {
            const value = VALUES[type] ?? '0000000000';
            return [name, list === '' ? value : [value]];
        })
    );
}

/** Runs each document in a session, with values that find nothing. */
export async function askDocuments(
    connection: Connection,
    documents: readonly GraphqlDocument[],
    advice: string
): Promise<Finding> {
    const refused = [];
    for (const document of documents) {
        const answer = graphqlAnswer.parse(
            await connection.request<unknown>({
                method: 'POST',
                url: `/services/data/v${connection.version}/graphql`,
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify({ query: document.text, variables: variablesOf(document) })
            })
        );
        refused.push(...(answer.errors ?? []).map(({ message }) => `${document.file}: ${message}`));
    }
    return refused.length === 0
        ? yes(`${documents.length} documents ran without an error`)
        : no(refused.join('; '), advice);
}

/** What flows and components take for granted of the interfaces that they use. */
export const interfaceChecks: readonly Check[] = [
    {
        id: 'external-service-inputs',
        about: 'platform',
        question: 'Are the inputs of the operations named as the registration declares them (formData included)?',
        run: (context) => compareActions(context, 'inputs')
    },
    {
        id: 'external-service-outputs',
        about: 'platform',
        question: 'Are the outputs of the operations named as the flows expect (200, responseCode)?',
        run: (context) => compareActions(context, 'outputs')
    },
    {
        id: 'graphql',
        about: 'platform',
        question: 'Does the org take every GraphQL document of the components?',
        run: ({ connection, facts }) => askDocuments(connection, facts.graphqlDocuments, HEDGE)
    }
];
