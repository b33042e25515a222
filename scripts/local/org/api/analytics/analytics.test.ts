import type { Org } from '../../org.ts';
import { seedOrg } from '../../../../sample/org/seedOrg.ts';
import type { RestClient } from '../../testing/testOrg.ts';
import { at, createTestOrg, restClient } from '../../testing/testOrg.ts';

let org: Org;
let manager: RestClient;
let agent: RestClient;

const call = (reference: string, agentCode: string, minutesAgo: number, more: Record<string, string> = {}): object => ({
    Call_Reference__c: reference,
    Customer_Number__c: `98765000${reference.slice(-2)}`,
    Direction__c: 'Inbound',
    Status__c: 'Ended',
    Agent_Code__c: agentCode,
    Start_Day__c: '2026-03-01',
    Started_At__c: new Date(Date.parse('2026-03-01T10:00:00.000Z') - minutesAgo * 60_000).toISOString(),
    ...more
});

// The org's clock stands at 10:00 UTC, 15:30 in India.
beforeAll(async () => {
    org = await createTestOrg();
    seedOrg(org);
    manager = restClient(org, 'divya.menon');
    agent = restClient(org, 'asha.verma');
    const integration = restClient(org, 'integration');
    const saved = await integration('PATCH', '/composite/sobjects/ConVox_Call__c/Call_Reference__c', {
        records: [
            call('CALL01', 'AG_ASHA', 10),
            call('CALL02', 'AG_ASHA', 20, { Direction__c: 'Outbound', Status__c: 'Not Connected' }),
            call('CALL03', 'AG_RAVI', 30)
        ].map((fields) => ({ attributes: { type: 'ConVox_Call__c' }, ...fields }))
    });
    expect(JSON.stringify(saved.body)).not.toContain('"success":false');
});
afterAll(() => org.close());

function idOf(object: 'Report' | 'Dashboard', developerName: string): string {
    const where = { field: 'DeveloperName', operator: 'eq', value: developerName } as const;
    return String(org.store.find({ object, where })[0]?.['Id']);
}

describe('reports', () => {
    test('are listed with their addresses, by name', async () => {
        const { body } = await manager('GET', '/analytics/reports');
        const id = idOf('Report', 'Calls_by_Agent');
        const url = `/services/data/v66.0/analytics/reports/${id}`;
        expect(body).toContainEqual({
            id,
            name: 'How many calls does each agent handle?',
            url,
            describeUrl: `${url}/describe`,
            instancesUrl: `${url}/instances`
        });
    });

    test('answer with groups, a fact for each of them, and what both are made of', async () => {
        const { body, status } = await manager('GET', `/analytics/reports/${idOf('Report', 'Calls_by_Agent')}`);
        expect(status).toBe(200);
        expect(body).toMatchObject({
            allData: true,
            hasDetailRows: false,
            attributes: { type: 'Report', reportName: 'How many calls does each agent handle?' },
            groupingsDown: {
                groupings: [
                    { key: '0', label: 'Asha Verma', groupings: [{ key: '0_0' }, { key: '0_1' }] },
                    { key: '1', label: 'Ravi Kumar', groupings: [{ key: '1_0', label: 'Inbound' }] }
                ]
            },
            groupingsAcross: { groupings: [] },
            reportMetadata: {
                reportFormat: 'SUMMARY',
                reportType: { type: 'ConVox_Calls__c' },
                groupingsDown: [
                    { name: 'ConVox_Call__c.Agent__c', sortOrder: 'Desc', sortAggregate: 'RowCount' },
                    { name: 'ConVox_Call__c.Direction__c' }
                ],
                standardDateFilter: {
                    column: 'ConVox_Call__c.Start_Day__c',
                    durationValue: 'LAST_N_DAYS:7',
                    startDate: '2026-02-22',
                    endDate: '2026-03-01'
                }
            },
            reportExtendedMetadata: {
                groupingColumnInfo: { 'ConVox_Call__c.Agent__c': { label: 'Agent', groupingLevel: 0 } },
                aggregateColumnInfo: { FORMULA1: { label: 'Connect Rate', dataType: 'percent' } }
            }
        });
        const counts = ['T!T', '0!T', '0_0!T', '1!T'].map((key) => at(at(body, 'factMap'), key));
        expect(counts.map((fact) => at(fact, 'aggregates.4.value'))).toEqual([3, 2, 1, 1]);
        expect(at(counts[1], 'aggregates.3')).toEqual({ label: '50.0%', value: 50 });
        expect(at(counts[0], 'rows')).toBeUndefined();
    });

    test('bring their rows when they are asked to', async () => {
        const { body } = await manager('GET', `/analytics/reports/${idOf('Report', 'Agent_Day')}?includeDetails=true`);
        const fact = at(at(body, 'factMap'), '1!T');
        const labels = at(fact, 'rows.0.dataCells');
        expect(at(body, 'hasDetailRows')).toBe(true);
        expect(labels).toContainEqual({ label: '9876500003', value: '9876500003' });
    });

    test('are described with every column that their type offers', async () => {
        const { body } = await manager('GET', `/analytics/reports/${idOf('Report', 'Calls_by_Agent')}/describe`);
        expect(at(body, 'reportTypeMetadata.categories')).toContainEqual(
            expect.objectContaining({
                label: 'Call',
                columns: expect.objectContaining({
                    'ConVox_Call__c.Status__c': expect.objectContaining({ dataType: 'picklist' })
                })
            })
        );
    });

    test('are found by an id of 15 characters too', async () => {
        const id = idOf('Report', 'Calls_by_Agent').slice(0, 15);
        expect((await manager('GET', `/analytics/reports/${id}`)).status).toBe(200);
    });

    test.each(['00O000000000000AAA', 'nonsense'])('%s is no report', async (id) => {
        expect(await manager('GET', `/analytics/reports/${id}`)).toMatchObject({
            status: 404,
            body: [{ errorCode: 'NOT_FOUND' }]
        });
    });
});

describe('rows are those that the user may see', () => {
    test.each<[string, () => RestClient, number]>([
        ['the manager', () => manager, 3],
        ['an agent', () => agent, 2],
        ['the administrator', () => restClient(org, 'admin'), 3]
    ])('%s counts', async (_who, client, expected) => {
        const { body } = await client()('GET', `/analytics/reports/${idOf('Report', 'Calls_by_Agent')}`);
        expect(at(at(at(body, 'factMap'), 'T!T'), 'aggregates.4.value')).toBe(expected);
    });

    test.each(['/analytics/reports', '/analytics/dashboards'])(
        'who may not run reports gets none of %s',
        async (path) => {
            expect(await restClient(org, 'integration')('GET', path)).toMatchObject({
                status: 403,
                body: [{ errorCode: 'FORBIDDEN', message: expect.stringContaining('permission to run reports') }]
            });
        }
    );
});

describe('dashboards', () => {
    test('answer with every component, its report as it shows it, and its place in the grid', async () => {
        const id = idOf('Dashboard', 'ConVox_Manager');
        const { body } = await manager('GET', `/analytics/dashboards/${id}`);
        expect(at(body, 'dashboardMetadata')).toMatchObject({
            id,
            name: 'ConVox Manager',
            dashboardType: 'SpecifiedUser',
            runningUser: { displayName: 'Meera Iyer' },
            layout: { gridLayout: true, numColumns: 12, rowHeight: 36 }
        });
        expect(at(body, 'dashboardMetadata.components.0')).toMatchObject({
            componentData: 0,
            header: 'Calls today',
            reportId: idOf('Report', 'Agent_Day'),
            properties: { aggregates: [{ name: 'RowCount' }], groupings: null, visualizationType: 'Metric' }
        });
        expect(at(body, 'dashboardMetadata.layout.components.0')).toEqual({
            column: 0,
            row: 0,
            colspan: 3,
            rowspan: 5
        });
        expect(at(body, 'componentData.0')).toMatchObject({
            componentId: at(body, 'dashboardMetadata.components.0.id'),
            reportResult: { hasDetailRows: false, groupingsDown: { groupings: [] } },
            status: { dataStatus: 'DATA', refreshStatus: 'IDLE', refreshDate: '2026-03-01T10:00:00.000+0000' }
        });
    });

    test('are listed, described and asked for their state', async () => {
        const id = idOf('Dashboard', 'ConVox_Operations');
        const url = `/services/data/v66.0/analytics/dashboards/${id}`;
        expect((await manager('GET', '/analytics/dashboards')).body).toContainEqual({
            id,
            name: 'ConVox Operations',
            url,
            statusUrl: `${url}/status`
        });
        expect((await manager('GET', `/analytics/dashboards/${id}/describe`)).body).toMatchObject({ id, filters: [] });
        expect(
            at((await manager('GET', `/analytics/dashboards/${id}/status`)).body, 'componentStatus.0')
        ).toMatchObject({
            refreshStatus: 'IDLE'
        });
    });

    test('are open to the members of the group that their folder is shared with, and to nobody else', async () => {
        const id = idOf('Dashboard', 'ConVox_Manager');
        expect((await agent('GET', '/analytics/dashboards')).body).toEqual([]);
        expect((await agent('GET', `/analytics/dashboards/${id}`)).status).toBe(404);
    });
});
