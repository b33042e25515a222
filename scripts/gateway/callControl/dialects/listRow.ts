import { dialNumber } from '#contract';
import { isUpload, LONGEST_FIELD, MOST_FIELDS } from '#list-upload';
import { z } from 'zod';
import { answerJson, codedOutcome } from './jsonAnswer.ts';
import type { CommandOutcome, DialectAnswer } from './dialect.ts';

/** One number for a list of a process, whatever is called with it. */
export interface ListRowCommand {
    /** The same for the same row, whenever it is sent. */
    readonly referenceNumber: string;
    readonly process: string;
    readonly listId: string;
    readonly batchId: string;
    /** Ten digits. */
    readonly number: string;
    readonly fields: readonly string[];
}

export type ReadListRow =
    | { readonly ok: true; readonly command: ListRowCommand }
    | { readonly ok: false; readonly code: string; readonly words: string };

const name = z.string().trim().min(1).max(80);

const row = z.object({
    referenceNumber: z.string().regex(/^\w{6,20}$/),
    process: name,
    listId: z.string().regex(/^\w{1,20}$/),
    batchId: z.string().regex(/^\w{0,20}$/),
    number: z.string().refine((number) => number !== '' && dialNumber(number) === number),
    fields: z.array(z.string().max(LONGEST_FIELD)).max(MOST_FIELDS)
});

/** ConVox's own codes for what is wrong with a request; its list has none for a list. */
const CODES: Readonly<Record<string, string>> = { referenceNumber: 'GE006', number: 'CL001' };

/**
 * Undefined when the ACTION is none of a list.
 * @param text the parameter of this name in small letters, or ''
 */
export function readListRow(text: (name: string) => string): ReadListRow | undefined {
    if (!isUpload(text('action'))) {
        return undefined;
    }
    const fields = Array.from({ length: MOST_FIELDS }, (_, index) => text(`info_${index + 1}`));
    const read = row.safeParse({
        referenceNumber: text('refno'),
        process: text('process'),
        listId: text('list_id'),
        batchId: text('batch_id'),
        number: text('number'),
        fields: fields.slice(0, fields.findLastIndex((field) => field !== '') + 1)
    });
    if (read.success) {
        return { ok: true, command: read.data };
    }
    const field = String(read.error.issues[0]?.path[0] ?? 'row');
    return { ok: false, code: CODES[field] ?? '', words: `${field}: not as ConVox takes it. The row was not sent` };
}

const answered = z.object({
    STATUS: z.string(),
    MESSAGE: z.union([z.string(), z.object({ inserted_numbers: z.coerce.number() })]).optional()
});

/** The answer to a row. DU000 is done, unless ConVox counts that it took none; other codes of two letters refuse. */
export function listRowOutcome(answer: DialectAnswer): CommandOutcome {
    const read = answered.safeParse(answerJson(answer.text));
    const code = read.success ? read.data.STATUS.trim().toUpperCase() : '';
    if (!read.success || !/^DU\d{3}$/.test(code)) {
        return codedOutcome(answer);
    }
    const { MESSAGE: said = '' } = read.data;
    const isNone = typeof said === 'object' && said.inserted_numbers === 0;
    const words = typeof said === 'string' ? said : `${said.inserted_numbers} inserted`;
    return { outcome: code === 'DU000' && !isNone ? 'accepted' : 'refused', code, words };
}
