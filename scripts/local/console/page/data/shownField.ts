import { getFieldDisplayValue, getFieldValue } from '../../platform/lwc/lightning/uiRecordApi/uiRecordApi.ts';
import { pathsFor } from '../../platform/records/objectInfo.ts';
import type { FieldInfo, ObjectInfo } from '../../platform/records/objectInfo.ts';

/** A field of a record as the page shows it. */
export interface ShownField {
    /** API name. */
    readonly path: string;
    readonly label: string;
    readonly field: FieldInfo;
    readonly value: unknown;
    readonly displayValue: string | null;
    /** For lookups: the name of the record it points to, and its object. */
    readonly target?: { readonly name: string; readonly objectApiName: string };
}

/** What to ask the UI API for: nothing for a field that this org does not have. */
export function fieldPaths(info: ObjectInfo, field: string): string[] {
    return info.fields[field] ? pathsFor(info, field) : [];
}

/** A lookup is labelled by what it points to: `Account ID` is shown as Account. */
export function labelOf(field: FieldInfo | undefined): string {
    const { label = '', dataType = '' } = field ?? {};
    return dataType === 'Reference' ? label.replace(/ ID$/, '') : label;
}

/** Nothing for a field that this org does not have: a layout may name fields of other editions. */
export function shownField(info: ObjectInfo, name: string, record: unknown): ShownField[] {
    const field = info.fields[name];
    if (!field) {
        return [];
    }
    const [own = '', related] = pathsFor(info, name);
    const displayValue = getFieldDisplayValue(record, own);
    const targetName = related === undefined ? undefined : getFieldValue(record, related);
    const [reference] = field.referenceToInfos ?? [];
    return [
        {
            path: name,
            label: labelOf(field),
            field,
            value: getFieldValue(record, own) ?? null,
            displayValue: typeof displayValue === 'string' ? displayValue : null,
            ...(reference &&
                typeof targetName === 'string' && { target: { name: targetName, objectApiName: reference.apiName } })
        }
    ];
}
