import { dialNumber } from 'c/convoxContract';
import { listField } from 'c/convoxListUpload';

/** Whether somebody must not be called; `hidden` from a user who may not read the field. */
export type DoNotCall = 'set' | 'clear' | 'hidden';

/** Somebody as a list of ConVox has them. */
export interface ListMember {
    readonly id: string;
    readonly contactId: string;
    readonly leadId: string;
    readonly name: string;
    /** Ten digits, or '' where there are none. */
    readonly number: string;
    readonly doNotCall: DoNotCall;
    /** The list's columns, in their order. */
    readonly columns: readonly string[];
}

/** Where a record comes from: its id, and the contact or lead that it stands for. */
export type ListMemberIds = Pick<ListMember, 'id' | 'contactId' | 'leadId'>;

/**
 * A record as a row of a list.
 * @param textOf the text of a field of the record, '' where it is empty
 * @param doNotCall the field's value, undefined where it is hidden
 * @param columns fields of the list's ten columns, in their order; '' for one that such records lack
 */
export function listMember(
    ids: ListMemberIds,
    columns: readonly string[],
    doNotCall: unknown,
    textOf: (field: string) => string
): ListMember {
    return {
        ...ids,
        name: `${textOf('FirstName')} ${textOf('LastName')}`.trim(),
        number: dialNumber(textOf('MobilePhone')) ?? dialNumber(textOf('Phone')) ?? '',
        doNotCall: doNotCall === undefined ? 'hidden' : doNotCall === true ? 'set' : 'clear',
        columns: columns.map((field) => (field === '' ? '' : listField(textOf(field))))
    };
}
