import type { ExistingCall } from 'c/convoxCallerQuery';
import { OtherWords } from '../otherWords.ts';

const notes = (text: string): { readonly notes: string } => ({ notes: text });

function rowWith(text: string): ExistingCall {
    return {
        id: 'a01000000000001AAA',
        lastModifiedDate: '2026-01-05T04:30:00.000Z',
        disposition: '',
        hasStatus: false,
        hasPop: true,
        isKept: false,
        customerId: '',
        draft: { draft: notes(text), draftAt: 0, closeAttempts: 0, isUncertain: false }
    };
}

interface Case {
    readonly name: string;
    /** What this phone saved, with an answer, in turn. */
    readonly saved: readonly string[];
    /** What it sent after that without one. */
    readonly sent?: string;
    readonly entered: string;
    readonly row: string;
    readonly asked: readonly string[];
}

test.each<Case>([
    { name: 'nobody wrote', saved: ['One'], entered: 'One\nTwo', row: 'One', asked: [] },
    { name: 'somebody added a line', saved: ['One'], entered: 'One\nMine', row: 'One\nTheirs', asked: ['Theirs'] },
    {
        name: 'somebody put back what this phone had corrected',
        saved: ['Call Monday', 'Call Tuesday'],
        entered: 'Call Tuesday\nAt noon',
        row: 'Call Monday',
        asked: ['Call Monday']
    },
    {
        name: 'a save without an answer came through',
        saved: ['One'],
        sent: 'One\nTow',
        entered: 'One\nTwo',
        row: 'One\nTow',
        asked: []
    },
    { name: 'somebody has half of a line', saved: [''], entered: 'Wants a quote', row: 'Wants a', asked: [] }
])('$name: the agent is asked about $asked', async ({ saved, sent, entered, row, asked }) => {
    const words = new OtherWords();
    await Promise.all(saved.map((text) => words.saving(notes(text), Promise.resolve())));
    if (sent !== undefined) {
        words.saving(notes(sent), new Promise(() => undefined));
    }
    expect(words.on(rowWith(row), notes(entered))).toEqual(asked);
    expect(words.on(rowWith(row), notes(entered))).toEqual([]);
});
