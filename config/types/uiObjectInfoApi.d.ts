declare module 'lightning/uiObjectInfoApi' {
    import type { WireAdapterConstructor } from 'lwc';
    import type { FieldReference, WireResult } from 'lightning/uiRecordApi';

    export interface FieldRepresentation {
        readonly apiName: string;
        readonly label: string;
        readonly dataType: string;
        readonly length: number;
        readonly required: boolean;
        readonly createable: boolean;
        readonly updateable: boolean;
        readonly unique: boolean;
        readonly externalId: boolean;
        readonly relationshipName: string | null;
        readonly referenceToInfos: readonly { readonly apiName: string; readonly nameFields: readonly string[] }[];
        readonly inlineHelpText: string | null;
    }

    export interface ObjectInfoRepresentation {
        readonly apiName: string;
        readonly label: string;
        readonly labelPlural: string;
        readonly keyPrefix: string | null;
        readonly createable: boolean;
        readonly updateable: boolean;
        readonly deletable: boolean;
        readonly queryable: boolean;
        readonly nameFields: readonly string[];
        readonly defaultRecordTypeId: string | null;
        readonly fields: Readonly<Record<string, FieldRepresentation>>;
    }

    export interface ObjectInfosResult {
        readonly results: readonly { readonly statusCode: number; readonly result: ObjectInfoRepresentation }[];
    }

    export interface PicklistValue {
        readonly label: string;
        readonly value: string;
        readonly validFor: readonly number[];
    }

    export interface PicklistValuesCollection {
        readonly defaultValue: PicklistValue | null;
        readonly values: readonly PicklistValue[];
        readonly controllerValues: Readonly<Record<string, number>>;
    }

    type ObjectReference = string | { readonly objectApiName: string };

    export const getObjectInfo: WireAdapterConstructor<
        { objectApiName: ObjectReference | undefined },
        WireResult<ObjectInfoRepresentation>
    >;
    export const getObjectInfos: WireAdapterConstructor<
        { objectApiNames: readonly ObjectReference[] },
        WireResult<ObjectInfosResult>
    >;
    export interface PicklistValuesByField {
        readonly picklistFieldValues: Readonly<Record<string, PicklistValuesCollection>>;
    }

    export const getPicklistValuesByRecordType: WireAdapterConstructor<
        { objectApiName: ObjectReference | undefined; recordTypeId: string | undefined },
        WireResult<PicklistValuesByField>
    >;
    export const getPicklistValues: WireAdapterConstructor<
        { recordTypeId: string | undefined; fieldApiName: FieldReference },
        WireResult<PicklistValuesCollection>
    >;
}
