import type { CallerLookup, ExistingCall } from 'c/convoxCallerQuery';

/** The part of c-convox-caller-lookup that a call uses. */
interface Asker {
    refresh(): Promise<CallerLookup | undefined>;
}

function isAsker(element: unknown): element is Asker {
    return typeof element === 'object' && element !== null && typeof Reflect.get(element, 'refresh') === 'function';
}

/** Asks the lookup once more and gives the call's row; undefined when it cannot be seen. */
export async function askAgain(lookup: unknown): Promise<ExistingCall | undefined> {
    return isAsker(lookup) ? (await lookup.refresh())?.existingCall : undefined;
}
