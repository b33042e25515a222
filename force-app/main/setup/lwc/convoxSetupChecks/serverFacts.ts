import { isSet, textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';

export interface ServerFacts {
    readonly id: string;
    readonly name: string;
    readonly isDefault: boolean;
    /** As the gateway calls it; '' for a default server that needs none. */
    readonly code: string;
    /** IANA name. */
    readonly timeZone: string;
    readonly dialect: string;
    /** Where its recordings are heard, however it ends; '' for nowhere. */
    readonly recordings: string;
    readonly arePhoneKeysFilled: boolean;
}

/** A server whose record names no dialect speaks the sheet. */
export function serverFacts(row: GraphqlRow): ServerFacts {
    return {
        id: textOf(row, 'Id'),
        name: textOf(row, 'Name'),
        isDefault: isSet(row, 'Is_Default__c'),
        code: textOf(row, 'Code__c'),
        timeZone: textOf(row, 'Time_Zone__c'),
        dialect: textOf(row, 'Dialect__c') || 'sheet',
        recordings: textOf(row, 'Recordings_Base__c').replace(/\/$/, ''),
        arePhoneKeysFilled: isSet(row, 'Phone_Keys_Filled__c')
    };
}
