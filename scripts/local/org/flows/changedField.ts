import { ElementFault } from './failures.ts';
import type { TriggeringRecord } from './interview.ts';

/** Whether the save changed a field, written `$Record.Field` or just `Field`. On create nothing counts as changed. */
export function isFieldChanged(trigger: TriggeringRecord | undefined, reference: string): boolean {
    const field = reference.replace(/^\$Record\./, '');
    if (!trigger || field.includes('.')) {
        throw new ElementFault(`${reference}: only fields of $Record can be asked whether they changed.`);
    }
    if (!trigger.prior) {
        return false;
    }
    return (trigger.current.fields[field] ?? null) !== (trigger.prior[field] ?? null);
}
