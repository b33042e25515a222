import type { AgentNews } from '../agentStates/agentNews.ts';
import type { Journal } from './journal.ts';
import { NOW } from './journalSamples.ts';

/** What every journal has to do with news of agents. */
export function describeAgents(open: () => Promise<Journal>): void {
    let journal: Journal;

    beforeEach(async () => {
        journal = await open();
    });

    afterEach(() => journal.close());

    test('of each agent of a server the newest news is kept, and what became newer meanwhile is untold', async () => {
        const news = { agentCode: 'AG_ASHA', state: 'Talking', since: NOW, source: 'Pop', detail: '' } as const;
        const onBreak = { ...news, since: NOW + 1, state: 'Break', source: 'ConVox', detail: 'Tea' } as const;
        const another = { ...news, server: 'pune', since: NOW - 1, state: 'Unknown' } as const;
        await Promise.all([journal.noteAgents([news, another]), journal.noteAgents([news])]);
        await expect(journal.untoldAgents(1)).resolves.toEqual([another]);
        const untold = await journal.untoldAgents(9);
        expect(untold).toEqual([another, news]);
        await journal.noteAgents([{ ...onBreak, agentCode: 'ag_asha' }, onBreak, { ...another, since: 0 }]);
        await journal.agentsTold(untold);
        await expect(journal.untoldAgents(9)).resolves.toEqual([onBreak]);
        await journal.agentsTold([onBreak]);
        await expect(journal.untoldAgents(9)).resolves.toEqual([]);
    });

    const commanded = { agentCode: 'AG_ASHA', state: 'Ready', since: NOW, source: 'Command', detail: '' } as const;
    const ended = { ...commanded, state: 'Unknown', source: 'Call Status' } as const;
    test.each<[string, AgentNews, AgentNews, 'the first' | 'the second']>([
        ['the end of the call that a command ended', commanded, { ...ended, since: NOW + 59_999 }, 'the first'],
        ['the end of a later call', commanded, { ...ended, since: NOW + 60_000 }, 'the second'],
        ['the end of a held call', { ...commanded, state: 'On Hold' }, ended, 'the second'],
        ['a state that ConVox tells', commanded, { ...ended, source: 'ConVox' }, 'the second'],
        ['the next pop', commanded, { ...commanded, state: 'Talking', source: 'Pop', since: NOW + 1 }, 'the second']
    ])(
        'of a command’s state and %s, noted at once or one after the other, one is kept',
        async (_, first, second, kept) => {
            const expected = kept === 'the first' ? first : second;
            const other = { ...second, agentCode: 'AG_RAVI' };
            await journal.noteAgents([first]);
            await journal.noteAgents([second, { ...first, agentCode: 'AG_RAVI' }, other]);
            await expect(journal.untoldAgents(9)).resolves.toEqual(
                expect.arrayContaining([expected, { ...expected, agentCode: 'AG_RAVI' }])
            );
        }
    );
}
