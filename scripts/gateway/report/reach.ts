import { askConvox, NoAnswer } from '../callControl/convoxRequest.ts';

const TIMEOUT = 3000;

/** Milliseconds that an answer stands: whoever asks often must not keep a ConVox server busy. */
const STANDS = 10_000;

/** From here on a proxy says that it reached nobody; 500 is what a page of ConVox itself answers when it fails. */
const OF_A_PROXY = 502;

/** Whether ConVox answers at the origin of its server. Its first page is asked for, which commands nothing. */
export function createReach(now: () => number): (origin: string) => Promise<boolean> {
    const known = new Map<string, { readonly at: number; readonly answers: Promise<boolean> }>();
    return (origin) => {
        const last = known.get(origin);
        if (last !== undefined && now() - last.at < STANDS) {
            return last.answers;
        }
        const asked = askConvox({
            url: new URL('/', origin),
            method: 'GET',
            headers: {},
            body: new Uint8Array(),
            trace: {},
            timeout: TIMEOUT
        });
        const answers = asked.then(
            ({ status }) => status < OF_A_PROXY,
            (error: unknown) => error instanceof NoAnswer && error.kind === 'too large'
        );
        known.set(origin, { at: now(), answers });
        return answers;
    };
}
