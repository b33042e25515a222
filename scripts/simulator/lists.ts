import { z } from 'zod';
import { dialNumber } from '#contract';
import type { JsonCommand } from './jsonCommand.ts';
import type { Reply } from './replies.ts';
import type { ConvoxProcess } from './settings.ts';

/** Numbers of the dialler's lists, by process and list, in the order in which they came. */
export type Lists = Map<string, string[]>;

/** What a server looks at before it takes a row. */
interface Dialler {
    readonly processes: readonly ConvoxProcess[];
    readonly doNotCall: readonly string[];
    readonly lists: Lists;
}

const rows = z.array(z.object({ mobile: z.string() }).catchall(z.string()));

export const numbersIn = (command: JsonCommand): string[] => {
    try {
        return rows.parse(JSON.parse(command.data ?? '[]')).map(({ mobile }) => mobile);
    } catch {
        return [];
    }
};

/** What is public is DU000 and the number of rows; the other codes are this server's own. */
export function uploadedRow(command: JsonCommand, { processes, doNotCall, lists }: Dialler): Reply {
    const { process = '', list_id: listId = '' } = command;
    if (!processes.some(({ name }) => name === process)) {
        return { code: 'DU001', message: 'Process does not exist' };
    }
    const numbers = numbersIn(command);
    if (numbers.length === 0 || numbers.some((number) => number === '' || dialNumber(number) !== number)) {
        return { code: 'DU002', message: 'A row has no number of ten digits' };
    }
    const key = `${process} ${listId}`;
    const before = lists.get(key) ?? [];
    const added = numbers.filter((number) => !doNotCall.includes(number));
    lists.set(key, [...before, ...added]);
    return { code: 'DU000', message: '', counted: added.length };
}
