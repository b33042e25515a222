import type { SeededRandom } from '../../node/seededRandom.ts';
import { processes } from '../org/configuration.ts';
import type { Shift } from './colleagues.ts';
import { shifts } from './colleagues.ts';
import type { CommandEnd, PastCall } from './pastCall.ts';

/** Of all dispositions that need no follow-up, the first ends most calls. */
const FIRST_SHARE = 0.5;

/** What seldom happens does so every so many conversations, so that no week is without it. */
const EVERY = {
    noDisposition: 19,
    damaged: 17,
    lostReport: 53,
    noPop: 29,
    refused: 23,
    noAnswer: 31,
    transfer: 13,
    case: 11
} as const;

/** Seconds for notes after a talk; one call in ten takes longer. */
const WRAP_UP = { least: 6, spread: 40, long: 110, longShare: 0.1 } as const;

const CASES = [
    'Invoice cannot be opened',
    'Delivery is late',
    'Password does not work',
    'Refund has not come'
] as const;

const DAMAGES = [
    ['CALL_DURATION', 'n/a'],
    ['CALL_STATUS', 'Xfer-Unknown'],
    ['FOLLOWUP TIME', 'tomorrow']
] as const;

/**
 * A conversation as one of the agents has it.
 * @param count calls before it
 */
export function talkOf(
    { agent, process, ring, talk }: Shift,
    direction: PastCall['direction'],
    random: SeededRandom,
    count: number
): Omit<PastCall, 'reference' | 'number' | 'direction' | 'process' | 'queue' | 'startedAt' | 'followUpAt'> {
    const isInbound = direction === 'Inbound';
    const talkSeconds = Math.max(8, Math.round(talk * (0.2 + 1.6 * random.next() * random.next())));
    return {
        agent,
        queueSeconds: isInbound ? random.below(45) + (random.chance(0.15) ? 60 : 0) : 0,
        ringSeconds: Math.max(2, Math.round(ring * (0.5 + random.next()))),
        talkSeconds,
        wrapUpSeconds: wrapUpOf(random),
        ...(isInbound && transferOf(agent, talkSeconds, count)),
        ...troubleOf(count),
        ...(!happens('noPop', count) && {
            popLatency: 380 + random.below(500) + (random.chance(0.04) ? 1900 : 0)
        }),
        ...(!isInbound && { dialled: 'Accepted' as const }),
        ...(happens('noDisposition', count)
            ? { disposition: '' }
            : { disposition: dispositionOf(process, random), closed: endOfClose(count) })
    };
}

function wrapUpOf(random: SeededRandom): number {
    return WRAP_UP.least + random.below(WRAP_UP.spread) + (random.chance(WRAP_UP.longShare) ? WRAP_UP.long : 0);
}

/** What a customer complains of, and what goes wrong between ConVox and Salesforce. */
function troubleOf(count: number): Pick<PastCall, 'caseSubject' | 'damaged' | 'isReported'> {
    return {
        isReported: !happens('lostReport', count),
        ...(happens('case', count) && { caseSubject: CASES[count % CASES.length] ?? CASES[0] }),
        ...(happens('damaged', count) && { damaged: DAMAGES[count % DAMAGES.length] ?? DAMAGES[0] })
    };
}

/** A colleague had the customer for the first third of the talk. */
function transferOf(agent: string, talkSeconds: number, count: number): Pick<PastCall, 'transferredFrom'> {
    const colleague = happens('transfer', count) && shifts.find((shift) => shift.agent !== agent);
    return colleague ? { transferredFrom: { agent: colleague.agent, talkSeconds: Math.round(talkSeconds / 3) } } : {};
}

function happens(what: keyof typeof EVERY, count: number): boolean {
    return count % EVERY[what] === EVERY[what] - 1;
}

function endOfClose(count: number): CommandEnd {
    if (happens('refused', count)) {
        return 'Refused';
    }
    return happens('noAnswer', count) ? 'Unknown' : 'Accepted';
}

function dispositionOf(process: string, random: SeededRandom): string {
    const all = processes.find(({ Process_Code__c: code }) => code === process)?.dispositions ?? [];
    const codes = all.flatMap(({ Code__c: code, Needs_Follow_Up__c: promises }) => (promises ? [] : [code]));
    const chosen = random.chance(FIRST_SHARE) ? 0 : random.below(codes.length);
    return codes[chosen] ?? '';
}
