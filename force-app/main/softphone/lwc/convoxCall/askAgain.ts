import type { CallerLookup } from 'c/convoxCallerQuery';

/** The part of c-convox-caller-lookup that a call uses. */
interface Asker {
    refresh(): Promise<CallerLookup | undefined>;
}

function isAsker(element: unknown): element is Asker {
    return typeof element === 'object' && element !== null && typeof Reflect.get(element, 'refresh') === 'function';
}

/** Asks the lookup once more and gives the id of the call's row; '' when it cannot be seen. */
export async function askAgain(lookup: unknown): Promise<string> {
    const known = isAsker(lookup) ? await lookup.refresh() : undefined;
    return known?.existingCall?.id ?? '';
}
