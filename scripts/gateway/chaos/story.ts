import { createRandom } from '../../node/seededRandom.ts';

/** What ConVox sends about one call, one push after the other. */
export interface CallStory {
    /** Key of the call in Salesforce. */
    readonly key: string;
    readonly reference: string;
    /** Below which path its server pushes. */
    readonly below: string;
    readonly pushes: readonly Readonly<Record<string, string>>[];
    /** What the call's record has to hold in the end, by field. */
    readonly expected: Readonly<Record<string, string | number | null>>;
}

/** An agent and a process of one name at every server. */
const AGENT = '1001';
const PROCESS = 'SALES';

/** What a server's zone and code make of its calls. */
export interface StoryServer {
    readonly below: string;
    /** Before a reference, an agent and a process in Salesforce. */
    readonly prefix: string;
    /** When the calls began, which all servers write alike. */
    readonly startedAt: string;
}

const BARE: StoryServer = { below: '', prefix: '', startedAt: '2026-11-22T05:30:00.000Z' };
const AUSTIN: StoryServer = { below: '/servers/austin', prefix: 'austin:', startedAt: '2026-11-22T17:00:00.000Z' };

export const ONE_SERVER: readonly StoryServer[] = [BARE];
export const TWO_SERVERS: readonly StoryServer[] = [BARE, AUSTIN];

const DISPOSITIONS = ['SALE', 'CALLBACK', 'RESOLVED', 'NOT_INTERESTED'];

/**
 * Calls with so many pushes in all: statuses, late dispositions, recordings before and after them, corrections, and
 * pushes that come twice. What is expected is worked out here from the sheet, not with the gateway's code. Several servers have calls
 * under the same references.
 */
export function makeStories(pushCount: number, seed: number, servers: readonly StoryServer[]): CallStory[] {
    const random = createRandom(seed);
    const stories: CallStory[] = [];
    let left = pushCount;
    while (left > 0) {
        const { prefix, below, startedAt } = servers[stories.length % servers.length] ?? BARE;
        const reference = `C${seed}${String(Math.floor(stories.length / servers.length)).padStart(7, '0')}`;
        const story = makeStory(reference, stories.length, Math.min(left, 1 + random.below(4)), random);
        const names = { Agent_Code__c: prefix + AGENT, Process_Name__c: prefix + PROCESS };
        const expected = { ...story.expected, ...names, Started_At__c: startedAt };
        stories.push({ ...story, key: prefix + reference, reference, below, expected });
        left -= story.pushes.length;
    }
    return stories;
}

function makeStory(
    reference: string,
    index: number,
    count: number,
    random: ReturnType<typeof createRandom>
): Pick<CallStory, 'pushes' | 'expected'> {
    const pushes: Record<string, string>[] = [];
    const expected = { Disposition__c: null, Recording_File__c: null, Queue__c: null, Remarks__c: null };
    const last: Record<string, string | number | null> = { ...expected, Status__c: 'Ended' };
    for (let number = 0; number < count; number += 1) {
        const before = pushes.at(-1);
        const push = before !== undefined && random.chance(0.25) ? before : newPush(reference, index, random);
        pushes.push(push);
        apply(push, last);
    }
    return { pushes, expected: last };
}

function newPush(reference: string, index: number, random: ReturnType<typeof createRandom>): Record<string, string> {
    const sometimes = (share: number, text: string): string => (random.chance(share) ? text : '');
    return {
        MOBILE_NO: String(9_000_000_000 + index),
        USER_ID: AGENT,
        PROCESS_NAME: PROCESS,
        CALL_MODE: 'inbound',
        CALL_STATUS: 'Connected',
        CALL_DATE: '2026-11-22 11:00:00',
        CALL_DURATION: String(random.below(900)),
        QUEUE_NAME: sometimes(0.7, `QUEUE_${random.below(5)}`),
        CALL_REFERENCE_ID: reference,
        DISPOSITION: sometimes(0.5, DISPOSITIONS[random.below(DISPOSITIONS.length)] ?? ''),
        RECORDING_FILE_NAME: sometimes(0.4, `/calls/${reference}-${random.below(1000)}.wav`),
        remarks: sometimes(0.3, `Zoë & नमस्ते ${random.below(1000)}`)
    };
}

function apply(push: Readonly<Record<string, string>>, last: Record<string, string | number | null>): void {
    const fields = {
        Disposition__c: 'DISPOSITION',
        Recording_File__c: 'RECORDING_FILE_NAME',
        Queue__c: 'QUEUE_NAME',
        Remarks__c: 'remarks'
    };
    for (const [field, name] of Object.entries(fields)) {
        last[field] = push[name] || (last[field] ?? null);
    }
    last.Duration_Seconds__c = Number(push.CALL_DURATION);
    last.Status__c = push.DISPOSITION ? 'Disposed' : (last.Status__c ?? null);
}
