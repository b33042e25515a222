import type { SeededRandom } from '../../gateway/chaos/seededRandom.ts';
import { processes } from '../../org/seed/configuration.ts';
import type { Shift } from './colleagues.ts';
import type { CommandEnd, PastCall } from './pastCall.ts';

/** Of all dispositions that need no follow-up, the first ends most calls. */
const FIRST_SHARE = 0.5;
const NO_DISPOSITION = 0.05;
const LOST_REPORT = 0.015;
const NO_POP = 0.03;

const DAMAGES: readonly (readonly [name: string, value: string])[] = [
    ['CALL_DURATION', 'n/a'],
    ['CALL_STATUS', 'Xfer-Unknown'],
    ['FOLLOWUP TIME', 'tomorrow']
];

/** A conversation as one of the agents has it. */
export function talkOf(
    { agent, process, ring, talk }: Shift,
    direction: PastCall['direction'],
    random: SeededRandom
): Omit<PastCall, 'reference' | 'number' | 'direction' | 'process' | 'queue' | 'startedAt' | 'followUpAt'> {
    const isInbound = direction === 'Inbound';
    const isClosed = !random.chance(NO_DISPOSITION);
    const damaged = random.chance(0.02) ? DAMAGES[random.below(DAMAGES.length)] : undefined;
    return {
        agent,
        queueSeconds: isInbound ? random.below(45) + (random.chance(0.15) ? 60 : 0) : 0,
        ringSeconds: Math.max(2, Math.round(ring * (0.5 + random.next()))),
        talkSeconds: Math.max(8, Math.round(talk * (0.2 + 1.6 * random.next() * random.next()))),
        disposition: isClosed ? dispositionOf(process, random) : '',
        ...(!random.chance(NO_POP) && { popLatency: 380 + random.below(500) + (random.chance(0.04) ? 1900 : 0) }),
        ...(isClosed && { closed: endOfCommand(random) }),
        ...(!isInbound && { dialled: 'Accepted' as const }),
        ...(damaged && { damaged }),
        isReported: !random.chance(LOST_REPORT)
    };
}

function endOfCommand(random: SeededRandom): CommandEnd {
    const luck = random.next();
    if (luck < 0.95) {
        return 'Accepted';
    }
    return luck < 0.975 ? 'Refused' : 'Unknown';
}

function dispositionOf(process: string, random: SeededRandom): string {
    const all = processes.find(({ Process_Code__c: code }) => code === process)?.dispositions ?? [];
    const codes = all.flatMap(({ Code__c: code, Needs_Follow_Up__c: promises }) => (promises ? [] : [code]));
    const chosen = random.chance(FIRST_SHARE) ? 0 : random.below(codes.length);
    return codes[chosen] ?? '';
}
