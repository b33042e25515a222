import type { StandardObject } from './standardFields.ts';
import { email, field, lookup, owner, phone, picklist, text } from './standardFields.ts';

/** Campaigns and their members, as far as members are handed to ConVox. */
export const campaignObjects: Readonly<Record<string, StandardObject>> = {
    Campaign: {
        label: 'Campaign',
        pluralLabel: 'Campaigns',
        keyPrefix: '701',
        fields: [
            text('Name', 'Campaign Name', 80, { required: true, nameField: true }),
            owner(['User']),
            field('IsActive', 'Active', 'Checkbox'),
            picklist('Type', 'Type', ['Email', 'Telemarketing', 'Other']),
            picklist('Status', 'Status', ['*Planned', 'In Progress', 'Completed', 'Aborted']),
            field('Description', 'Description', 'LongTextArea', { length: 32000 })
        ]
    },
    // The platform copies a member's names and numbers from the contact or lead; here they are given.
    CampaignMember: {
        label: 'Campaign Member',
        pluralLabel: 'Campaign Members',
        keyPrefix: '00v',
        fields: [
            lookup(
                'CampaignId',
                'Campaign ID',
                ['Campaign'],
                { childRelationshipName: 'CampaignMembers' },
                { updateable: false, required: true }
            ),
            lookup(
                'ContactId',
                'Contact ID',
                ['Contact'],
                { childRelationshipName: 'CampaignMembers', onDelete: 'Cascade' },
                { updateable: false }
            ),
            lookup(
                'LeadId',
                'Lead ID',
                ['Lead'],
                { childRelationshipName: 'CampaignMembers', onDelete: 'Cascade' },
                { updateable: false }
            ),
            text('FirstName', 'First Name', 40),
            text('LastName', 'Last Name', 80),
            text('Title', 'Title', 128),
            text('CompanyOrAccount', 'Company (Account)', 255),
            text('City', 'City', 40),
            text('State', 'State/Province', 80),
            text('PostalCode', 'Zip/Postal Code', 20),
            text('Country', 'Country', 80),
            email('Email', 'Email'),
            phone('Phone', 'Phone'),
            phone('MobilePhone', 'Mobile'),
            field('DoNotCall', 'Do Not Call', 'Checkbox'),
            picklist('Status', 'Status', ['*Sent', 'Responded'])
        ]
    }
};
