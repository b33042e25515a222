declare module 'lightning/uiListsApi' {
    import type { WireAdapterConstructor } from 'lwc';
    import type { RecordRepresentation, WireResult } from 'lightning/uiRecordApi';

    export interface ListInfoSummaryCollection {
        readonly lists: readonly { readonly apiName: string; readonly label: string }[];
    }

    export interface ListRecordCollection {
        readonly records: readonly RecordRepresentation[];
        /** null after the last page. */
        readonly nextPageToken: string | null;
    }

    export const getListInfosByObjectName: WireAdapterConstructor<
        { objectApiName: string | undefined; pageSize?: number },
        WireResult<ListInfoSummaryCollection>
    >;
    export const getListRecordsByName: WireAdapterConstructor<
        {
            objectApiName: string | undefined;
            listViewApiName: string | undefined;
            fields?: readonly string[];
            optionalFields?: readonly string[];
            /** 1 to 2,000. */
            pageSize?: number;
        },
        WireResult<ListRecordCollection>
    >;
}
