import { createCallDescription } from '../salesforce/callDescription.ts';
import type { SalesforceLogin } from '../salesforce/salesforceToken.ts';
import type { ExtraField } from './extraField.ts';
import { checkExtras } from './fieldSchema.ts';

interface CheckedSettings {
    readonly salesforce: SalesforceLogin;
    readonly extraFields?: readonly ExtraField[];
}

/**
 * Asks the org whether it has the extra fields, before a gateway is started with them.
 * Rejects with everything that is wrong, a line each.
 */
export async function checkExtraFields(
    { salesforce, extraFields = [] }: CheckedSettings,
    print: (line: string) => void
): Promise<void> {
    const fields =
        extraFields.length === 0 ? [] : await createCallDescription(salesforce)(new AbortController().signal);
    const { usable, problems } = checkExtras(extraFields, fields);
    usable.forEach(({ place, field, shape }) => print(`${place} fills ${field} (${shape.kind})`));
    print(summaryOf(usable.length, extraFields.length));
    if (problems.length > 0) {
        throw new Error(problems.join('\n'));
    }
}

/** How many of them the org has, in words. */
export function summaryOf(usable: number, all: number): string {
    if (all === 0) {
        return 'No extra fields are set: calls keep what the package has fields for';
    }
    const fields = all === 1 ? 'extra field' : 'extra fields';
    if (usable === all) {
        return all === 1 ? `The org can take the one ${fields}` : `The org can take all ${all} ${fields}`;
    }
    return `The org can take ${usable === 0 ? 'none' : usable} of ${all} ${fields}`;
}
