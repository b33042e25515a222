import * as z from 'zod/mini';

const Values = z.object({ values: z.array(z.object({ label: z.string(), value: z.string() })) });
const Answer = z.object({ picklistFieldValues: z.record(z.string(), Values) });

/** What an object's picklists call their values in the user's language, by field and value. */
export type PicklistLabels = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Reads the UI API's picklist values of a record type. Throws when it is something else. */
export function readPicklistLabels(content: unknown): PicklistLabels {
    return new Map(
        Object.entries(z.parse(Answer, content).picklistFieldValues).map(([field, { values }]) => [
            field,
            new Map(values.map(({ value, label }) => [value, label]))
        ])
    );
}

/** The words for a field's value; undefined for a value that is its own word. A multi-select joins several by `;`. */
export function picklistText(labels: PicklistLabels, field: string, value: unknown): string | undefined {
    const ofField = labels.get(field);
    return ofField && typeof value === 'string'
        ? value
              .split(';')
              .map((one) => ofField.get(one) ?? one)
              .join(';')
        : undefined;
}
