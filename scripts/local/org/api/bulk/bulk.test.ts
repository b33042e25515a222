import { Connection } from '@jsforce/jsforce-node';
import type { Listening } from '../../../../node/listen.ts';
import { listen } from '../../../../node/listen.ts';
import type { Org } from '../../org.ts';
import { seedOrg } from '../../../../sample/org/seedOrg.ts';
import type { RestClient } from '../../testing/testOrg.ts';
import { at, createTestOrg, idIn, restClient } from '../../testing/testOrg.ts';

let org: Org;
let server: Listening;
let connection: Connection;
let rest: RestClient;

beforeAll(async () => {
    org = await createTestOrg();
    seedOrg(org);
    server = await listen(org);
    connection = new Connection({ instanceUrl: server.url, accessToken: org.openSession('admin'), version: '66.0' });
    connection.bulk2.pollInterval = 5;
    rest = restClient(org, 'admin');
});
afterAll(async () => {
    await server.close();
    await org.close();
});

async function load(options: { object: string; operation: 'insert' | 'update' | 'upsert' | 'delete' }, input: string) {
    const { operation } = options;
    return connection.bulk2.loadAndWaitForResults({
        ...options,
        ...(operation === 'upsert' ? { externalIdFieldName: 'Call_Reference__c' } : {}),
        input
    });
}

test('jsforce upserts with a job: flows run, refused rows come back with their reason', async () => {
    const { successfulResults, failedResults, unprocessedRecords } = await load(
        { object: 'ConVox_Call__c', operation: 'upsert' },
        'Call_Reference__c,Customer_Number__c,Status__c\nBULK-1,9876543201,Ended\nBULK-2,1,No such status\n'
    );

    expect(successfulResults).toMatchObject([{ sf__Created: 'true', Call_Reference__c: 'BULK-1' }]);
    expect(failedResults).toMatchObject([
        {
            Call_Reference__c: 'BULK-2',
            sf__Error: expect.stringMatching(/^INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:.* --$/)
        }
    ]);
    expect(unprocessedRecords).toEqual([]);
    expect(await connection.sobject('ConVox_Call__c').findOne({ Call_Reference__c: 'BULK-1' })).toMatchObject({
        Phone_Key__c: '9876543201',
        Contact__c: expect.any(String)
    });
});

test('more rows than one transaction holds are saved piece by piece, and quoted texts keep their commas and lines', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => `"Row, ${index}","two\nlines"`);
    const { successfulResults } = await load(
        { object: 'Account', operation: 'insert' },
        `Name,Description\n${rows.join('\n')}\n`
    );
    expect(successfulResults).toHaveLength(450);
    const [last] = await connection.sobject('Account').find({ Name: 'Row, 449' }, ['Description']);
    expect(last).toMatchObject({ Description: 'two\nlines' });
});

test('an empty cell leaves a field alone, #N/A empties it, a parent is named by its external id', async () => {
    const server2 = idIn(await rest('POST', '/sobjects/ConVox_Process__c', { Process_Code__c: 'BULK' }));
    await load(
        { object: 'ConVox_Disposition__c', operation: 'insert' },
        'Name,Code__c,Sort_Order__c,Process__r.Process_Code__c\nDone,D,7,BULK\nGone,G,7,NONE\n'
    ).then(({ failedResults }) =>
        expect(failedResults).toMatchObject([
            { Name: 'Gone', sf__Error: expect.stringContaining('Foreign key external ID: NONE not found') }
        ])
    );
    const [row] = await connection.sobject('ConVox_Disposition__c').find({ Process__c: server2 });
    await load(
        { object: 'ConVox_Disposition__c', operation: 'update' },
        `Id,Name,Sort_Order__c\n${String(row?.['Id'])},,#N/A\n`
    );
    expect(await connection.sobject('ConVox_Disposition__c').findOne({ Process__c: server2 })).toMatchObject({
        Name: 'Done',
        Sort_Order__c: null
    });
});

test('a row whose id is none is refused by itself, one that is unknown too', async () => {
    const id = idIn(await rest('POST', '/sobjects/Lead', { LastName: 'Rao', Company: 'Rao Foods' }));
    const { successfulResults, failedResults } = await load(
        { object: 'Lead', operation: 'update' },
        `Id,Title\n00Q000000000000AAB,Owner\n00Q000000000000AAA,Owner\n${id},Owner\n`
    );
    expect(successfulResults).toMatchObject([{ sf__Id: id }]);
    expect(failedResults.map((row) => String(row['sf__Error']).split(':')[0])).toEqual(
        expect.arrayContaining(['MALFORMED_ID'])
    );
    const removed = await load({ object: 'Lead', operation: 'delete' }, `Id\n00Q000000000000AAB\n${id}\n`);
    expect([removed.successfulResults, removed.failedResults].map((rows) => rows.length)).toEqual([1, 1]);
});

test('results are found with the slash that the documentation writes behind them', async () => {
    const id = idIn(await rest('POST', '/jobs/ingest', { object: 'Account', operation: 'insert' }));
    expect((await rest('GET', `/jobs/ingest/${id}/successfulResults/`)).status).toBe(200);
});

test.each([
    ['a column that fits no field', 'Id,Gone__c\n001,1\n', 'InvalidBatch : Field name not found : Gone__c'],
    ['no key column', 'Name\nX\n', 'InvalidBatch : Field name not found : Id'],
    ['other line endings than declared', 'Id,Name\r\n001,X\r\n', 'ClientInputError : LineEnding is invalid']
])('a job with %s fails as a whole', async (_what, csv, reason) => {
    await expect(load({ object: 'Account', operation: 'update' }, csv)).rejects.toThrow(reason);
});

test.each([
    ['an unknown object', { object: 'Gone__c', operation: 'insert' }, 'INVALIDENTITY'],
    ['an upsert without a key', { object: 'Account', operation: 'upsert' }, 'INVALIDJOB'],
    [
        'a key that is no external id',
        { object: 'Account', operation: 'upsert', externalIdFieldName: 'Name' },
        'INVALIDJOB'
    ],
    ['an assignment rule', { object: 'Lead', operation: 'insert', assignmentRuleId: '01Q' }, 'JSON_PARSER_ERROR'],
    ['a hard delete', { object: 'Account', operation: 'hardDelete' }, 'API_NOT_SUPPORTED']
])('a job for %s is refused', async (_what, body, errorCode) => {
    expect(at((await rest('POST', '/jobs/ingest', body)).body, '0.errorCode')).toBe(errorCode);
});

test('a job is described as documented, seen by its owner only, and closed for good once it is over', async () => {
    const id = idIn(await rest('POST', '/jobs/ingest', { object: 'Account', operation: 'insert' }));
    expect((await rest('GET', `/jobs/ingest/${id}`)).body).toMatchObject({
        state: 'Open',
        jobType: 'V2Ingest',
        contentUrl: `services/data/v66.0/jobs/ingest/${id}/batches`,
        lineEnding: 'LF',
        columnDelimiter: 'COMMA',
        numberRecordsProcessed: 0
    });
    expect((await restClient(org, 'asha.verma')('GET', `/jobs/ingest/${id}`)).status).toBe(404);
    expect((await rest('DELETE', `/jobs/ingest/${id}`)).status).toBe(400);
    expect((await rest('PATCH', `/jobs/ingest/${id}`, { state: 'Aborted' })).body).toMatchObject({ state: 'Aborted' });
    expect((await rest('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' })).status).toBe(400);
    expect((await rest('DELETE', `/jobs/ingest/${id}`)).status).toBe(204);
});

test('jsforce reads with a query job, over several pages', async () => {
    const records = await (
        await connection.bulk2.query(
            "SELECT Id, Name, Account.Name FROM Contact WHERE LastName = 'Gupta' ORDER BY Name"
        )
    ).toArray();
    expect(records).toMatchObject([
        { Name: 'Rajesh Gupta', 'Account.Name': 'Brightpath Schools' },
        { Name: 'Sunita Gupta', 'Account.Name': '' }
    ]);

    const id = idIn(await rest('POST', '/jobs/query', { operation: 'query', query: 'SELECT Id FROM Contact' }));
    const { url } = server;
    const pages: number[] = [];
    await rest('GET', `/jobs/query/${id}`);
    for (let locator: string | null = ''; locator !== 'null';) {
        const response: Response = await fetch(
            `${url}/services/data/v66.0/jobs/query/${id}/results?maxRecords=5${locator === '' ? '' : `&locator=${locator}`}`,
            { headers: { authorization: `Bearer ${connection.accessToken}` } }
        );
        pages.push(Number(response.headers.get('sforce-numberofrecords')));
        locator = response.headers.get('sforce-locator');
    }
    expect(pages).toEqual([5, 5, 2]);
});

test.each(['SELECT Gone__c FROM Contact', 'SELECT COUNT(Id) FROM Contact', 'not SOQL'])(
    'the query job "%s" is refused when it is made',
    async (query) => {
        expect(await rest('POST', '/jobs/query', { operation: 'query', query })).toMatchObject({
            status: 400,
            body: [{ errorCode: 'API_ERROR' }]
        });
    }
);

test('a deleted query job gives its number to no other', async () => {
    const query = { operation: 'query', query: 'SELECT Id FROM Lead' };
    const [one, two] = [idIn(await rest('POST', '/jobs/query', query)), idIn(await rest('POST', '/jobs/query', query))];
    expect((await rest('DELETE', `/jobs/query/${one}`)).status).toBe(204);
    const three = idIn(await rest('POST', '/jobs/query', query));
    expect(new Set([one, two, three]).size).toBe(3);
    expect((await rest('GET', `/jobs/query/${one}`)).status).toBe(404);
});
