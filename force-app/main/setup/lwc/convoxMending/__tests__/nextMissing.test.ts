import { readSetupFacts } from 'c/convoxSetupChecks';
import type { Enterable } from 'c/convoxSetupChecks';
import { nextMissing } from '../nextMissing.ts';

const NONE = readSetupFacts(undefined, undefined);
const PROCESSES = [{ id: 'p1', code: 'SUPPORT', enteredAt: '' }];
const DISPOSITIONS = [{ code: 'SALE', processId: 'p1' }];

it.each<[entered: Enterable, there: Partial<typeof NONE>, next: Enterable | undefined]>([
    ['servers', {}, 'processes'],
    ['servers', { processes: PROCESSES }, 'dispositions'],
    ['processes', {}, 'dispositions'],
    ['processes', { dispositions: DISPOSITIONS }, 'agents'],
    ['dispositions', {}, 'agents'],
    ['agents', {}, undefined]
])('behind %s, where %j are there, %s are missing', (entered, there, next) => {
    expect(nextMissing(entered, { ...NONE, ...there })).toBe(next);
});
