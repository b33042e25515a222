import { join } from 'node:path';
import { queriesIn } from '../../checks/objects/checkQueries.ts';
import { readProject } from '../../checks/read/project.ts';
import { buildGraphqlSchema } from '../graphql/graphqlSchema.ts';
import { createGraphqlRunner } from '../graphql/runGraphql.ts';
import type { GraphqlResponse } from '../graphql/runGraphql.ts';
import type { Org } from '../org.ts';
import { createRelatedValues } from '../query/relatedValues.ts';
import type { FieldValues } from '../records.ts';
import { at, createTestOrg, PRODUCT } from '../testing/testOrg.ts';
import { readPermissionSets } from '../../metadata/permissions/readPermissionSets.ts';
import { viewSchema } from './schemaView.ts';
import { orgRightsOf } from '../../metadata/packageParts.ts';

const NUMBER = '9000000077';
const queries = new Map(
    queriesIn(readProject(join(import.meta.dirname, '..', '..', '..', '..'))).map(({ text }) => [
        /query (\w+)/.exec(text)?.[1] ?? text,
        text
    ])
);
/** An id that nothing has. */
const NOBODY = '000000000000000AAA';

const NOON = '2026-03-01T12:00:00.000Z';

/** By the type of a variable that a query needs. */
const MADE_UP: Readonly<Record<string, unknown>> = {
    DateTime: NOON,
    ID: NOBODY,
    Int: 10,
    PhoneNumber: `%${NUMBER}`,
    String: NUMBER
};

/** A value for each variable that the query cannot be asked without. */
function madeUp(query: string): Record<string, unknown> {
    const needed = query.matchAll(/\$(\w+): (\[)?(\w+)!?\]?!/g);
    const entries = [...needed].map(([, name = '', list, type = '']): [string, unknown] => [
        name,
        list ? [MADE_UP[type]] : MADE_UP[type]
    ]);
    return Object.fromEntries(entries);
}

let org: Org;

beforeAll(async () => {
    org = await createTestOrg();
    const plant = (object: string, row: FieldValues): string => {
        const [result] = org.store.create(object, [row], { ...org.users.admin, systemContext: true });
        return result?.success === true ? result.id : '';
    };
    const AccountId = plant('Account', { Name: 'Nair Traders' });
    plant('Contact', { LastName: 'Nair', Title: 'Owner', Phone: NUMBER, MobilePhone: NUMBER, AccountId });
});
afterAll(() => org.close());

type Ask = (query: string) => GraphqlResponse;

/** Asks as an agent whose profile opens nothing, and whose permission set lacks these objects and fields. */
function agentWithout(hidden: readonly string[]): Ask {
    const isHidden = (name: string): boolean => hidden.includes(name) || hidden.includes(name.split('.')[0] ?? '');
    const sets = readPermissionSets(PRODUCT, org.schema)
        .filter(({ name }) => ['ConVox_Agent', ...orgRightsOf('ConVox_Agent')].includes(name))
        .map((set) => ({
            ...set,
            objects: new Map([...set.objects].filter(([name]) => !isHidden(name))),
            fields: new Map([...set.fields].filter(([name]) => !isHidden(name)))
        }));
    const schema = viewSchema(org.schema, sets, { opensCustomers: false });
    const run = createGraphqlRunner(buildGraphqlSchema(schema));
    return (query) => {
        return run(
            { query, variables: madeUp(query) },
            {
                store: org.store,
                related: createRelatedValues(schema, org.store),
                locale: { language: 'en-IN', timeZone: 'Asia/Kolkata' },
                now: new Date('2026-03-01T10:00:00.000Z'),
                queries: 0
            }
        );
    };
}

describe.each<[string, readonly string[], Readonly<Record<string, unknown>>]>([
    ['all that the package opens', [], { Title: { value: 'Owner' }, Account: { Name: { value: 'Nair Traders' } } }],
    ['all but titles', ['Contact.Title'], { Title: undefined, Phone: { value: NUMBER } }],
    ['all but mobile phones', ['Contact.MobilePhone', 'Lead.MobilePhone'], { MobilePhone: undefined }],
    ['all but leads', ['Lead'], { Title: { value: 'Owner' } }],
    ['all but cases', ['Case'], { Title: { value: 'Owner' } }],
    ['all but the account of a contact', ['Contact.AccountId'], { Account: undefined }],
    ['all but accounts', ['Account'], { Account: undefined }]
])('an agent who sees %s', (_name, hidden, shown) => {
    let ask: Ask;
    beforeAll(() => {
        ask = agentWithout(hidden);
    });

    // The search for customers without keys filters by each phone number, and no filter is optional.
    const filtersByHidden = hidden.includes('Contact.MobilePhone') ? ['convoxUnfilledCaller', 'convoxUnkeyed'] : [];

    test.each([...queries].filter(([name]) => !filtersByHidden.includes(name)))('is answered %s', (_query, query) => {
        expect(ask(query).errors).toEqual([]);
    });

    test('finds the caller with what may be seen', () => {
        const { data } = ask(queries.get('convoxCaller') ?? '');
        const contact = at(data, 'uiapi.query.Contact.edges.0.node');
        expect(at(contact, 'Name.value')).toBe('Nair');
        expect(Object.fromEntries(Object.keys(shown).map((field) => [field, at(contact, field)]))).toEqual(shown);
    });
});

test('without the mark a hidden field leaves the agent without any answer', () => {
    const query = (queries.get('convoxCaller') ?? '').replace('Title @optional', 'Title');
    expect(agentWithout(['Contact.Title'])(query)).toMatchObject({
        data: null,
        errors: [{ message: expect.stringContaining('Title'), extensions: { ErrorType: 'ValidationError' } }]
    });
});
