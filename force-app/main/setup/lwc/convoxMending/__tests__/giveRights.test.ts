import type { FlowInputs } from 'c/convoxFlowRunner';
import { giveRights } from '../giveRights.ts';

const RECEIVERS = [
    { userId: '005A', name: 'Asha', rightIds: ['0PG1', '0PS2'] },
    { userId: '005R', name: 'Ravi', rightIds: ['0PS2'] }
];

test.each<[string, Readonly<Record<string, string>>, string[]]>([
    ['everybody is given everything', {}, []],
    ['one is refused something', { '005A 0PS2': 'No licence' }, ['Asha: No licence']],
    ['a reason is said once', { '005A 0PG1': 'No licence', '005A 0PS2': 'No licence' }, ['Asha: No licence']],
    ['all are refused', { '005A 0PS2': 'No licence', '005R 0PS2': 'Gone' }, ['Asha: No licence', 'Ravi: Gone']]
])('%s', async (_name, faults, failures) => {
    const given: string[] = [];
    const run = (_flow: string, { userId, setId, groupId }: FlowInputs) => {
        const key = `${String(userId)} ${String(groupId || setId)}`;
        given.push(key);
        return Promise.resolve({ fault: faults[key] ?? '' });
    };
    const told: number[] = [];

    await expect(giveRights({ run }, RECEIVERS, (served) => told.push(served))).resolves.toEqual(failures);
    expect(given).toEqual(['005A 0PG1', '005A 0PS2', '005R 0PS2']);
    expect(told).toEqual([1, 2]);
});
