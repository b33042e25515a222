import type { Enterable, SetupFacts } from 'c/convoxSetupChecks';

/** As an installation is made. */
const ORDER: readonly Enterable[] = ['servers', 'processes', 'dispositions', 'agents'];

/** What there is none of, behind what was entered now; undefined where nothing is missing. */
export function nextMissing(
    what: Enterable,
    facts: Pick<SetupFacts, 'servers' | 'processes' | 'dispositions' | 'agents'>
): Enterable | undefined {
    return ORDER.slice(ORDER.indexOf(what) + 1).find((kind) => facts[kind].length === 0);
}
