/** A field as components name it: `Contact.Phone`, `Contact.Account.Name`, or an import of `@salesforce/schema`. */
export type FieldReference = string | { readonly objectApiName: string; readonly fieldApiName: string };

export type FieldReferences = FieldReference | readonly FieldReference[] | undefined;

/** `Object.Field` of a reference. */
export function fieldName(field: FieldReference): string {
    return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

/** Names without repetition, in a stable order, so that two components that ask for the same share an answer. */
export function fieldNames(fields: FieldReferences): string[] {
    const list: readonly FieldReference[] =
        fields === undefined ? [] : typeof fields === 'string' || 'fieldApiName' in fields ? [fields] : fields;
    return [...new Set(list.map(fieldName))].sort();
}

/** An object as components name it. */
export type ObjectReference = string | { readonly objectApiName: string };

export function objectName(object: ObjectReference): string {
    return typeof object === 'string' ? object : object.objectApiName;
}
