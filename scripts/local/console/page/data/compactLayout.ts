import { composition } from '../../platform/session.ts';

/** Salesforce's own compact layouts, for objects that the package assigns none. */
const SYSTEM_DEFAULTS: Readonly<Record<string, readonly string[]>> = {
    Account: ['Name', 'Type', 'Phone', 'Website', 'OwnerId', 'Industry'],
    Case: ['CaseNumber', 'Subject', 'Status', 'Priority', 'ContactId', 'OwnerId'],
    Contact: ['Name', 'Title', 'AccountId', 'Phone', 'MobilePhone', 'Email', 'OwnerId'],
    Lead: ['Name', 'Title', 'Company', 'Phone', 'MobilePhone', 'Email', 'Status']
};

/** The fields that stand for an object's record where there is room for a few only, the name first. */
export function compactLayoutOf(objectApiName: string): readonly string[] {
    return composition.compactLayouts[objectApiName] ?? SYSTEM_DEFAULTS[objectApiName] ?? ['Name'];
}
