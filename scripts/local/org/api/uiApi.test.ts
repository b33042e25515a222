import type { Org } from '../org.ts';
import { deskPackage, metadataFolder } from '../../metadata/testing/metadataFolder.ts';
import type { RestClient } from '../testing/testOrg.ts';
import { createTestOrg, idIn, restClient } from '../testing/testOrg.ts';

let org: Org;
let call: RestClient;

beforeEach(async () => {
    org = await createTestOrg({ forceApp: metadataFolder(deskPackage()) });
    call = restClient(org, 'admin');
});
afterEach(() => org.close());

test('a record is created, read with display values and parents, updated and deleted', async () => {
    const team = idIn(
        await call('POST', '/ui-api/records', { apiName: 'Team__c', fields: { Code__c: 'A', Name: 'North' } })
    );
    const created = await call('POST', '/ui-api/records', {
        apiName: 'Ticket__c',
        fields: { Key__c: 'K', Team__c: team, Minutes__c: 1200 }
    });
    const id = idIn(created);
    const fields = ['State__c', 'Minutes__c', 'Team__r.Name', 'Contact__r.Name']
        .map((name) => `Ticket__c.${name}`)
        .join(',');
    const read = await call('GET', `/ui-api/records/${id}?fields=${fields}&optionalFields=Ticket__c.Gone__c`);

    expect(created).toMatchObject({ status: 201, body: { apiName: 'Ticket__c', fields: { Key__c: { value: 'K' } } } });
    expect(read).toMatchObject({
        status: 200,
        body: {
            apiName: 'Ticket__c',
            id,
            lastModifiedById: org.users.admin.id,
            fields: {
                State__c: { value: 'New', displayValue: 'New!' },
                Minutes__c: { value: 1200, displayValue: '1,200.0' },
                Team__r: { displayValue: 'North', value: { apiName: 'Team__c', fields: { Name: { value: 'North' } } } },
                Contact__r: { displayValue: null, value: null }
            }
        }
    });
    expect(await call('PATCH', `/ui-api/records/${id}`, { fields: { Subject__c: 'Door' } })).toMatchObject({
        status: 200,
        body: { fields: { Subject__c: { value: 'Door' } } }
    });
    expect(await call('DELETE', `/ui-api/records/${id}`)).toMatchObject({ status: 204 });
    expect(await call('GET', `/ui-api/records/${id}?fields=Ticket__c.Name`)).toMatchObject({ status: 404 });
});

test('a refused save tells its errors by field and for the page', async () => {
    const badField = await call('POST', '/ui-api/records', {
        apiName: 'Ticket__c',
        fields: { Key__c: 'K', State__c: 'Open' }
    });
    await call('POST', '/ui-api/records', { apiName: 'Ticket__c', fields: { Key__c: 'K' } });
    const duplicate = await call('POST', '/ui-api/records', { apiName: 'Ticket__c', fields: { Key__c: 'K' } });

    expect(badField).toMatchObject({
        status: 400,
        body: [
            {
                enhancedErrorType: 'RecordError',
                statusCode: 400,
                output: {
                    errors: [],
                    fieldErrors: {
                        State__c: [
                            {
                                errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
                                field: 'State__c',
                                fieldLabel: 'State'
                            }
                        ]
                    }
                }
            }
        ]
    });
    expect(duplicate).toMatchObject({
        body: [{ output: { errors: [{ errorCode: 'DUPLICATE_VALUE', field: null }], fieldErrors: {} } }]
    });
});

test('an update can insist on the record being as it was read', async () => {
    const id = idIn(await call('POST', '/ui-api/records', { apiName: 'Ticket__c', fields: { Key__c: 'K' } }));
    const since = (instant: string) =>
        call('PATCH', `/ui-api/records/${id}`, { fields: { Subject__c: 'x' } }, { 'If-Unmodified-Since': instant });

    for (const [earlier, same] of [
        ['Sun, 01 Mar 2026 09:59:59 GMT', 'Sun, 01 Mar 2026 10:00:00 GMT'],
        ['2026-03-01T09:59:59.000Z', '2026-03-01T10:00:00.000Z']
    ] as const) {
        expect(await since(earlier)).toMatchObject({
            status: 412,
            body: [{ errorCode: 'ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE' }]
        });
        expect((await since(same)).status).toBe(200);
    }
});

test('several records are read at once, each with its own status', async () => {
    const id = idIn(await call('POST', '/ui-api/records', { apiName: 'Ticket__c', fields: { Key__c: 'K' } }));

    expect((await call('GET', `/ui-api/records/batch/${id},nonsense?fields=Ticket__c.Key__c`)).body).toMatchObject({
        hasErrors: true,
        results: [
            { statusCode: 200, result: { id } },
            { statusCode: 400, result: [{ errorCode: 'INVALID_ID_FIELD' }] }
        ]
    });
});

test.each([
    ['/ui-api/records/ID', 'MISSING_ARGUMENT'],
    ['/ui-api/records/ID?fields=Ticket__c.Gone__c', 'INVALID_FIELD'],
    ['/ui-api/records/ID?fields=Team__c.Name', 'INVALID_FIELD'],
    ['/ui-api/records/ID?layoutTypes=Full', 'API_NOT_SUPPORTED'],
    ['/ui-api/object-info/Gone__c', 'INVALID_TYPE'],
    ['/ui-api/object-info/Ticket__c/picklist-values/012000000000000AAA/Subject__c', 'INVALID_FIELD'],
    ['/ui-api/object-info/Ticket__c/picklist-values/0125g0000000001AAA/State__c', 'NOT_FOUND'],
    ['/ui-api/related-list-info/Ticket__c', 'API_NOT_SUPPORTED']
])('%s is refused with %s', async (path, errorCode) => {
    const id = idIn(await call('POST', '/sobjects/Ticket__c', { Key__c: 'K' }));

    expect((await call('GET', path.replace('ID', id))).body).toMatchObject([{ errorCode }]);
});

test('object info and picklist values describe the object', async () => {
    expect((await call('GET', '/ui-api/object-info/Ticket__c')).body).toMatchObject({
        apiName: 'Ticket__c',
        nameFields: ['Name'],
        defaultRecordTypeId: '012000000000000AAA',
        fields: {
            Due_At__c: { dataType: 'DateTime', required: false },
            Key__c: { dataType: 'String', required: true, length: 12, unique: true },
            OwnerId: { dataType: 'Reference', polymorphicForeignKey: true, relationshipName: 'Owner' },
            Team__c: { referenceToInfos: [{ apiName: 'Team__c', nameFields: ['Name'] }] }
        }
    });
    expect((await call('GET', '/ui-api/object-info/Contact')).body).toMatchObject({
        nameFields: ['FirstName', 'LastName', 'Name'],
        fields: { LastName: { compoundFieldName: 'Name', required: true }, Phone: { dataType: 'Phone' } }
    });
    expect(
        (await call('GET', '/ui-api/object-info/Ticket__c/picklist-values/012000000000000AAA/State__c')).body
    ).toMatchObject({
        defaultValue: { value: 'New' },
        values: [{ value: 'New', label: 'New!' }, { value: 'Done' }]
    });
});
