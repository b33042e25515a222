import { askOrg } from '../../../org/orgRequest.ts';
import type { OrgAnswer } from '../../../org/orgRequest.ts';
import { fieldName, objectName } from '../../../records/fieldReference.ts';
import type { FieldReference, ObjectReference } from '../../../records/fieldReference.ts';
import { LiveQueries } from '../../../records/liveQuery.ts';
import { wireAdapter } from '../../../wires/wireAdapter.ts';
import type { Stop } from '../../../wires/wireAdapter.ts';

interface WireResult {
    readonly data: unknown;
    readonly error: unknown;
}

const empty: WireResult = { data: undefined, error: undefined };
const queries = new LiveQueries();

function listen(path: string, emit: (result: WireResult) => void): Stop {
    return queries.listen(
        path,
        () => askOrg(path),
        (answer: OrgAnswer) =>
            emit(answer.ok ? { data: answer.content, error: undefined } : { data: undefined, error: answer })
    );
}

export const getObjectInfo = wireAdapter<{ objectApiName?: ObjectReference }, WireResult>(
    ({ objectApiName }, emit) =>
        objectApiName ? listen(`/ui-api/object-info/${objectName(objectApiName)}`, emit) : undefined,
    empty
);

export const getObjectInfos = wireAdapter<{ objectApiNames?: readonly ObjectReference[] }, WireResult>(
    ({ objectApiNames }, emit) =>
        objectApiNames && objectApiNames.length > 0
            ? listen(`/ui-api/object-info/batch/${objectApiNames.map(objectName).join(',')}`, emit)
            : undefined,
    empty
);

export const getPicklistValues = wireAdapter<
    { recordTypeId?: string | null; fieldApiName?: FieldReference },
    WireResult
>(({ recordTypeId, fieldApiName }, emit) => {
    if (!recordTypeId || !fieldApiName) {
        return undefined;
    }
    const [object, field] = fieldName(fieldApiName).split('.');
    return listen(`/ui-api/object-info/${object}/picklist-values/${recordTypeId}/${field}`, emit);
}, empty);

export const getPicklistValuesByRecordType = wireAdapter<
    { objectApiName?: ObjectReference; recordTypeId?: string | null },
    WireResult
>(
    ({ objectApiName, recordTypeId }, emit) =>
        objectApiName && recordTypeId
            ? listen(`/ui-api/object-info/${objectName(objectApiName)}/picklist-values/${recordTypeId}`, emit)
            : undefined,
    empty
);
