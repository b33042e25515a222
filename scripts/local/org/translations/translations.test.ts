import type { Org } from '../org.ts';
import {
    deskPackage,
    fieldFiles,
    metadataFolder,
    permissionSetFile,
    validationRuleFile
} from '../../metadata/testing/metadataFolder.ts';
import type { RestClient } from '../testing/testOrg.ts';
import { at, createTestOrg, idIn, restClient } from '../testing/testOrg.ts';

const xml = (root: string, content: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${root}>`;
const noun = (caseType: string, plural: boolean, value: string): string =>
    `<caseValues><caseType>${caseType}</caseType><plural>${plural}</plural><value>${value}</value></caseValues>`;
const folder = 'main/desk/objectTranslations/Ticket__c-hi';

const label = (name: string, value: string): string =>
    `<labels><fullName>${name}</fullName><language>en_US</language><protected>false</protected><shortDescription>A word</shortDescription><value>${value}</value></labels>`;

const files = {
    ...deskPackage(),
    ...fieldFiles('Ticket__c', {
        Length__c:
            '<type>Text</type><formula>IF(Minutes__c &gt; 60, $Label.Long, $Label.Short)</formula><formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs>'
    }),
    'main/desk/labels/CustomLabels.labels-meta.xml': xml(
        'CustomLabels',
        label('Long', 'long') + label('Short', 'short')
    ),
    ...validationRuleFile('Ticket__c', 'No_Doors', 'Subject__c = "Door"', 'Subject__c'),
    ...permissionSetFile(
        'Clerk',
        ['Subject__c', 'State__c', 'Length__c', 'Minutes__c']
            .map(
                (field) =>
                    `<fieldPermissions><editable>true</editable><field>Ticket__c.${field}</field><readable>true</readable></fieldPermissions>`
            )
            .join('') +
            '<objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><object>Ticket__c</object></objectPermissions>'
    ),
    'main/desk/translations/hi.translation-meta.xml': xml(
        'Translations',
        '<customLabels><label>लंबा</label><name>Long</name></customLabels>'
    ),
    [`${folder}/Ticket__c-hi.objectTranslation-meta.xml`]: xml(
        'CustomObjectTranslation',
        `${noun('Nominative', false, 'टिकट')}${noun('Nominative', true, 'टिकटें')}${noun('Objective', true, 'टिकटों')}
        <nameFieldLabel>टिकट संख्या</nameFieldLabel>
        <validationRules><errorMessage>दरवाज़ों के लिए टिकट नहीं।</errorMessage><name>No_Doors</name></validationRules>`
    ),
    [`${folder}/State__c.fieldTranslation-meta.xml`]: xml(
        'CustomFieldTranslation',
        `<help>टिकट कहाँ तक पहुँचा।</help><label>स्थिति</label><name>State__c</name>
        <picklistValues><masterLabel>New!</masterLabel><translation>नया</translation></picklistValues>`
    )
};

let org: Org;
let clerk: RestClient;

beforeEach(async () => {
    org = await createTestOrg({ forceApp: metadataFolder(files) });
    const { store, users } = org;
    const user = { LastName: 'Clerk', Alias: 'clerk', Email: 'clerk@sunrise.example', LanguageLocaleKey: 'hi' };
    const [created] = store.create('User', [{ ...user, Username: 'clerk@sunrise.example' }], users.admin);
    const [set] = store.find({ object: 'PermissionSet' });
    store.create(
        'PermissionSetAssignment',
        [{ AssigneeId: created?.success ? created.id : null, PermissionSetId: set?.['Id'] ?? null }],
        users.admin
    );
    clerk = restClient(org, 'clerk');
});
afterEach(() => org.close());

const INFO = '/ui-api/object-info/Ticket__c';

test("an object, its fields and their help come in the user's language", async () => {
    const { body } = await clerk('GET', INFO);
    expect(body).toMatchObject({
        label: 'टिकट',
        labelPlural: 'टिकटें',
        fields: {
            Name: { label: 'टिकट संख्या' },
            State__c: { label: 'स्थिति', inlineHelpText: 'टिकट कहाँ तक पहुँचा।' },
            Subject__c: { label: 'Subject' }
        }
    });
});

test('picklist values are shown in the language and stored as they are', async () => {
    const values = await clerk('GET', `${INFO}/picklist-values/012000000000000AAA/State__c`);
    expect(at(values.body, 'values.0')).toMatchObject({ label: 'नया', value: 'New' });
    const id = idIn(await clerk('POST', '/sobjects/Ticket__c', { Key__c: 'K', State__c: 'New' }));
    const record = await clerk('GET', `/ui-api/records/${id}?fields=Ticket__c.State__c`);
    expect(at(record.body, 'fields.State__c')).toEqual({ displayValue: 'नया', value: 'New' });
    const graphql = await clerk('POST', '/graphql', {
        query: '{ uiapi { query { Ticket__c { edges { node { State__c { value displayValue } } } } } } }'
    });
    expect(at(graphql.body, 'data.uiapi.query.Ticket__c.edges.0.node.State__c')).toEqual({
        value: 'New',
        displayValue: 'नया'
    });
});

test('labels in a formula are in the language of whoever reads it', async () => {
    const id = idIn(await clerk('POST', '/sobjects/Ticket__c', { Key__c: 'K', Minutes__c: 90 }));
    const shown = async (as: RestClient): Promise<unknown> =>
        at((await as('GET', `/ui-api/records/${id}?fields=Ticket__c.Length__c`)).body, 'fields.Length__c.value');
    expect(await shown(clerk)).toBe('लंबा');
    expect(await shown(restClient(org, 'admin'))).toBe('long');
    org.store.update('Ticket__c', [{ id, values: { Minutes__c: 5 } }], org.users.admin);
    expect(await shown(clerk)).toBe('short');
});

test("what a validation rule says is said in the user's language", async () => {
    const refused = await clerk('POST', '/sobjects/Ticket__c', { Key__c: 'K', Subject__c: 'Door' });
    expect(refused.body).toMatchObject([{ message: 'दरवाज़ों के लिए टिकट नहीं।' }]);
});

test('users of another language read the texts of the package', async () => {
    const { body } = await restClient(org, 'admin')('GET', INFO);
    expect(body).toMatchObject({ label: 'Ticket', fields: { State__c: { label: 'State' } } });
});

test('a change of the language shows at once', async () => {
    const user = org.users.find('clerk');
    org.store.update('User', [{ id: user?.id ?? '', values: { LanguageLocaleKey: 'en_US' } }], org.users.admin);
    expect((await clerk('GET', INFO)).body).toMatchObject({ label: 'Ticket' });
});
