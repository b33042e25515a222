import { isUpload, MOST_ROWS, readRows, UPLOAD, writeResults } from '#list-upload';
import type { ListRow, RowResult } from '#list-upload';
import type { SentCommand } from './commandSender.ts';
import type { SheetCommand } from './dialects/dialect.ts';
import { textsOf } from './dialects/spokenCommand.ts';

/** Milliseconds that the rows of one command may take together: Salesforce waits for them all, ten seconds at most. */
const LONGEST = 8000;

export interface RowSending {
    /** Sends one row, once, and waits for at most so many milliseconds. */
    readonly send: (row: SheetCommand, longest: number) => Promise<SentCommand>;
    /** Milliseconds since 1970. */
    readonly now: () => number;
}

/** Undefined when a command carries no rows; else what became of each, or why none was sent. */
export function sendListRows(command: SheetCommand, sending: RowSending): Promise<string> | undefined {
    const text = textsOf(command);
    const rows = text('rows');
    if (!isUpload(text('action')) || rows === '') {
        return undefined;
    }
    const list = ['process', 'list_id', 'batch_id'].map((name): [string, string] => [name, text(name)]);
    const read = readRows(rows);
    return read === undefined
        ? Promise.resolve(`REFUSED - rows: not readable, or more than ${MOST_ROWS}. None was sent`)
        : sendInTurn(read, (row) => rowCommand(command, list, row), sending);
}

/**
 * One after the other, each once. A row is begun where there is time for twice what the slowest took; the others wait, and so
 * does everything once ConVox is away, or gave no answer to two rows in a line.
 */
async function sendInTurn(
    rows: readonly ListRow[],
    commandOf: (row: ListRow) => SheetCommand,
    { send, now }: RowSending
): Promise<string> {
    const endsAt = now() + LONGEST;
    const results: RowResult[] = [];
    let slowest = 0;
    let lost = 0;
    let away = '';
    for (const row of rows) {
        const begun = now();
        const left = endsAt - begun;
        if (away !== '' || left < 2 * slowest) {
            results.push(waiting(row, away || 'ConVox is slow'));
        } else {
            const sent = await send(commandOf(row), left);
            slowest = Math.max(slowest, now() - begun);
            lost = sent.outcome === 'unknown' ? lost + 1 : 0;
            const never = whyNotTaken(sent);
            away = never || (lost > 1 ? `ConVox gives no answer. ${sent.words}` : '');
            results.push(
                never === ''
                    ? { id: row.id, outcome: sent.outcome, code: sent.code, words: sent.words }
                    : waiting(row, never)
            );
        }
    }
    return writeResults(results);
}

function waiting({ id }: ListRow, why: string): RowResult {
    return { id, outcome: 'waiting', code: '', words: `The row was not sent: ${why}` };
}

/** HTTP statuses of a server that has nobody at this address, or lets nobody in. */
const TURNED_AWAY: readonly number[] = [401, 403, 404, 405];

/** The gateway's code for what a server's dialect has no words for. */
const NOT_KNOWN = 'GE009';

/** Why it is certain that ConVox has nothing of a row, nor would have of the next one; '' when it is not. */
function whyNotTaken(sent: SentCommand): string {
    if (sent.came === 'answered') {
        const isTurnedAway = sent.outcome === 'unknown' && TURNED_AWAY.includes(sent.status);
        return isTurnedAway ? `the server has no lists at its address. ${sent.words}` : '';
    }
    const isAway = sent.came === 'no answer' && sent.outcome === 'refused';
    return isAway || (sent.came === 'withheld' && sent.code === NOT_KNOWN) ? sent.words : '';
}

function rowCommand(
    command: SheetCommand,
    list: readonly [string, string][],
    { id, number, fields }: ListRow
): SheetCommand {
    const columns = fields.map((field, index): [string, string] => [`info_${index + 1}`, field]);
    const parameters = new URLSearchParams([
        ['ACTION', UPLOAD],
        ['refno', id],
        ['number', number],
        ...list,
        ...columns
    ]);
    return { ...command, query: '', body: new TextEncoder().encode(parameters.toString()) };
}
