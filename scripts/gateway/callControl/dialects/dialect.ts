/** A command of Salesforce: a request of the integration sheet's, as it came. */
export interface SheetCommand {
    readonly method: 'GET' | 'POST';
    /** Name of the script below `/ConVoxCCS/Agent/`. */
    readonly script: string;
    /** With its question mark, or ''. */
    readonly query: string;
    readonly contentType: string;
    readonly body: Uint8Array;
}

/** One request to a ConVox server; the server's origin goes before the path. */
export interface DialectRequest {
    readonly method: 'GET' | 'POST';
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
}

export interface DialectAnswer {
    readonly status: number;
    readonly text: string;
}

/** What ConVox calls the call that a command began. */
export interface CallIds {
    readonly convoxId: string;
    readonly callReference: string;
}

export interface CommandOutcome {
    readonly outcome: 'accepted' | 'refused' | 'unknown';
    /** ConVox's, or ''. */
    readonly code: string;
    readonly words: string;
    readonly ids?: CallIds;
}

/** A command in a server's words, or why it has none: then nothing is sent. */
export type Translated =
    | {
          readonly ok: true;
          readonly request: ShownRequest;
          /** How its answer is read, where other codes than those of calls may come. */
          readonly outcome?: (answer: DialectAnswer) => CommandOutcome;
      }
    | { readonly ok: false; readonly code: string; readonly words: string };

/** @param access what the server wants to be shown with a command: its static key, or a token */
export type ShownRequest = (access: string) => DialectRequest;

/** How a server hands out the short-lived tokens that its commands carry. */
export interface TokenDialect {
    request(accessKey: string): DialectRequest;
    /** @param timeZone IANA name of the zone that the server's times are in */
    read(answer: DialectAnswer, timeZone: string): TokenAnswer;
    /** Whether a command was turned away for its token alone, before anything came of it. */
    isRefused(answer: DialectAnswer): boolean;
}

/** `expiresAt`: milliseconds since 1970, left out when the server does not say it readably. */
export type TokenAnswer =
    | { readonly ok: true; readonly token: string; readonly expiresAt?: number }
    | { readonly ok: false; readonly code: string; readonly words: string };

/** How a family of ConVox servers is spoken to. Pure functions: whoever sends decides how often. */
export interface Dialect {
    translate(command: SheetCommand): Translated;
    outcome(answer: DialectAnswer): CommandOutcome;
    readonly tokens?: TokenDialect;
    /** Whether it asks for a key. */
    readonly needsKey: boolean;
}
