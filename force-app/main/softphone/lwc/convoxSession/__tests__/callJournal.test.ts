import { readJournal, writeJournal } from 'c/convoxSession';
import type { JournalEntry } from 'c/convoxSession';
import { createFakeBrowser } from './fakeEdges';

const NOW = Date.UTC(2026, 0, 5, 4, 30);
const HOUR = 60 * 60 * 1000;

function call(number: number, poppedAt = NOW): JournalEntry {
    return {
        parameters: [['c__CallReferenceID', `REF-${number}`]],
        poppedAt,
        closeAttempts: number,
        isUncertain: number % 2 === 0,
        isDoubted: number % 2 === 1,
        isFound: number % 2 === 0,
        wasEnded: number % 2 === 1,
        draft: { notes: `Note ${number}` },
        draftAt: poppedAt + number
    };
}

function journalHolding(text: string): JournalEntry[] {
    const { store } = createFakeBrowser().openTab('t');
    store.write('convox-calls', text);
    return readJournal(store, 'user', NOW);
}

test('a reload finds the calls at hand again, in their order', () => {
    const { store } = createFakeBrowser().openTab('t');
    writeJournal(store, 'user', [call(2), call(1)]);
    expect(readJournal(store, 'user', NOW)).toEqual([call(2), call(1)]);
});

test('another user at the same computer sees none of them, and a page that the first one left open leaves none behind', () => {
    const { entries, openTab } = createFakeBrowser();
    const { store } = openTab('t');
    writeJournal(store, 'user', [call(1)]);
    expect(readJournal(store, 'other', NOW)).toEqual([]);
    writeJournal(store, 'user', [call(1)]);
    expect([...entries.values()].join()).not.toContain('Note 1');
    writeJournal(store, 'other', [call(2)]);
    writeJournal(store, 'user', [call(1)]);
    expect(readJournal(store, 'other', NOW)).toEqual([call(2)]);
});

test('keeps every call and forgets what is older than half a day', () => {
    const { store } = createFakeBrowser().openTab('t');
    const calls = Array.from({ length: 40 }, (_, number) => call(number));
    writeJournal(store, 'user', calls);
    expect(readJournal(store, 'user', NOW)).toEqual(calls);
    expect(readJournal(store, 'user', NOW + 12 * HOUR)).toEqual([]);
});

test('leaves nothing of a call on the computer when none is at hand', () => {
    const browser = createFakeBrowser();
    const { store } = browser.openTab('t');
    writeJournal(store, 'user', [call(1)]);
    writeJournal(store, 'user', []);
    expect([...browser.entries.values()]).toEqual(['{"version":1,"userId":"user","calls":[]}']);
});

test.each([
    ['no JSON', '{'],
    ['another version', JSON.stringify({ version: 2, userId: 'user', calls: [call(1)] })],
    ['calls that are no list', JSON.stringify({ version: 1, userId: 'user', calls: 'x' })],
    ['a call without a time', JSON.stringify({ version: 1, userId: 'user', calls: [{ parameters: [['a', 'b']] }] })],
    [
        'a call without parameters',
        JSON.stringify({ version: 1, userId: 'user', calls: [{ poppedAt: NOW, parameters: [['a'], 3] }] })
    ]
])('%s gives no calls', (_name, text) => {
    expect(journalHolding(text)).toEqual([]);
});
