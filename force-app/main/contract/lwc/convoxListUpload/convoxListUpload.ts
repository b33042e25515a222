/**
 * How rows for a list of ConVox's dialler come to the gateway, and what became of each. A flow writes the one and reads the
 * other as formulas, which know neither JSON nor line ends: `|` stands between the parts of a row, `~` ends a row, and neither is
 * within a part.
 */
export interface ListRow {
    /** Salesforce's id of the row, which tells it apart. */
    readonly id: string;
    readonly number: string;
    /** The list's columns info_1, info_2 and so on. */
    readonly fields: readonly string[];
}

/** What became of a row; `waiting`: it did not go to ConVox. `code` and `words`: ConVox's, or ''. */
export interface RowResult {
    readonly id: string;
    readonly outcome: 'accepted' | 'refused' | 'unknown' | 'waiting';
    readonly code: string;
    readonly words: string;
}

/** The ACTION of rows for a list. */
export const UPLOAD = 'DataUpload';

export function isUpload(action: string): boolean {
    return action.toLowerCase() === UPLOAD.toLowerCase();
}

export const MOST_FIELDS = 10;

/** Rows that go together: ConVox is asked for each, and Salesforce waits for the answer. */
export const MOST_ROWS = 20;

/** Characters of a column; longer ones are cut. */
export const LONGEST_FIELD = 100;

const PART = '|';
const ROW = '~';

const plain = (text: string, longest: number): string =>
    text
        .replace(/[|~\s]+/g, ' ')
        .trim()
        .slice(0, longest);

/** A text as it may stand in a column of a list. */
export function listField(text: string): string {
    return plain(text, LONGEST_FIELD);
}

export function writeRows(rows: readonly ListRow[]): string {
    return rows.map(({ id, number, fields }) => [id, number, ...fields.map(listField)].join(PART) + ROW).join('');
}

/** Undefined for what are no rows, or too many of them. */
export function readRows(text: string): ListRow[] | undefined {
    const rows = text.split(ROW).filter((row) => row.trim() !== '');
    const read = rows.map((row): ListRow => {
        const [id = '', number = '', ...fields] = row.split(PART).map((part) => part.trim());
        return { id, number, fields };
    });
    const areRows = read.every(({ id, fields }) => /^\w{1,20}$/.test(id) && fields.length <= MOST_FIELDS);
    const areDifferent = new Set(read.map(({ id }) => id)).size === read.length;
    return read.length > 0 && read.length <= MOST_ROWS && areRows && areDifferent ? read : undefined;
}

/** `|<id>=<OUTCOME> <code or -> <words>` for each row, and a last `|`. */
export function writeResults(results: readonly RowResult[]): string {
    const texts = results.map(
        ({ id, outcome, code, words }) => `${PART}${id}=${outcome.toUpperCase()} ${code || '-'} ${plain(words, 200)}`
    );
    return `${texts.join('')}${PART}`;
}

/** What became of each row, by its id; of a row that is not there nobody knows. */
export function readResults(text: string): ReadonlyMap<string, string> {
    const parts = text.split(PART).map((part) => part.split('='));
    return new Map(
        parts.flatMap(([id = '', ...words]) => (id === '' || words.length === 0 ? [] : [[id, words.join('=')]]))
    );
}

/**
 * By which a number is handed to a list once, whoever hands it over, and whatever code its server takes later.
 * @param serverId Salesforce's id of the server
 * @param ownProcess the process as its server calls it
 */
export function listKey(serverId: string, ownProcess: string, listId: string, number: string): string {
    return [serverId, ownProcess, listId, number].join(':');
}
