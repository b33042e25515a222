import type { Project } from '../read/project.ts';
import { projectOf, withFile } from '../read/project.ts';
import { reportFiles, reportsAt } from './sampleReports.ts';
import { componentPaths, sampleComponents } from './sampleComponents.ts';
import { sampleFlows } from './sampleFlows.ts';
import { samplePages } from './samplePages.ts';
import { sampleTranslations, translationPaths } from './sampleTranslations.ts';
import { xml } from './sampleXml.ts';

/** Paths of the sample's files, by what they are. */
export const at = {
    object: 'force-app/main/calls/objects/Ticket__c/Ticket__c.object-meta.xml',
    compactLayout: 'force-app/main/calls/objects/Ticket__c/compactLayouts/Ticket_Compact.compactLayout-meta.xml',
    key: 'force-app/main/calls/objects/Ticket__c/fields/Key__c.field-meta.xml',
    state: 'force-app/main/calls/objects/Ticket__c/fields/State__c.field-meta.xml',
    contact: 'force-app/main/calls/objects/Ticket__c/fields/Contact__c.field-meta.xml',
    phoneKey: 'force-app/main/calls/objects/Ticket__c/fields/Phone_Key__c.field-meta.xml',
    minutes: 'force-app/main/calls/objects/Ticket__c/fields/Minutes__c.field-meta.xml',
    listView: 'force-app/main/calls/objects/Ticket__c/listViews/Open.listView-meta.xml',
    layout: 'force-app/main/calls/layouts/Ticket__c-Ticket Layout.layout-meta.xml',
    tab: 'force-app/main/calls/tabs/Ticket__c.tab-meta.xml',
    send: 'force-app/main/calls/flows/Send_Ticket.flow-meta.xml',
    trigger: 'force-app/main/calls/flows/Ticket_After_Save.flow-meta.xml',
    fillKey: 'force-app/main/calls/flows/Ticket_Before_Save.flow-meta.xml',
    registration: 'force-app/main/calls/externalServiceRegistrations/Desk.externalServiceRegistration-meta.xml',
    namedCredential: 'force-app/main/calls/namedCredentials/Desk.namedCredential-meta.xml',
    externalCredential: 'force-app/main/calls/externalCredentials/Desk.externalCredential-meta.xml',
    permissionSet: 'force-app/main/desk/permissionsets/Clerk.permissionset-meta.xml',
    permissionSetGroup: 'force-app/main/desk/permissionsetgroups/Clerks.permissionsetgroup-meta.xml',
    utilityBar: 'force-app/main/desk/flexipages/Bar.flexipage-meta.xml',
    recordPage: 'force-app/main/desk/flexipages/Ticket_Page.flexipage-meta.xml',
    group: 'force-app/main/desk/groups/Night_Shift.group-meta.xml',
    sharingRules: 'config/org/sharingRules/Ticket__c.sharingRules-meta.xml',
    app: 'force-app/main/desk/applications/Desk.app-meta.xml',
    ...reportsAt,
    labels: 'force-app/main/desk/labels/CustomLabels.labels-meta.xml',
    page: 'force-app/main/desk/pages/Greeting.page-meta.xml',
    markup: 'force-app/main/desk/pages/Greeting.page',
    ...translationPaths,
    channel: 'force-app/main/desk/messageChannels/TicketChanged.messageChannel-meta.xml',
    ...componentPaths
} as const;

export type SampleFile = keyof typeof at;

const field = (name: string, body: string): string =>
    xml(
        'CustomField',
        `<fullName>${name}</fullName>\n${body
            .replace('@', '<description>What it holds.</description>')
            .replace('<label>', '<inlineHelpText>What to know of it.</inlineHelpText><label>')}`
    );

const operation = {
    operationId: 'sendTicket',
    parameters: [
        { name: 'key', in: 'formData', type: 'string', required: true },
        { name: 'note', in: 'formData', type: 'string' }
    ],
    produces: ['text/plain'],
    responses: {
        200: { description: 'What the desk says.', schema: { type: 'string' } },
        400: { description: 'What is wrong.', schema: { type: 'string' } }
    }
};
const swagger = JSON.stringify({
    swagger: '2.0',
    info: { title: 'Desk', version: '1.0.0' },
    paths: { '/tickets': { post: { ...operation, consumes: ['application/x-www-form-urlencoded'] } } }
});

const files: Readonly<Record<SampleFile, string>> = {
    object: xml(
        'CustomObject',
        `<compactLayoutAssignment>Ticket_Compact</compactLayoutAssignment><deploymentStatus>Deployed</deploymentStatus>
        <enableHistory>true</enableHistory><enableReports>true</enableReports><label>Ticket</label><nameField><displayFormat>T-{0000}</displayFormat><label>Ticket</label><type>AutoNumber</type></nameField>
        <pluralLabel>Tickets</pluralLabel><searchLayouts><searchResultsAdditionalFields>State__c</searchResultsAdditionalFields></searchLayouts><sharingModel>Private</sharingModel>`
    ),
    compactLayout: xml(
        'CompactLayout',
        '<fullName>Ticket_Compact</fullName><fields>Name</fields><fields>State__c</fields><label>Ticket</label>'
    ),
    key: field(
        'Key__c',
        '<caseSensitive>true</caseSensitive>@<externalId>true</externalId><label>Key</label><length>20</length><required>true</required><type>Text</type><unique>true</unique>'
    ),
    state: field(
        'State__c',
        `@<label>State</label><required>false</required><trackHistory>true</trackHistory><type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>
        <value><fullName>Open</fullName><default>true</default><label>Open</label></value><value><fullName>Sent</fullName><default>false</default><label>Sent</label></value></valueSetDefinition></valueSet>`
    ),
    contact: field(
        'Contact__c',
        '<deleteConstraint>SetNull</deleteConstraint>@<label>Contact</label><referenceTo>Contact</referenceTo><relationshipName>Tickets</relationshipName><required>false</required><type>Lookup</type>'
    ),
    phoneKey: field(
        'Phone_Key__c',
        '@<label>Phone Key</label><length>20</length><required>false</required><type>Text</type>'
    ),
    minutes: field(
        'Minutes__c',
        '@<label>Minutes</label><precision>4</precision><required>false</required><scale>0</scale><type>Number</type>'
    ),
    listView: xml(
        'ListView',
        `<fullName>Open</fullName><columns>NAME</columns><columns>State__c</columns><filterScope>Everything</filterScope>
        <filters><field>State__c</field><operation>equals</operation><value>Open</value></filters><label>Open</label>`
    ),
    layout: xml(
        'Layout',
        `<layoutSections><customLabel>true</customLabel><detailHeading>true</detailHeading><editHeading>true</editHeading><label>Ticket</label>
        <layoutColumns><layoutItems><behavior>Required</behavior><field>Key__c</field></layoutItems></layoutColumns><layoutColumns /><style>TwoColumnsTopToBottom</style></layoutSections>
        <platformActionList><actionListContext>Record</actionListContext><platformActionListItems><actionName>Ticket__c.Ring</actionName><actionType>QuickAction</actionType><sortOrder>0</sortOrder></platformActionListItems>
        <platformActionListItems><actionName>Edit</actionName><actionType>StandardButton</actionType><sortOrder>1</sortOrder></platformActionListItems></platformActionList>
        <relatedLists><fields>NAME</fields><relatedList>Ticket__c.Contact__c</relatedList></relatedLists>`
    ),
    tab: xml('CustomTab', '<customObject>true</customObject><motif>Custom18: Form</motif>'),
    ...sampleFlows,
    registration: xml(
        'ExternalServiceRegistration',
        `<label>Desk</label><namedCredentialReference>Desk</namedCredentialReference><operations><active>true</active><name>sendticket</name></operations>
        <schema><![CDATA[${swagger}]]></schema><schemaType>OpenApi</schemaType><status>Complete</status>`
    ),
    namedCredential: xml(
        'NamedCredential',
        `<label>Desk</label><namedCredentialParameters><parameterName>Url</parameterName><parameterType>Url</parameterType><parameterValue>https://desk.example.com</parameterValue></namedCredentialParameters>
        <namedCredentialParameters><externalCredential>Desk</externalCredential><parameterName>ExternalCredential</parameterName><parameterType>Authentication</parameterType></namedCredentialParameters>
        <namedCredentialType>SecuredEndpoint</namedCredentialType>`
    ),
    externalCredential: xml(
        'ExternalCredential',
        `<authenticationProtocol>Custom</authenticationProtocol><externalCredentialParameters><parameterGroup>Server</parameterGroup><parameterName>Server</parameterName>
        <parameterType>NamedPrincipal</parameterType><sequenceNumber>1</sequenceNumber></externalCredentialParameters><label>Desk</label>`
    ),
    permissionSet: xml(
        'PermissionSet',
        `<applicationVisibilities><application>Desk</application><visible>true</visible></applicationVisibilities>
        <externalCredentialPrincipalAccesses><enabled>true</enabled><externalCredentialPrincipal>Desk-Server</externalCredentialPrincipal></externalCredentialPrincipalAccesses>
        ${['Contact__c', 'Minutes__c', 'Phone_Key__c', 'State__c'].map((name) => `<fieldPermissions><editable>true</editable><field>Ticket__c.${name}</field><readable>true</readable></fieldPermissions>`).join('')}
        <flowAccesses><enabled>true</enabled><flow>Send_Ticket</flow></flowAccesses><label>Clerk</label>
        <objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Ticket__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>
        <objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>UserExternalCredential</object><viewAllRecords>false</viewAllRecords></objectPermissions>
        <pageAccesses><apexPage>Greeting</apexPage><enabled>true</enabled></pageAccesses>
        <tabSettings><tab>Ticket__c</tab><visibility>Visible</visibility></tabSettings>
        <userPermissions><enabled>true</enabled><name>RunReports</name></userPermissions>`
    ),
    permissionSetGroup: xml(
        'PermissionSetGroup',
        '<label>Clerks</label><permissionSets>Clerk</permissionSets><status>Updated</status>'
    ),
    group: xml('Group', '<doesIncludeBosses>false</doesIncludeBosses><name>Night Shift</name>'),
    sharingRules: xml(
        'SharingRules',
        `<sharingCriteriaRules><fullName>Named</fullName><accessLevel>Read</accessLevel><label>Named</label><sharedTo><allInternalUsers></allInternalUsers></sharedTo>
        <criteriaItems><field>State__c</field><operation>equals</operation><value>Open</value></criteriaItems><includeRecordsOwnedByAll>true</includeRecordsOwnedByAll></sharingCriteriaRules>
        <sharingOwnerRules><fullName>Night_Shift</fullName><accessLevel>Edit</accessLevel><label>Night Shift</label><sharedTo><group>Night_Shift</group></sharedTo>
        <sharedFrom><allInternalUsers></allInternalUsers></sharedFrom></sharingOwnerRules>`
    ),
    app: xml(
        'CustomApplication',
        `<actionOverrides><actionName>View</actionName><content>Ticket_Page</content><formFactor>Large</formFactor><skipRecordTypeSelect>false</skipRecordTypeSelect><type>Flexipage</type><pageOrSobjectType>Ticket__c</pageOrSobjectType></actionOverrides>
        <label>Desk</label><navType>Console</navType><tabs>standard-Contact</tabs><tabs>Ticket__c</tabs><uiType>Lightning</uiType><utilityBar>Bar</utilityBar>
        <workspaceConfig><mappings><tab>Ticket__c</tab></mappings><mappings><tab>standard-Contact</tab></mappings></workspaceConfig>`
    ),
    ...reportFiles,
    labels: xml(
        'CustomLabels',
        '<labels><fullName>Phone_Title</fullName><language>en_US</language><protected>false</protected><shortDescription>Title</shortDescription><value>Phone</value></labels>' +
            '<labels><fullName>Greeting_Title</fullName><language>en_US</language><protected>false</protected><shortDescription>Greeting</shortDescription><value>Hello</value></labels>'
    ),
    ...samplePages,
    ...sampleTranslations,
    channel: xml(
        'LightningMessageChannel',
        '<isExposed>false</isExposed><lightningMessageFields><fieldName>ticketId</fieldName></lightningMessageFields><masterLabel>Ticket Changed</masterLabel>'
    ),
    ...sampleComponents
};

/** A small package without a fault. */
export const sampleFiles: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(at).map(([name, path]) => [path, Object.entries(files).find(([key]) => key === name)?.[1] ?? ''])
);

let sample: Project | undefined;

/**
 * The sample with one thing changed.
 * @param plant replaces `from` in the file; a text that is not there is a mistake in the test
 */
export function sampleWith(file: SampleFile, plant: { readonly from: string; readonly to: string }): Project {
    const text = files[file];
    if (!text.includes(plant.from)) {
        throw new Error(`"${plant.from}" is not in the sample's ${file}`);
    }
    sample ??= projectOf(sampleFiles);
    return withFile(sample, at[file], text.replaceAll(plant.from, plant.to));
}
