declare module 'lightning/uiRecordApi' {
    import type { WireAdapterConstructor } from 'lwc';

    /** A field import of `@salesforce/schema`. */
    export interface FieldId {
        readonly fieldApiName: string;
        readonly objectApiName: string;
    }

    /** `Object.Field`, spanning lookups by relationship name, or a schema import. */
    export type FieldReference = string | FieldId;

    export type FieldScalar = string | number | boolean | null;

    export interface FieldValue {
        readonly value: FieldScalar | RecordRepresentation;
        readonly displayValue: string | null;
    }

    /** The UI API's record, cut to the members the documentation promises for every record. */
    export interface RecordRepresentation {
        readonly apiName: string;
        readonly id: string;
        readonly fields: Readonly<Record<string, FieldValue>>;
        readonly lastModifiedById: string | null;
        readonly lastModifiedDate: string | null;
        readonly systemModstamp: string | null;
        readonly recordTypeId: string | null;
    }

    /** What a wire adapter of Lightning Data Service delivers: nothing yet, data, or an error to be parsed. */
    export interface WireResult<Data> {
        readonly data?: Data;
        readonly error?: unknown;
    }

    export type RecordResult = WireResult<RecordRepresentation>;

    export interface GetRecordConfig {
        recordId: string | undefined;
        fields?: readonly FieldReference[] | FieldReference;
        optionalFields?: readonly FieldReference[] | FieldReference;
        layoutTypes?: readonly ('Compact' | 'Full')[];
        modes?: readonly ('Create' | 'Edit' | 'View')[];
    }

    export interface GetRecordsConfig {
        records: readonly {
            recordIds: readonly string[];
            fields?: readonly FieldReference[];
            optionalFields?: readonly FieldReference[];
        }[];
    }

    export interface GetRecordsResult {
        readonly results: readonly { readonly statusCode: number; readonly result: RecordRepresentation }[];
    }

    export const getRecord: WireAdapterConstructor<GetRecordConfig, RecordResult>;
    export const getRecords: WireAdapterConstructor<GetRecordsConfig, WireResult<GetRecordsResult>>;

    export interface CreateRecordInput {
        apiName: string;
        fields: Readonly<Record<string, FieldScalar>>;
        allowSaveOnDuplicate?: boolean;
        triggerUserEmail?: boolean;
        triggerOtherEmail?: boolean;
        useDefaultRule?: boolean;
    }

    export interface UpdateRecordInput {
        /** Must hold `Id`. */
        fields: Readonly<Record<string, FieldScalar>>;
        allowSaveOnDuplicate?: boolean;
    }

    /** Rejects with a fetch response: `{ ok: false, status, statusText, body }`; see c/convoxErrors. */
    export function createRecord(recordInput: CreateRecordInput): Promise<RecordRepresentation>;
    /** `clientOptions.ifUnmodifiedSince` makes the update fail when the record changed since that date. */
    export function updateRecord(
        recordInput: UpdateRecordInput,
        clientOptions?: { ifUnmodifiedSince?: string }
    ): Promise<RecordRepresentation>;
    export function deleteRecord(recordId: string): Promise<void>;
    /** Tells the cache that these records changed elsewhere; wires that show them fetch again. */
    export function notifyRecordUpdateAvailable(recordIds: readonly { recordId: string }[]): Promise<void>;
    export function getFieldValue(
        record: RecordRepresentation | undefined,
        field: FieldReference
    ): FieldScalar | RecordRepresentation | undefined;
    export function getFieldDisplayValue(
        record: RecordRepresentation | undefined,
        field: FieldReference
    ): string | null | undefined;
}
