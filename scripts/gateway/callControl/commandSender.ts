import { createAccessTokens } from './accessTokens.ts';
import type { GivenToken } from './accessTokens.ts';
import { NoAnswer } from './convoxRequest.ts';
import type { NoAnswerKind } from './convoxRequest.ts';
import type {
    CommandOutcome,
    Dialect,
    DialectAnswer,
    DialectRequest,
    SheetCommand,
    TokenDialect
} from './dialects/dialect.ts';

/** Sends a request once and waits for at most so many milliseconds. Rejects with NoAnswer. */
export type SendOnce = (request: DialectRequest, timeout: number) => Promise<DialectAnswer>;

export interface SenderOptions {
    readonly dialect: Dialect;
    /** The server's static key; '' where it asks for none. */
    readonly accessKey: string;
    /** IANA name of the zone that the server's times are in. */
    readonly timeZone: string;
    /** Milliseconds for all that one command takes. */
    readonly timeout: number;
    /** Milliseconds since 1970. */
    readonly now: () => number;
}

/** What became of a command. `withheld`: it was never sent. `event`: why there is no answer, for the log. */
export type SentCommand = CommandOutcome &
    (
        | { readonly came: 'answered'; readonly status: number }
        | { readonly came: 'no answer' | 'withheld'; readonly event: string }
    );

/** @param longest milliseconds that there are for it, where that is less than a command may take */
export type CommandSender = (command: SheetCommand, send: SendOnce, longest?: number) => Promise<SentCommand>;

/** What Salesforce keeps with a command that got no answer: whether it may have arrived is what an agent has to know. */
const WITHOUT_ANSWER: Readonly<Record<NoAnswerKind, Pick<CommandOutcome, 'outcome' | 'words'>>> = {
    'not sent': { outcome: 'refused', words: 'ConVox cannot be reached: the command was not sent' },
    'timed out': { outcome: 'unknown', words: 'ConVox did not answer in time: the command may have arrived' },
    'broken off': { outcome: 'unknown', words: 'The answer of ConVox was lost: the command may have arrived' },
    'too large': { outcome: 'unknown', words: 'The answer of ConVox was too large: the command may have arrived' }
};

/** A token takes at most this share of a command's time, so that enough is left for the command. */
const TOKEN_SHARE = 0.5;

/** An access to show, or what becomes of the command that has none. */
type Access = { readonly access: string } | { readonly withheld: SentCommand };

/**
 * Says commands to a server in its dialect, and reads its answers. A command is sent once; a second time only, with a fresh
 * token, when the server turned the first away for its token alone: nothing has come of that one.
 */
export function createCommandSender({ dialect, accessKey, timeZone, timeout, now }: SenderOptions): CommandSender {
    const tokens = createAccessTokens(now);

    async function accessBy(given: TokenDialect | undefined, send: SendOnce, left: number): Promise<Access> {
        if (given === undefined) {
            return { access: accessKey };
        }
        if (left <= 0) {
            return { withheld: outOfTime };
        }
        const fetchToken = async (): Promise<GivenToken> => {
            const answer = given.read(await send(given.request(accessKey), Math.ceil(left * TOKEN_SHARE)), timeZone);
            if (!answer.ok) {
                throw new NoToken(answer);
            }
            return answer;
        };
        try {
            return { access: await tokens.get(fetchToken) };
        } catch (error) {
            return { withheld: withoutToken(error) };
        }
    }

    return async (command, send, longest = timeout) => {
        const endsAt = now() + Math.min(longest, timeout);
        const translated = dialect.translate(command);
        if (!translated.ok) {
            return withheld(translated.code, translated.words);
        }
        const accesses = [accessKey];
        const attempt = async (isRepeat: boolean): Promise<SentCommand> => {
            const shown = await accessBy(dialect.tokens, send, endsAt - now());
            if ('withheld' in shown) {
                return shown.withheld;
            }
            accesses.push(shown.access);
            const left = Math.ceil(endsAt - now());
            if (left <= 0) {
                return outOfTime;
            }
            const answer = await answerOrNone(send(translated.request(shown.access), left));
            if ('came' in answer) {
                return answer;
            }
            const isForToken = dialect.tokens?.isRefused(answer) === true;
            if (isRepeat || !isForToken) {
                const outcome = translated.outcome?.(answer) ?? dialect.outcome(answer);
                return outcomeOf(isForToken ? { ...outcome, outcome: 'refused' } : outcome, answer);
            }
            tokens.refused(shown.access);
            return attempt(true);
        };
        const sent = await attempt(false);
        return { ...sent, words: withoutAny(accesses, sent.words) };
    };
}

/** A server that repeats what it was asked shows its key or token, which stays in the gateway. */
function withoutAny(accesses: readonly string[], words: string): string {
    return accesses
        .flatMap((access) => (access ? [access, encodeURIComponent(access)] : []))
        .reduce((text, access) => text.replaceAll(access, '***'), words);
}

async function answerOrNone(answer: Promise<DialectAnswer>): Promise<DialectAnswer | SentCommand> {
    try {
        return await answer;
    } catch (error) {
        if (!(error instanceof NoAnswer)) {
            throw error;
        }
        return { ...WITHOUT_ANSWER[error.kind], code: '', came: 'no answer', event: error.message };
    }
}

function outcomeOf(outcome: CommandOutcome, answer: DialectAnswer): SentCommand {
    if (answer.status >= 300 && answer.status < 400) {
        return {
            outcome: 'unknown',
            code: '',
            words: 'ConVox redirects: check its address',
            came: 'no answer',
            event: 'ConVox answered a command with a redirection'
        };
    }
    return { ...outcome, came: 'answered', status: answer.status };
}

/** Why there is no token. */
class NoToken extends Error {
    readonly code: string;

    constructor({ code, words }: { readonly code: string; readonly words: string }) {
        super(words);
        this.name = 'NoToken';
        this.code = code;
    }
}

function withoutToken(error: unknown): SentCommand {
    if (error instanceof NoToken) {
        return withheld(error.code, `${error.message}. The command was not sent`);
    }
    if (error instanceof NoAnswer) {
        return withheld('', 'ConVox gives the gateway no token: the command was not sent');
    }
    throw error;
}

function withheld(code: string, words: string): SentCommand {
    return { outcome: 'refused', code, words, came: 'withheld', event: 'command not sent' };
}

const outOfTime = withheld('', 'ConVox took too long over a token: the command was not sent');
