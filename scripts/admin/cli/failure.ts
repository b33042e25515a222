import { z } from 'zod';
import { AdminError, UsageError } from './command.ts';

export interface Failure {
    readonly message: string;
    readonly details: readonly string[];
    readonly isUsage: boolean;
}

/** What to do about errors that an org answers with, by their code. */
const advice: Readonly<Record<string, string>> = {
    INVALID_SESSION_ID: 'The sign-in has run out. Sign in anew: npm run sf -- org login web --alias <alias>',
    INSUFFICIENT_ACCESS:
        'Sign in as a user who may do this: give yourself the permission set ConVox Admin, or use a system administrator.',
    API_DISABLED_FOR_USER:
        'The user may not use the API. Give it the permission API Enabled, or sign in as another user.',
    REQUEST_LIMIT_EXCEEDED:
        'The org has used up its API requests of the last 24 hours. Wait, and run the command again.',
    INVALID_TYPE: 'Is the package deployed? npm run admin -- deploy --target-org <alias>',
    NamedOrgNotFoundError:
        'npm run sf -- org list shows the orgs that the CLI is signed in to; npm run sf -- org login web --alias <alias> adds one.',
    ECONNREFUSED: 'Nobody listens at the address of the org.',
    ENOTFOUND: 'The address of the org is not known. Check the network.'
};

const coded = z.object({
    errorCode: z.string().optional(),
    code: z.string().optional(),
    name: z.string().optional()
});

/** An error in words for the user: what happened, and what to do about it where that is known. */
export function failureOf(error: unknown): Failure {
    if (error instanceof AdminError) {
        return { message: error.message, details: error.details, isUsage: false };
    }
    if (error instanceof UsageError) {
        return { message: error.message, details: [], isUsage: true };
    }
    const message = messageOf(error);
    const code = codeOf(error);
    const hint = code === undefined ? undefined : advice[code];
    return {
        message: code === undefined || message.includes(code) ? message : `${code}: ${message}`,
        details: hint === undefined ? [] : [hint],
        isUsage: false
    };
}

function messageOf(error: unknown): string {
    const parsed = z.object({ message: z.string() }).safeParse(error);
    return parsed.success ? parsed.data.message : String(error);
}

/** Salesforce's `errorCode`, the system's `code`, or the name that the CLI's library gives its errors. */
function codeOf(error: unknown): string | undefined {
    const parsed = coded.safeParse(error);
    const { errorCode, code, name } = parsed.success ? parsed.data : {};
    return errorCode ?? code ?? (name === undefined || /^(?:[A-Z][a-z]+)?Error$/.test(name) ? undefined : name);
}
