import type { ListMember } from 'c/convoxListMember';
import { chunkOf, sendAll } from '../sendAll';

const people = (count: number, column: string): ListMember[] =>
    Array.from({ length: count }, (_, index) => ({
        id: String(index),
        contactId: '',
        leadId: '',
        name: '',
        number: '9100000001',
        doNotCall: 'clear',
        columns: Array.from({ length: 10 }, () => column)
    }));

test.each([
    ['short columns', 'Pune', 20],
    ['long columns', 'x'.repeat(100), 20],
    ['long columns in Hindi', 'क'.repeat(100), 6]
])('of people with %s (%s) as many go together as the gateway reads', (_, column, count) => {
    expect(chunkOf(people(30, column))).toHaveLength(count);
});

const sizes = async (answers: readonly { again?: number; stop?: string; isWanted?: boolean }[]): Promise<number[]> => {
    const sent: number[] = [];
    await sendAll(
        people(45, ''),
        (chunk) => {
            const { again = 0, stop = '' } = answers[sent.length] ?? {};
            sent.push(chunk.length);
            return Promise.resolve({ ends: [], again: chunk.slice(0, again), stop });
        },
        () => answers[sent.length - 1]?.isWanted ?? true
    );
    return sent;
};

test.each<[what: string, answers: Parameters<typeof sizes>[0], sent: readonly number[]]>([
    ['all', [], [20, 20, 5]],
    ['those that ConVox was too slow for again', [{ again: 15 }], [20, 20, 20]],
    ['nothing more once nothing is answered', [{}, { stop: 'no answer' }], [20, 20]],
    ['nothing more once nobody wants it', [{ isWanted: false }], [20]]
])('chunks hand over %s', async (_, answers, sent) => {
    expect(await sizes(answers)).toEqual(sent);
});
