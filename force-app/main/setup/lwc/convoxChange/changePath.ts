import type { ProofId } from './proofs.ts';

/** A change of the installation. */
export interface ChangePath {
    readonly id: string;
    readonly title: string;
    readonly steps: readonly string[];
    /** What has to be said at its begin; nothing where the org knows by itself. */
    readonly asks?: 'agent' | 'server';
    /** What shows that it is done. */
    readonly proofs: readonly ProofId[];
    /** What of a server is changed: the gateway's marks of those that it takes now are kept with the change. */
    readonly marks?: 'keys' | 'secrets';
}
