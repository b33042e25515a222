import { z } from 'zod';
import type { Reply } from './replies.ts';

/** A command in JSON: its texts by name. */
export type JsonCommand = Readonly<Record<string, string>>;

/** Rows of a list stay JSON. */
const texts = z.record(
    z.string(),
    z.union([z.string(), z.array(z.unknown()).transform((rows) => JSON.stringify(rows))])
);

/** Undefined for what is no JSON object of texts. */
export function readCommand(body: string): JsonCommand | undefined {
    try {
        return texts.safeParse(JSON.parse(body)).data;
    } catch {
        return undefined;
    }
}

/** Why a command is refused before anybody looks what it asks for; the order is the simulator's own. */
export function refusedCommand(command: JsonCommand | undefined): Reply | undefined {
    if (command === undefined) {
        return { code: 'GE002', message: 'No parameters' };
    }
    const { refno = '' } = command;
    const checks: readonly (readonly [boolean, string, string])[] = [
        [(command.action ?? '') === '', 'GE011', 'Action is empty'],
        [refno === '', 'GE004', 'refno is missing'],
        [!/^\w*$/.test(refno), 'GE005', 'refno has other characters than letters, digits and underscores'],
        [refno.length < 6 || refno.length > 20, 'GE006', 'refno has to have 6 to 20 characters']
    ];
    const [, code, message] = checks.find(([isWrong]) => isWrong) ?? [];
    return code === undefined || message === undefined ? undefined : { code, message };
}
