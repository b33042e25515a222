import { analyticsObjects } from './analyticsObjects.ts';
import { campaignObjects } from './campaignObjects.ts';
import { caseObject } from './caseObject.ts';
import { notificationObjects } from './notificationObjects.ts';
import type { StandardObject } from './standardFields.ts';
import { address, email, field, lookup, owner, personName, phone, picklist, text } from './standardFields.ts';

const leadSources = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'];
const leadStatuses = ['*Open - Not Contacted', 'Working - Contacted', 'Closed - Converted', 'Closed - Not Converted'];
const industries = ['Agriculture', 'Banking', 'Education', 'Finance', 'Healthcare', 'Retail', 'Technology', 'Other'];

const fixed = { updateable: false } as const;
const mandatory = { ...fixed, required: true } as const;
/** Names, labels, lengths and picklist values as a new English org has them (Object Reference, API 66.0). */
export const standardObjects: Readonly<Record<string, StandardObject>> = {
    User: {
        label: 'User',
        pluralLabel: 'Users',
        keyPrefix: '005',
        fields: [
            ...personName(),
            text('Username', 'Username', 80, { required: true, unique: true }),
            email('Email', 'Email', { length: 128, required: true }),
            text('Alias', 'Alias', 8, { required: true }),
            field('IsActive', 'Active', 'Checkbox', { defaultValue: 'true' }),
            picklist('UserType', 'User Type', ['*Standard', 'AutomatedProcess', 'CloudIntegrationUser'], {
                createable: false,
                updateable: false
            }),
            text('TimeZoneSidKey', 'Time Zone', 40, { required: true, defaultValue: '"Asia/Kolkata"' }),
            text('LocaleSidKey', 'Locale', 40, { required: true, defaultValue: '"en_IN"' }),
            text('LanguageLocaleKey', 'Language', 40, { required: true, defaultValue: '"en_US"' }),
            phone('Phone', 'Phone'),
            phone('MobilePhone', 'Mobile'),
            lookup('ProfileId', 'Profile ID', ['Profile'], { childRelationshipName: 'Users' })
        ]
    },
    Organization: {
        label: 'Organization',
        pluralLabel: 'Organizations',
        keyPrefix: '00D',
        fields: [
            text('Name', 'Name', 80, { required: true, nameField: true }),
            text('OrganizationType', 'Edition', 40),
            text('InstanceName', 'Instance Name', 5),
            text('NamespacePrefix', 'Namespace Prefix', 15),
            field('IsSandbox', 'Is Sandbox', 'Checkbox'),
            field('TrialExpirationDate', 'Trial Expiration Date', 'DateTime')
        ]
    },
    Profile: {
        label: 'Profile',
        pluralLabel: 'Profile',
        keyPrefix: '00e',
        fields: [text('Name', 'Name', 255, { required: true, nameField: true, unique: true })]
    },
    Group: {
        label: 'Group',
        pluralLabel: 'Group',
        keyPrefix: '00G',
        fields: [
            text('Name', 'Name', 40, { required: true, nameField: true }),
            text('DeveloperName', 'Developer Name', 80),
            picklist('Type', 'Type', ['*Queue', 'Regular'], { required: true })
        ]
    },
    GroupMember: {
        label: 'Group Member',
        pluralLabel: 'Group Member',
        keyPrefix: '011',
        fields: [
            lookup('GroupId', 'Group ID', ['Group'], { childRelationshipName: 'GroupMembers' }, mandatory),
            lookup('UserOrGroupId', 'User/Group ID', ['Group', 'User'], {}, mandatory)
        ]
    },
    PermissionSet: {
        label: 'Permission Set',
        pluralLabel: 'Permission Sets',
        keyPrefix: '0PS',
        fields: [
            text('Name', 'Permission Set Name', 80, { required: true, nameField: true, unique: true }),
            text('Label', 'Permission Set Label', 80, { required: true }),
            text('Description', 'Description', 255),
            field('PermissionsModifyAllData', 'Modify All Data', 'Checkbox')
        ]
    },
    PermissionSetAssignment: {
        label: 'Permission Set Assignment',
        pluralLabel: 'Permission Set Assignments',
        keyPrefix: '0Pa',
        fields: [
            lookup(
                'AssigneeId',
                'Assignee ID',
                ['User'],
                { childRelationshipName: 'PermissionSetAssignments' },
                mandatory
            ),
            // One of the two: a set by itself, or the sets of a group.
            lookup(
                'PermissionSetId',
                'PermissionSet ID',
                ['PermissionSet'],
                { childRelationshipName: 'Assignments' },
                fixed
            ),
            lookup(
                'PermissionSetGroupId',
                'Permission Set Group ID',
                ['PermissionSetGroup'],
                { childRelationshipName: 'Assignments' },
                fixed
            )
        ]
    },
    PermissionSetGroup: {
        label: 'Permission Set Group',
        pluralLabel: 'Permission Set Groups',
        keyPrefix: '0PG',
        fields: [
            text('DeveloperName', 'API Name', 80, { required: true, nameField: true, unique: true }),
            text('MasterLabel', 'Label', 80, { required: true }),
            field('Description', 'Description', 'TextArea', { length: 255 }),
            picklist('Status', 'Status', ['*Updated', 'Outdated', 'Updating', 'Failed'])
        ]
    },
    PermissionSetGroupComponent: {
        label: 'Permission Set Group Component',
        pluralLabel: 'Permission Set Group Components',
        keyPrefix: '0PM',
        fields: [
            lookup(
                'PermissionSetGroupId',
                'Permission Set Group ID',
                ['PermissionSetGroup'],
                { childRelationshipName: 'PermissionSetGroupComponents' },
                mandatory
            ),
            lookup(
                'PermissionSetId',
                'PermissionSet ID',
                ['PermissionSet'],
                { childRelationshipName: 'PermissionSetGroupComponents' },
                mandatory
            )
        ]
    },
    ...notificationObjects,
    CspTrustedSite: {
        label: 'Trusted URL',
        pluralLabel: 'Trusted URLs',
        keyPrefix: '08y',
        fields: [
            text('DeveloperName', 'API Name', 80, { required: true, nameField: true }),
            text('EndpointUrl', 'URL', 255, { required: true }),
            field('IsActive', 'Active', 'Checkbox'),
            field('IsApplicableToMediaSrc', 'media-src', 'Checkbox')
        ]
    },
    ...analyticsObjects,
    Account: {
        label: 'Account',
        pluralLabel: 'Accounts',
        keyPrefix: '001',
        fields: [
            text('Name', 'Account Name', 255, { required: true, nameField: true }),
            owner(['User']),
            lookup('ParentId', 'Parent Account ID', ['Account'], { childRelationshipName: 'ChildAccounts' }),
            text('AccountNumber', 'Account Number', 40),
            phone('Phone', 'Account Phone'),
            field('Website', 'Website', 'Url', { length: 255 }),
            picklist('Type', 'Account Type', ['Prospect', 'Customer - Direct', 'Customer - Channel', 'Other']),
            picklist('Industry', 'Industry', industries),
            ...address('Billing', 'Billing '),
            field('Description', 'Account Description', 'LongTextArea', { length: 32000 })
        ]
    },
    Contact: {
        label: 'Contact',
        pluralLabel: 'Contacts',
        keyPrefix: '003',
        fields: [
            ...personName(),
            picklist('Salutation', 'Salutation', ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.'], { length: 40 }),
            owner(['User']),
            lookup('AccountId', 'Account ID', ['Account'], { childRelationshipName: 'Contacts', onDelete: 'Cascade' }),
            phone('Phone', 'Business Phone'),
            phone('MobilePhone', 'Mobile Phone'),
            phone('HomePhone', 'Home Phone'),
            phone('OtherPhone', 'Other Phone'),
            phone('AssistantPhone', 'Asst. Phone'),
            email('Email', 'Email'),
            text('Title', 'Title', 128),
            text('Department', 'Department', 80),
            picklist('LeadSource', 'Lead Source', leadSources),
            field('Birthdate', 'Birthdate', 'Date'),
            field('DoNotCall', 'Do Not Call', 'Checkbox'),
            ...address('Mailing', 'Mailing '),
            field('Description', 'Contact Description', 'LongTextArea', { length: 32000 })
        ]
    },
    Lead: {
        label: 'Lead',
        pluralLabel: 'Leads',
        keyPrefix: '00Q',
        fields: [
            ...personName(),
            picklist('Salutation', 'Salutation', ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.'], { length: 40 }),
            owner(),
            text('Company', 'Company', 255, { required: true }),
            text('Title', 'Title', 128),
            phone('Phone', 'Phone'),
            phone('MobilePhone', 'Mobile Phone'),
            email('Email', 'Email'),
            field('Website', 'Website', 'Url', { length: 255 }),
            picklist('Status', 'Status', leadStatuses, { required: true }),
            picklist('LeadSource', 'Lead Source', leadSources),
            picklist('Industry', 'Industry', industries),
            field('DoNotCall', 'Do Not Call', 'Checkbox'),
            field('IsConverted', 'Converted', 'Checkbox', { createable: false, updateable: false }),
            ...address('', ''),
            field('Description', 'Description', 'LongTextArea', { length: 32000 })
        ]
    },
    ...campaignObjects,
    ...caseObject
};
