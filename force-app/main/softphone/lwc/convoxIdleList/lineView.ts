import { fillIn } from 'c/convoxText';
import type { IdleLine } from './idleLine.ts';
import { labels } from './labels.ts';

/** A line with what its template says about it. */
export interface LineView extends IdleLine {
    readonly url: string;
    readonly details: string;
    readonly timeClass: string;
    readonly isCallable: boolean;
    readonly isLinkable: boolean;
    readonly hasCustomer: boolean;
    readonly callLabel: string;
    readonly recordLabel: string;
    readonly linkLabel: string;
}

/** Every button says which line it is of: a screen reader lists buttons without what stands around them. */
export function lineView(line: IdleLine, canCall: boolean): LineView {
    const { title, number, notes, customer, dial, isOverdue, object } = line;
    const { object: target, id } = customer ?? line;
    const isCall = object === 'ConVox_Call__c';
    return {
        ...line,
        url: `/lightning/r/${target}/${id}/view`,
        details: [number, ...notes].filter(Boolean).join(' · '),
        timeClass: isOverdue ? 'slds-text-color_error' : '',
        isCallable: canCall && dial !== '',
        isLinkable: isCall || customer === undefined,
        hasCustomer: customer !== undefined,
        callLabel: fillIn(labels.call, [title, number].filter(Boolean).join(', ')),
        recordLabel: fillIn(isCall ? labels.openCall : labels.openFollowUp, title),
        linkLabel: fillIn(labels.link, title)
    };
}
