import type { CloseCall } from '#contract';
import type { ShownRequest } from './dialect.ts';
import type { CloseDetails } from './spokenCommand.ts';

/** A command as JSON; `accessHeader` is how the server spells the header of its key. */
export function jsonRequest(
    path: string,
    accessHeader: string,
    content: Readonly<Record<string, unknown>>
): ShownRequest {
    const body = new TextEncoder().encode(JSON.stringify(content));
    return (access) => ({
        method: 'POST',
        path,
        headers: { 'content-type': 'application/json', [accessHeader]: access },
        body
    });
}

/** The fields of a follow-up, which all dialects spell alike. */
export function followUpFields({ followUp }: CloseCall): Record<string, string> {
    return followUp === undefined
        ? { set_followUp: 'N' }
        : {
              set_followUp: 'Y',
              callback_date: followUp.date,
              callback_hrs: followUp.hours,
              callback_mins: followUp.minutes
          };
}

const FORM = /^[A-Za-z0-9_]{6,20}$/;
const SHORTEST = 6;
const LONGEST = 20;

/** The `refno` of a close: the one that came, or one made of the call, the same whenever the call is closed again. */
export function referenceNumberOf({ convoxId }: CloseCall, { referenceNumber, callReference }: CloseDetails): string {
    if (FORM.test(referenceNumber)) {
        return referenceNumber;
    }
    const letters = `${callReference}${convoxId}`.replace(/\W/g, '').slice(-LONGEST);
    return letters.padStart(SHORTEST, '_');
}
