import { labels as callLabels } from './callLabels.ts';
import { labels as healthLabels } from './healthLabels.ts';
import { labels } from './labels.ts';
import { labels as limitLabels } from './limitLabels.ts';

/** The checks that the flow of the night makes as well, and what each claims. */
const CLAIMS: Readonly<Record<string, string>> = {
    defaultServer: labels.defaultClaim,
    gateway: labels.gatewayClaim,
    convox: labels.convoxClaim,
    servers: labels.knownClaim,
    zone: labels.zoneClaim,
    dialect: labels.dialectClaim,
    clock: labels.clockClaim,
    backlog: labels.backlogClaim,
    allowance: limitLabels.allowanceClaim,
    statuses: healthLabels.statusesClaim,
    unknown: callLabels.unknownClaim,
    agents: labels.agentsClaim,
    rights: labels.rightsClaim,
    health: healthLabels.unseen
};

/** What the check of this id claims; the id itself for one that this version does not know. */
export function claimOf(id: string): string {
    return CLAIMS[id] ?? id;
}
