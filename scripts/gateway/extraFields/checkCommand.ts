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
    print(`${usable.length} extra fields can be filled`);
    if (problems.length > 0) {
        throw new Error(problems.join('\n'));
    }
}
