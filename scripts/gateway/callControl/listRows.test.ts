import { readResults, UPLOAD, writeRows } from '#list-upload';
import type { SentCommand } from './commandSender.ts';
import { sendListRows } from './listRows.ts';

const ROWS = 20;
const idOf = (index: number): string => `a${String(index).padStart(2, '0')}`;

const BODY = new URLSearchParams({
    ACTION: UPLOAD,
    process: 'SALES',
    list_id: '1001',
    batch_id: 'B1',
    rows: writeRows(Array.from({ length: ROWS }, (_, index) => ({ id: idOf(index), number: '9876543201', fields: [] })))
});

const COMMAND = {
    method: 'POST',
    script: 'callcontrol_api.php',
    query: '',
    contentType: 'application/x-www-form-urlencoded',
    body: new TextEncoder().encode(BODY.toString())
} as const;

const accepted: SentCommand = { outcome: 'accepted', code: 'DU000', words: '', came: 'answered', status: 200 };
const answered = (status: number, outcome: SentCommand['outcome'] = 'unknown', code = ''): SentCommand => ({
    outcome,
    code,
    words: `HTTP status ${status}`,
    came: 'answered',
    status
});
const noAnswer = (outcome: 'refused' | 'unknown'): SentCommand => ({
    outcome,
    code: '',
    words: 'No answer',
    came: 'no answer',
    event: ''
});
const notKnown: SentCommand = { outcome: 'refused', code: 'GE009', words: 'No lists', came: 'withheld', event: '' };

/** The outcomes of all rows, and how many milliseconds they took, when each takes so many and is answered so in turn. */
async function send(took: number, ...answers: readonly SentCommand[]) {
    let now = 0;
    let sent = 0;
    const reply = await sendListRows(COMMAND, {
        now: () => now,
        send: (_, longest) => {
            const answer = answers[Math.min(sent, answers.length - 1)] ?? accepted;
            sent += 1;
            now += Math.min(took, longest);
            return Promise.resolve(took > longest ? noAnswer('unknown') : answer);
        }
    });
    const results = readResults(reply ?? '');
    const words = Array.from({ length: ROWS }, (_, index) => results.get(idOf(index))?.split(' ')[0] ?? '');
    return { counts: [...Map.groupBy(words, (word) => word)].map(([word, all]) => `${all.length} ${word}`), now, sent };
}

test.each<[took: number, counts: readonly string[]]>([
    [10, ['20 ACCEPTED']],
    [370, ['20 ACCEPTED']],
    [500, ['15 ACCEPTED', '5 WAITING']],
    [1000, ['7 ACCEPTED', '13 WAITING']],
    [3000, ['1 ACCEPTED', '19 WAITING']],
    [9000, ['1 UNKNOWN', '19 WAITING']]
])('at %i ms a row Salesforce is answered within 8 s: %j', async (took, counts) => {
    const came = await send(took);
    expect(came.counts).toEqual(counts);
    expect(came.now).toBeLessThanOrEqual(8000);
});

test.each<[what: string, answers: readonly SentCommand[], counts: readonly string[], sent: number]>([
    ['cannot be reached', [noAnswer('refused')], ['20 WAITING'], 1],
    ['is gone after the first', [accepted, noAnswer('refused')], ['1 ACCEPTED', '19 WAITING'], 2],
    ['has no such address', [answered(404)], ['20 WAITING'], 1],
    ['lets nobody in', [answered(403)], ['20 WAITING'], 1],
    ['has another dialect', [notKnown], ['20 WAITING'], 1],
    ['refuses each', [answered(200, 'refused', 'DU004')], ['20 REFUSED'], 20],
    ['refuses each by 404', [answered(404, 'refused', 'DU004')], ['20 REFUSED'], 20],
    ['loses every answer', [noAnswer('unknown')], ['2 UNKNOWN', '18 WAITING'], 2],
    ['answers pages', [answered(200)], ['2 UNKNOWN', '18 WAITING'], 2],
    ['loses one answer', [accepted, noAnswer('unknown'), accepted], ['19 ACCEPTED', '1 UNKNOWN'], 20]
])('when ConVox %s nothing is sent in vain', async (_, answers, counts, sent) => {
    const came = await send(1, ...answers);
    expect(came.counts).toEqual(counts);
    expect(came.sent).toBe(sent);
});
