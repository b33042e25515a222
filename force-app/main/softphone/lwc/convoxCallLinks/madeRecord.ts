import type { LinkObject } from 'c/convoxCallRecord';
import type { CallState } from 'c/convoxCallState';
import type { LinkedRecord } from 'c/convoxRecordLink';
import type { RecordRepresentation } from 'lightning/uiRecordApi';

/** The first letters of a standard object's ids: not every tab says which object it shows. */
const PREFIXES: Readonly<Record<string, LinkObject>> = { '003': 'Contact', '00Q': 'Lead', '500': 'Case' };

/** The browser's clock, by which a call came, and the org's may differ. */
const CLOCKS_DIFFER = 60_000;

/** The contact, lead or case that a tab shows; undefined when it shows anything else. */
export function recordIn(recordId: string | null | undefined): LinkedRecord | undefined {
    const object = PREFIXES[recordId?.slice(0, 3) ?? ''];
    return recordId && object ? { id: recordId, object } : undefined;
}

/** What has to be read of it. */
export function fieldsOf({ object }: LinkedRecord): string[] {
    const fields = ['CreatedDate', 'CreatedById', ...(object === 'Case' ? ['ContactId', 'AccountId'] : [])];
    return fields.map((field) => `${object}.${field}`);
}

/** Whether the user has made the record since the call came, and not for another customer. A case has no lead. */
export function isMadeFor({ poppedAt, caller }: CallState, { fields }: RecordRepresentation, userId: string): boolean {
    const textIn = (field: string): string => String(fields[field]?.value ?? '');
    const customer = caller.kind === 'known' ? caller.match.customer : undefined;
    const link = customer && fields[`${customer.object}Id`];
    return (
        textIn('CreatedById') === userId &&
        Date.parse(textIn('CreatedDate')) >= poppedAt - CLOCKS_DIFFER &&
        (!link || link.value === customer.id)
    );
}
