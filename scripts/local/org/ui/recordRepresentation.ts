import { createHash } from 'node:crypto';
import type { OrgRecord } from '../records.ts';
import type { RelatedValues } from '../query/relatedValues.ts';
import type { FieldSchema, ObjectSchema } from '../../metadata/objects/schema.ts';
import type { FieldPath } from '../store/fieldPath.ts';
import type { Locale } from './displayValue.ts';
import { displayValue } from './displayValue.ts';

/** Record type of every record: the local org knows no others. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

export interface RecordRepresentation {
    readonly apiName: string;
    readonly childRelationships: Readonly<Record<string, never>>;
    readonly eTag: string;
    readonly fields: Readonly<Record<string, FieldRepresentation>>;
    readonly id: string;
    readonly lastModifiedById: string;
    readonly lastModifiedDate: string;
    readonly recordTypeId: string;
    readonly recordTypeInfo: null;
    readonly systemModstamp: string;
    readonly weakEtag: number;
}

export interface FieldRepresentation {
    readonly displayValue: string | null;
    readonly value: string | number | boolean | null | RecordRepresentation;
}

/** A record as the UI API sends it, with the given fields; fields of parents nest as records. */
export function representRecord(
    object: ObjectSchema,
    record: OrgRecord,
    paths: readonly FieldPath[],
    related: RelatedValues,
    locale: Locale
): RecordRepresentation {
    const own = paths.filter((path) => path.steps.length === 0);
    const fields: Record<string, FieldRepresentation> = {};
    for (const { field } of own) {
        const value = record[field.name] ?? null;
        fields[field.name] = { displayValue: displayValue(field, value, locale), value };
    }
    const parents = Map.groupBy(
        paths.filter((path) => path.steps.length > 0),
        (path) => path.steps[0]?.lookup
    );
    for (const [lookup, deeper] of parents) {
        const target = deeper[0]?.steps[0]?.target;
        if (lookup?.lookup && target) {
            const shorter = deeper.map(({ steps, field }) => ({ steps: steps.slice(1), field }));
            fields[lookup.lookup.relationshipName] = representParent(lookup, target, record, shorter, related, locale);
        }
    }
    const stamp = String(record['SystemModstamp']);
    return {
        apiName: object.name,
        childRelationships: {},
        eTag: createHash('md5')
            .update(JSON.stringify([fields, stamp]))
            .digest('hex'),
        fields,
        id: String(record['Id']),
        lastModifiedById: String(record['LastModifiedById']),
        lastModifiedDate: String(record['LastModifiedDate']),
        recordTypeId: MASTER_RECORD_TYPE,
        recordTypeInfo: null,
        systemModstamp: stamp,
        weakEtag: new Date(stamp).getTime()
    };
}

function representParent(
    lookup: FieldSchema,
    target: ObjectSchema,
    record: OrgRecord,
    paths: readonly FieldPath[],
    related: RelatedValues,
    locale: Locale
): FieldRepresentation {
    const parent = related.parent(lookup, target, record);
    if (!parent) {
        return { displayValue: null, value: null };
    }
    const name = parent[target.nameField];
    return {
        displayValue: typeof name === 'string' ? name : null,
        value: representRecord(target, parent, paths, related, locale)
    };
}
