import type { FieldInfo, ObjectInfo } from './objectInfo.ts';

/** An object with these fields, as the UI API describes one; types are the UI API's data types. */
export function objectWith(dataTypes: Readonly<Record<string, string>>): ObjectInfo {
    const fields: Record<string, FieldInfo> = {};
    for (const [apiName, dataType] of Object.entries(dataTypes)) {
        fields[apiName] = { apiName, dataType, label: apiName };
    }
    return { apiName: 'Thing__c', label: 'Thing', labelPlural: 'Things', nameFields: ['Name'], fields };
}
