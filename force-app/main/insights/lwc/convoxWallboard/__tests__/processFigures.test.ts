import { abandonment, readProcesses, serviceLevel, speedOfAnswer, together, withProcesses } from '../processFigures.ts';

interface Sums {
    readonly offered?: number;
    readonly answered?: number;
    readonly missed?: number;
    readonly inTarget?: number;
    readonly known?: number;
    readonly waited?: number;
    readonly targets?: readonly [number, number];
}

/** One group of the answer, as GraphQL gives it: sums of nothing are null. */
function group(process: string | null, { offered, answered, missed, inTarget, known, waited, targets }: Sums): object {
    const sum = (value: number | undefined) => ({ sum: { value: value ?? null } });
    return {
        node: {
            aggregate: {
                Start_Day__c: { value: '2026-11-30' },
                Process_Name__c: { value: process },
                Process_in_Words__c: { value: process === 'SALES' ? 'Outbound' : process && process.toUpperCase() },
                Offered_Calls__c: sum(offered),
                Answered_Calls__c: sum(answered),
                Missed_Calls__c: sum(missed),
                Answered_In_Target__c: sum(inTarget),
                Wait_Seconds__c: { ...sum(waited), count: { value: known ?? 0 } },
                Answer_Target_Seconds__c: {
                    min: { value: targets?.[0] ?? null },
                    max: { value: targets?.[1] ?? null }
                }
            }
        }
    };
}

/** Half past three in the afternoon in India. */
const NOW = Date.parse('2026-11-30T10:00:00Z');

const answer = (...edges: object[]) => ({ uiapi: { aggregate: { days: { edges } } } });

test('the groups of a process are one line, however its name is spelled, and lines are in the order of names', () => {
    const processes = readProcesses(
        answer(
            group('SUPPORT', { offered: 3, answered: 3, inTarget: 2, known: 2, waited: 40, targets: [20, 20] }),
            group('sales', { offered: 1, missed: 1, known: 1, waited: 90, targets: [30, 30] }),
            group('SALES', { offered: 2, answered: 2, inTarget: 1, known: 2, waited: 50, targets: [20, 45] }),
            group(null, { offered: 1, answered: 1 })
        ),
        NOW
    );
    expect(processes).toEqual([
        {
            process: '',
            words: '',
            offered: 1,
            answered: 1,
            missed: 0,
            inTarget: 0,
            known: 0,
            waited: 0,
            targets: undefined
        },
        {
            process: 'sales',
            words: 'Outbound',
            offered: 3,
            answered: 2,
            missed: 1,
            inTarget: 1,
            known: 2,
            waited: 50,
            targets: [20, 45]
        },
        {
            process: 'SUPPORT',
            words: 'SUPPORT',
            offered: 3,
            answered: 3,
            missed: 0,
            inTarget: 2,
            known: 2,
            waited: 40,
            targets: [20, 20]
        }
    ]);
    const all = together(processes);
    expect(all).toMatchObject({ offered: 7, answered: 6, missed: 1, inTarget: 3, waited: 90, targets: [20, 45] });
    expect([serviceLevel(all), abandonment(all), speedOfAnswer(all)]).toEqual([3 / 7, 1 / 7, 90 / 4]);
});

test.each([
    ['nobody called', {}, [undefined, undefined, undefined]],
    ['all gave up', { offered: 2, missed: 2, known: 2, waited: 99 }, [0, 1, undefined]],
    ['a call is only on the line', { offered: 0, answered: 0 }, [undefined, undefined, undefined]]
])('when %s the rates say so', (_what, sums, expected) => {
    const all = together(readProcesses(answer(group('SALES', sums)), NOW));
    expect([serviceLevel(all), abandonment(all), speedOfAnswer(all)]).toEqual(expected);
});

test('a process that is only named has a line of zeros, one that has figures keeps them', () => {
    const figures = readProcesses(answer(group('SALES', { offered: 2, targets: [20, 20] })), NOW);
    expect(
        withProcesses(figures, [
            { process: 'Sales', words: '' },
            { process: 'SUPPORT', words: 'Support' }
        ])
    ).toMatchObject([
        { process: 'SALES', offered: 2, targets: [20, 20] },
        { process: 'SUPPORT', words: 'Support', offered: 0, targets: undefined }
    ]);
});

test.each([[undefined], [null], [{}], [{ uiapi: { aggregate: { days: { edges: 'none' } } } }]])(
    'an answer of another shape, %j, has no process',
    (data) => {
        expect(readProcesses(data, NOW)).toEqual([]);
    }
);
