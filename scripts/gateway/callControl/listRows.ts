import { isUpload, MOST_ROWS, readRows, UPLOAD, writeResults } from '#list-upload';
import type { ListRow, RowResult } from '#list-upload';
import type { SentCommand } from './commandSender.ts';
import type { SheetCommand } from './dialects/dialect.ts';
import { textsOf } from './dialects/spokenCommand.ts';

/** Milliseconds that the rows of one command may take together: Salesforce waits for them all. */
const LONGEST = 45_000;

export interface RowSending {
    /** Sends one row, once. */
    readonly send: (row: SheetCommand) => Promise<SentCommand>;
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

/** One after the other, each once. Once ConVox cannot be reached, or time is up, the rest is not sent, and says so. */
async function sendInTurn(
    rows: readonly ListRow[],
    commandOf: (row: ListRow) => SheetCommand,
    { send, now }: RowSending
): Promise<string> {
    const endsAt = now() + LONGEST;
    const results: RowResult[] = [];
    let isAway = false;
    for (const row of rows) {
        if (isAway || now() > endsAt) {
            results.push({
                id: row.id,
                outcome: 'refused',
                code: '',
                words: 'The row was not sent: ConVox is away or slow'
            });
        } else {
            const sent = await send(commandOf(row));
            isAway = sent.came === 'no answer' && sent.outcome === 'refused';
            results.push({ id: row.id, outcome: sent.outcome, code: sent.code, words: sent.words });
        }
    }
    return writeResults(results);
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
