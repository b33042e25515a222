import { rowsOf, textOf } from 'c/convoxGraphqlRows';
import { listMember } from 'c/convoxListMember';
import type { ListMember } from 'c/convoxListMember';
import { textAt, valueAt } from 'c/convoxPath';

const COLUMNS = [
    'FirstName',
    'LastName',
    'Title',
    'CompanyOrAccount',
    'City',
    'State',
    'PostalCode',
    'Country',
    'Email',
    'Status'
];

export function readMembers(data: unknown): ListMember[] {
    return rowsOf(data, 'CampaignMember').map((row) => {
        const ids = { id: textOf(row, 'Id'), contactId: textOf(row, 'ContactId'), leadId: textOf(row, 'LeadId') };
        return listMember(ids, COLUMNS, valueAt(row, 'DoNotCall', 'value'), (field) => textOf(row, field));
    });
}

/** Where the next page begins; '' after the last. */
export function nextPage(data: unknown): string {
    const page = ['uiapi', 'query', 'CampaignMember', 'pageInfo'];
    return valueAt(data, ...page, 'hasNextPage') === true ? textAt(data, ...page, 'endCursor') : '';
}
