import type { CallState } from './callState.ts';

/** What the call's process calls a disposition; its code where that is not known. */
export function dispositionName({ lookup }: Pick<CallState, 'lookup'>, disposition: string): string {
    return lookup.dispositions.find(({ code }) => code === disposition)?.label ?? disposition;
}
