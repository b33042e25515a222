import { z } from 'zod';
import { parseJson } from '../../node/parseJson.ts';
import { AdminError } from './command.ts';
import type { RunProcess } from './processes.ts';

const SCRIPT = 'node_modules/@salesforce/cli/bin/run.js';

const answer = z.object({
    status: z.number(),
    result: z.unknown().optional(),
    message: z.string().optional(),
    name: z.string().optional(),
    actions: z.array(z.string()).optional()
});

/** The Salesforce CLI of this project, spoken to in JSON. */
export interface SalesforceCli {
    /**
     * Runs a command with `--json` and returns its result.
     * @throws AdminError in the CLI's words when it fails, unless `mayFail`: then its result says what went wrong
     */
    json<Result>(args: readonly string[], shape: z.ZodType<Result>, options?: { mayFail: boolean }): Promise<Result>;
}

export function createSalesforceCli(run: RunProcess): SalesforceCli {
    return {
        json: async (args, shape, { mayFail } = { mayFail: false }) => {
            const { stdout, stderr } = await run(SCRIPT, [...args, '--json']);
            const parsed = answer.safeParse(documentIn(stdout));
            if (!parsed.success) {
                throw new AdminError(`sf ${args.slice(0, 3).join(' ')} gave no answer.`, lastLines(stderr || stdout));
            }
            const { status, result, message, name, actions } = parsed.data;
            const hasResult = shape.safeParse(result);
            if (hasResult.success && (status === 0 || mayFail)) {
                return hasResult.data;
            }
            throw new AdminError(
                `sf ${args.slice(0, 3).join(' ')}: ${message ?? name ?? 'an answer of an unknown kind'}`,
                actions ?? []
            );
        }
    };
}

/** The CLI may print warnings around its document. */
function documentIn(text: string): unknown {
    const start = text.indexOf('{');
    return parseJson(text.slice(start < 0 ? 0 : start, text.lastIndexOf('}') + 1));
}

function lastLines(text: string): string[] {
    return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .slice(-3);
}
