import { dialNumber } from 'c/convoxContract';
import { isSet, rowsOf, textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';
import { textAt, valueAt } from 'c/convoxPath';
import { listField } from 'c/convoxListUpload';
import { labels } from './labels.ts';

/** A member of a campaign as a list of ConVox has it. */
export interface Member {
    readonly id: string;
    readonly contactId: string;
    readonly leadId: string;
    readonly name: string;
    /** Ten digits, or '' where there are none. */
    readonly number: string;
    readonly isNotToBeCalled: boolean;
    /** The list's columns, in their order. */
    readonly columns: readonly string[];
}

/** A member who is not in the list, or of whom nobody knows, and why. */
export interface LeftOut {
    readonly id: string;
    readonly name: string;
    readonly number: string;
    readonly why: string;
}

export interface Plan {
    readonly rows: readonly Member[];
    readonly leftOut: readonly LeftOut[];
}

/** The process whose list is filled, and its server as the gateway calls it. */
export interface ListOwner {
    readonly process: string;
    readonly serverId: string;
    readonly server: string;
}

const COLUMNS = [
    'FirstName',
    'LastName',
    'Title',
    'CompanyOrAccount',
    'City',
    'State',
    'PostalCode',
    'Country',
    'Email'
];

export function readMembers(data: unknown): Member[] {
    return rowsOf(data, 'CampaignMember').map((row) => ({
        id: textOf(row, 'Id'),
        contactId: textOf(row, 'ContactId'),
        leadId: textOf(row, 'LeadId'),
        name: `${textOf(row, 'FirstName')} ${textOf(row, 'LastName')}`.trim(),
        number: dialNumber(textOf(row, 'MobilePhone')) ?? dialNumber(textOf(row, 'Phone')) ?? '',
        isNotToBeCalled: isSet(row, 'DoNotCall'),
        columns: [...COLUMNS, 'Status'].map((field) => listField(textOf(row, field)))
    }));
}

/** Where the next page begins; '' after the last. */
export function nextPage(data: unknown): string {
    const page = ['uiapi', 'query', 'CampaignMember', 'pageInfo'];
    return valueAt(data, ...page, 'hasNextPage') === true ? textAt(data, ...page, 'endCursor') : '';
}

/** Those of servers that know lists: the web service alone does. */
export function readLists(data: unknown): ListOwner[] {
    const [standard] = rowsOf(data, 'ConVox_Server__c');
    return rowsOf(data, 'ConVox_Process__c')
        .map((row) => ownerIn(row, standard))
        .flatMap(({ dialect, ...owner }) => (dialect === 'webService' ? [owner] : []));
}

function ownerIn(row: GraphqlRow, standard: GraphqlRow | undefined): ListOwner & { readonly dialect: string } {
    const process = textOf(row, 'Process_Code__c');
    const serverId = textOf(row, 'Server__c');
    const isDefault = serverId === '' || isSet(row, 'Server__r.Is_Default__c');
    return isDefault
        ? { process, serverId: textOf(standard, 'Id'), server: 'default', dialect: textOf(standard, 'Dialect__c') }
        : { process, serverId, server: textOf(row, 'Server__r.Code__c'), dialect: textOf(row, 'Server__r.Dialect__c') };
}

/** Who is handed over: whoever may be called, each number once. */
export function planOf(members: readonly Member[]): Plan {
    const seen = new Set<string>();
    const rows: Member[] = [];
    const leftOut: LeftOut[] = [];
    for (const member of members) {
        const why = reasonAgainst(member, seen);
        seen.add(member.number);
        if (why === '') {
            rows.push(member);
        } else {
            leftOut.push({ id: member.id, name: member.name, number: member.number, why });
        }
    }
    return { rows, leftOut };
}

function reasonAgainst({ number, isNotToBeCalled }: Member, seen: ReadonlySet<string>): string {
    if (number === '') {
        return labels.noNumber;
    }
    if (isNotToBeCalled) {
        return labels.doNotCall;
    }
    return seen.has(number) ? labels.twice : '';
}
