import account from '@salesforce/label/c.ConVox_RecordLink_Account';
import caseLabel from '@salesforce/label/c.ConVox_RecordLink_Case';
import contact from '@salesforce/label/c.ConVox_RecordLink_Contact';
import lead from '@salesforce/label/c.ConVox_RecordLink_Lead';
import type { LinkObject } from 'c/convoxCallRecord';

/** A kind of record that a call can be linked to, as the platform's record picker wants it. */
export interface LinkTarget {
    readonly value: LinkObject;
    readonly label: string;
    /** What it is found and shown by. */
    readonly display: { readonly primaryField: string };
    readonly matching: { readonly primaryField: { readonly fieldPath: string } };
}

function targetOf(value: LinkObject, label: string, fieldPath = 'Name'): LinkTarget {
    return { value, label, display: { primaryField: fieldPath }, matching: { primaryField: { fieldPath } } };
}

export const LINK_TARGETS: readonly LinkTarget[] = [
    targetOf('Contact', contact),
    targetOf('Lead', lead),
    targetOf('Account', account),
    targetOf('Case', caseLabel, 'CaseNumber')
];
