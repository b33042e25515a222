import type { ApiUsage } from '../salesforce/apiUsage.ts';

export interface Pace {
    /** Milliseconds that have to lie between two requests. */
    readonly between: number;
    /** What to tell an administrator; undefined while there is nothing to tell. */
    readonly notice: string | undefined;
}

const SECOND = 1000;

/** By the share of the day's allowance that is left, most first. The last hundredths are for people and other programs. */
const STEPS: readonly { readonly left: number; readonly between: number }[] = [
    { left: 0.2, between: 0 },
    { left: 0.1, between: 10 * SECOND },
    { left: 0.05, between: 60 * SECOND },
    { left: 0.02, between: 300 * SECOND },
    { left: -Infinity, between: 900 * SECOND }
];

/** How fast Salesforce may be asked, given what the whole org has used of its requests in the last 24 hours. */
export function paceFor(usage: ApiUsage | undefined): Pace {
    if (usage === undefined) {
        return { between: 0, notice: undefined };
    }
    const left = 1 - usage.used / usage.allowed;
    const between = STEPS.find((step) => left > step.left)?.between ?? 0;
    const notice =
        `The org has used ${usage.used} of its ${usage.allowed} API requests of 24 hours: ` +
        `calls are forwarded every ${between / SECOND} seconds`;
    return { between, notice: between === 0 ? undefined : notice };
}
