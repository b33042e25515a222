import { checkParts } from './checkParts.ts';
import { projectOf } from '../read/project.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const xml = (root: string, content: string): string => `<${root} ${NAMESPACE}>${content}</${root}>`;

const grant = (group: string, key: string, name: string): string => `<${group}><${key}>${name}</${key}></${group}>`;
const SET = 'force-app/main/desk/permissionsets/Clerk.permissionset-meta.xml';

const found = (file: string, text: string): string[] => checkParts(projectOf({ [file]: text })).map(({ what }) => what);

test.each([
    ['an own object', grant('objectPermissions', 'object', 'Ticket__c')],
    ['an own field', grant('fieldPermissions', 'field', 'Ticket__c.State__c')],
    ['an own field of a standard object', grant('fieldPermissions', 'field', 'Contact.Ticket_Key__c')],
    ['an own tab', grant('tabSettings', 'tab', 'Ticket__c')],
    ['a flow', grant('flowAccesses', 'flow', 'Send_Ticket')]
])('a packaged permission set may grant %s', (_what, content) => {
    expect(found(SET, xml('PermissionSet', content))).toEqual([]);
});

test.each([
    ['userPermissions', 'name', 'RunReports'],
    ['objectPermissions', 'object', 'Contact'],
    ['objectPermissions', 'object', 'UserExternalCredential'],
    ['fieldPermissions', 'field', 'Contact.Phone'],
    ['tabSettings', 'tab', 'standard-Contact'],
    ['externalCredentialPrincipalAccesses', 'externalCredentialPrincipal', 'Desk-Server']
])('a packaged permission set grants in vain: %s %s', (group, key, name) => {
    const set = xml('PermissionSet', grant(group, key, name));
    expect(found(SET, set)).toEqual([`An installed permission set does not grant ${name} (${group})`]);
    expect(found('config/org/permissionsets/Clerk.permissionset-meta.xml', set)).toEqual([]);
});

test.each([
    ['SharingRules', 'sharingRules/Ticket__c.sharingRules-meta.xml', 'config/org'],
    ['Translations', 'translations/hi.translation-meta.xml', 'config/hindi'],
    [
        'CustomObjectTranslation',
        'objectTranslations/Ticket__c-hi/Ticket__c-hi.objectTranslation-meta.xml',
        'config/hindi'
    ],
    ['CustomFieldTranslation', 'objectTranslations/Ticket__c-hi/State__c.fieldTranslation-meta.xml', 'config/hindi']
])('%s lie outside the package', (root, path, folder) => {
    expect(found(`force-app/main/desk/${path}`, xml(root, ''))).toEqual([
        `An installed package does not bring ${root}`
    ]);
    expect(found(`${folder}/${path}`, xml(root, ''))).toEqual([]);
});

test.each([
    ['Flow', 'config/org/flows/Send_Ticket.flow-meta.xml'],
    ['CustomLabels', 'config/hindi/labels/CustomLabels.labels-meta.xml'],
    ['PermissionSet', 'config/hindi/permissionsets/Clerk.permissionset-meta.xml']
])('%s are nothing for the part at %s', (root, file) => {
    expect(found(file, xml(root, ''))).toEqual([expect.stringContaining(`${root} is nothing for the part`)]);
});

test.each(['IsPersonAccount', '$Record.PersonMobilePhone', 'ISCHANGED({!$Record.Ticket_Key__pc})'])(
    '%s is nothing for orgs without person accounts',
    (text) => {
        const flow = xml('Flow', `<formulas><expression>${text}</expression></formulas>`);
        expect(found('force-app/main/desk/flows/Fill.flow-meta.xml', flow)).toEqual([
            expect.stringContaining('Only an org with person accounts has')
        ]);
        expect(found('config/persons/flows/Fill.flow-meta.xml', flow)).toEqual([]);
    }
);
