import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import type { ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import type { WireResult } from 'lightning/uiRecordApi';

export type EntryInfo = Partial<WireResult<ObjectInfoRepresentation>>;

/** Whether the user may make list entries. Before the org has answered, and when it cannot, neither is known. */
export interface ListRights {
    readonly areGiven: boolean;
    readonly areLacking: boolean;
    readonly failure: ErrorReport | undefined;
}

/** An object without rights on it is none to the platform: it tells nothing of it. */
export function rightsOf({ data, error }: EntryInfo): ListRights {
    const report = error === undefined ? undefined : readError(error);
    const isHidden = report !== undefined && ['denied', 'gone', 'invalid'].includes(report.kind);
    return {
        areGiven: data?.createable === true,
        areLacking: isHidden || data?.createable === false,
        failure: isHidden ? undefined : report
    };
}
