import { createRelatedValues } from '../query/relatedValues.ts';
import { createDeskOrg } from '../testing/deskOrg.ts';
import { buildGraphqlSchema } from './graphqlSchema.ts';
import type { GraphqlRequest } from './runGraphql.ts';
import { createGraphqlRunner } from './runGraphql.ts';

const org = createDeskOrg();
const runner = createGraphqlRunner(buildGraphqlSchema(org.schema));

beforeAll(() => {
    const { store, admin } = org;
    const [team] = store.create('Team__c', [{ Code__c: 'A', Name: 'North' }], admin);
    const [contact] = store.create('Contact', [{ LastName: 'Nair' }], admin);
    store.create(
        'Ticket__c',
        [
            {
                Key__c: 'one',
                Minutes__c: 5,
                Phone__c: '98765 43201',
                Team__c: team?.success ? team.id : null,
                Contact__c: contact?.success ? contact.id : null,
                Due_At__c: '2026-03-01T20:00:00Z'
            },
            { Key__c: 'two', Minutes__c: 10, State__c: 'Done', Urgent__c: false },
            { Key__c: 'three', Minutes__c: 10, Due_On__c: '2026-03-01' }
        ],
        admin
    );
});

function run(query: string, variables: GraphqlRequest['variables'] = {}) {
    return runner(
        { query, variables },
        {
            store: org.store,
            related: createRelatedValues(org.schema, org.store),
            locale: { language: 'en-IN', timeZone: 'Asia/Kolkata' },
            now: new Date('2026-03-01T21:00:00Z'),
            queries: 0
        }
    );
}

function keysOf(answer: unknown): unknown[] {
    return JSON.stringify(answer)
        .split('"Key__c":{"value":"')
        .slice(1)
        .map((part) => part.split('"')[0]);
}

function keys(args: string, variables: GraphqlRequest['variables'] = {}, declaration = ''): unknown[] {
    const answer = run(
        `query q${declaration} { uiapi { query { Ticket__c(${args}) { edges { node { Key__c { value } } } } } } }`,
        variables
    );
    expect(answer.errors).toEqual([]);
    return keysOf(answer);
}

test.each([
    ['{ Key__c: { eq: "one" } }', ['one']],
    ['{ Key__c: { ne: "one" } }', ['two', 'three']],
    ['{ Key__c: { in: ["one", "two"] } }', ['one', 'two']],
    ['{ Key__c: { nin: ["one", "two"] } }', ['three']],
    ['{ Key__c: { like: "t%" } }', ['two', 'three']],
    ['{ Minutes__c: { gte: 5, lt: 10 } }', ['one']],
    ['{ Minutes__c: { gt: 5 }, Urgent__c: { eq: true } }', ['three']],
    ['{ or: [{ Key__c: { eq: "one" } }, { State__c: { eq: "Done" } }] }', ['one', 'two']],
    ['{ and: [{ Minutes__c: { eq: 10 } }, { not: { State__c: { eq: "Done" } } }] }', ['three']],
    ['{ Team__r: { Name: { eq: "north" } } }', ['one']],
    ['{ Contact__r: { Owner: { Alias: { eq: "admin" } } } }', ['one']],
    ['{ Owner: { User: { Alias: { eq: "admin" } } } }', ['one', 'two', 'three']],
    ['{ Owner: { Group: { Name: { ne: "x" } } } }', []],
    ['{ Team__c: { eq: null } }', ['two', 'three']],
    ['{ Phone__c: { eq: "98765 43201" } }', ['one']],
    ['{ Due_At__c: { eq: { literal: TODAY } } }', ['one']],
    ['{ Due_At__c: { gt: { value: "2026-03-01T19:00:00Z" } } }', ['one']],
    ['{ Due_On__c: { eq: { range: { last_n_days: 3 } } } }', ['three']],
    ['{ Due_At__c: { eq: null } }', ['two', 'three']]
])('where %s finds %j', (where, expected) => {
    expect(keys(`where: ${where}, orderBy: { Name: { order: ASC } }`)).toEqual(expected);
});

test('fields are ordered in the order they are named, in the text and in a variable', () => {
    expect(keys('orderBy: { Minutes__c: { order: DESC }, Key__c: { order: ASC } }')).toEqual(['three', 'two', 'one']);
    expect(keys('orderBy: { Key__c: { order: ASC }, Minutes__c: { order: DESC } }')).toEqual(['one', 'three', 'two']);
    expect(
        keys(
            'orderBy: $order',
            { order: { Minutes__c: { order: 'DESC' }, Key__c: { order: 'ASC' } } },
            '($order: Ticket__c_OrderBy)'
        )
    ).toEqual(['three', 'two', 'one']);
    expect(keys('orderBy: { Team__r: { Name: { order: ASC, nulls: LAST } }, Key__c: { order: ASC } }')[0]).toBe('one');
});

test('variables have the types of the field', () => {
    expect(keys('where: { Phone__c: { eq: $phone } }', { phone: '98765 43201' }, '($phone: PhoneNumber)')).toEqual([
        'one'
    ]);
    const mistyped = run(
        'query q($phone: String) { uiapi { query { Ticket__c(where: { Phone__c: { eq: $phone } }) { totalCount } } } }',
        { phone: '98765 43201' }
    );
    expect(mistyped.errors).toMatchObject([{ extensions: { ErrorType: 'ValidationError' } }]);
});

test('pages follow each other by cursor', () => {
    const page = (after: string) =>
        run(
            `{ uiapi { query { Ticket__c(first: 2, orderBy: { Name: { order: ASC } } ${after}) { totalCount pageResultCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { Key__c { value } } } } } } }`
        );
    const first = page('');
    const cursor = /"endCursor":"([^"]+)"/.exec(JSON.stringify(first))?.[1] ?? '';

    expect(first.data).toMatchObject({
        uiapi: {
            query: {
                Ticket__c: {
                    totalCount: 3,
                    pageResultCount: 2,
                    pageInfo: { hasNextPage: true, hasPreviousPage: false }
                }
            }
        }
    });
    expect(keysOf(first)).toEqual(['one', 'two']);
    expect(keysOf(page(`after: "${cursor}"`))).toEqual(['three']);
});

test('a node has typed values, parents, a polymorphic owner and child rows', () => {
    const answer = run(`{ uiapi { query { Ticket__c(where: { Key__c: { eq: "one" } }) { edges { node {
        Id ApiName DisplayValue
        State__c { value displayValue label }
        Minutes__c { value displayValue }
        Due_At__c { value displayValue }
        Team__c { value }
        Team__r { Name { value } Tickets__r(first: 1) { edges { node { Key__c { value } } } } }
        Owner { ... on User { Username { value } } }
    } } } } } }`);

    expect(answer.errors).toEqual([]);
    expect(answer.data).toMatchObject({
        uiapi: {
            query: {
                Ticket__c: {
                    edges: [
                        {
                            node: {
                                ApiName: 'Ticket__c',
                                DisplayValue: 'T-0001',
                                State__c: { value: 'New', displayValue: 'New!', label: 'New!' },
                                Minutes__c: { value: 5, displayValue: '5.0' },
                                Due_At__c: {
                                    value: '2026-03-01T20:00:00.000Z',
                                    displayValue: expect.stringContaining('1:30')
                                },
                                Team__r: {
                                    Name: { value: 'North' },
                                    Tickets__r: { edges: [{ node: { Key__c: { value: 'one' } } }] }
                                },
                                Owner: { Username: { value: 'admin@sunrise.example' } }
                            }
                        }
                    ]
                }
            }
        }
    });
});

test.each([
    ['{ uiapi { query { Ticket__c { edges { node { Gone__c { value } } } } } } }', 'ValidationError', 'Gone__c'],
    ['{ uiapi { query { Gone__c { totalCount } } } }', 'ValidationError', 'Gone__c'],
    [
        '{ uiapi { query { Ticket__c(where: { Notes__c: { eq: "x" } }) { totalCount } } } }',
        'ValidationError',
        'Notes__c'
    ],
    [
        '{ uiapi { query { Ticket__c(where: { Key__c: { contains: "x" } }) { totalCount } } } }',
        'ValidationError',
        'contains'
    ],
    ['{ uiapi { query { Ticket__c { edges { node { Owner { Name { value } } } } } } } }', 'ValidationError', 'Owner'],
    ['{ uiapi { objectInfos { x } } }', 'OperationNotSupported', 'uiapi.objectInfos is not supported'],
    [
        '{ uiapi { aggregate { Ticket__c(groupBy: { Minutes__c: { group: true } }) { totalCount } } } }',
        'ValidationError',
        'Minutes__c'
    ],
    [
        '{ uiapi { aggregate { Ticket__c(orderBy: { Key__c: { order: ASC } }) { totalCount } } } }',
        'ValidationError',
        'orderBy'
    ],
    [
        '{ uiapi { aggregate { Ticket__c { edges { node { aggregate { Key__c { sum { value } } } } } } } } }',
        'ValidationError',
        'sum'
    ],
    [
        '{ uiapi { aggregate { Ticket__c { edges { node { aggregate { Key__c { value } } } } } } } }',
        'DataFetchingException',
        'must be grouped or aggregated: Key__c'
    ],
    ['mutation { uiapi { x } }', 'OperationNotSupported', 'a GraphQL mutation is not supported'],
    ['{ uiapi {', 'InvalidSyntax', 'Syntax'],
    ['{ uiapi { query { Ticket__c(first: 3000) { totalCount } } } }', 'DataFetchingException', '2000'],
    ['{ uiapi { query { Ticket__c(after: "x") { totalCount } } } }', 'DataFetchingException', 'cursor'],
    [
        '{ uiapi { query { Ticket__c(where: { Team__c: { eq: "north" } }) { totalCount } } } }',
        'DataFetchingException',
        'Team__c'
    ]
])('%s answers with %s', (query, errorType, message) => {
    const { errors } = run(query);

    expect(errors).toMatchObject([{ extensions: { ErrorType: errorType }, message: expect.stringContaining(message) }]);
});

test('groups have what their rows have in common, and what functions make of the rest', () => {
    const answer =
        run(`{ uiapi { aggregate { Ticket__c(groupBy: { State__c: { group: true } }) { totalCount edges { node { aggregate {
        State__c { value displayValue } Id { count { value } } Minutes__c { sum { value } max { value } } Key__c { countDistinct { value } }
    } } } } } } }`);
    const group = (state: string, shown: string, count: number, sum: number, max: number) => ({
        node: {
            aggregate: {
                State__c: { value: state, displayValue: shown },
                Id: { count: { value: count } },
                Minutes__c: { sum: { value: sum }, max: { value: max } },
                Key__c: { countDistinct: { value: count } }
            }
        }
    });

    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({
        uiapi: {
            aggregate: {
                Ticket__c: {
                    totalCount: 2,
                    edges: [group('New', 'New!', 2, 15, 10), group('Done', 'Done!', 1, 10, 10)]
                }
            }
        }
    });
});

test('without groups there is one, also of no rows', () => {
    const count = (key: string) =>
        run(
            `{ uiapi { aggregate { Ticket__c(where: { Key__c: { like: "${key}" } }) { edges { node { aggregate { Id { count { value } } Minutes__c { sum { value } } } } } } } } }`
        );
    const one = (rows: number, sum: number | null) => ({
        uiapi: {
            aggregate: {
                Ticket__c: {
                    edges: [
                        { node: { aggregate: { Id: { count: { value: rows } }, Minutes__c: { sum: { value: sum } } } } }
                    ]
                }
            }
        }
    });

    expect(count('t%').data).toEqual(one(2, 20));
    expect(count('x%').data).toEqual(one(0, null));
});

test('ten objects may be asked for in one request, not eleven', () => {
    const ask = (count: number) =>
        run(
            `{ uiapi { aggregate { a: Team__c { totalCount } } query { ${Array.from({ length: count }, (_item, index) => `q${index}: Team__c { totalCount }`).join(' ')} } } }`
        );

    expect(ask(9).errors).toEqual([]);
    expect(ask(10).errors).toMatchObject([{ message: expect.stringContaining('10 subqueries') }]);
});
