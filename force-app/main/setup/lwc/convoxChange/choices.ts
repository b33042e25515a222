import type { SetupFacts } from 'c/convoxSetupChecks';
import type { ChangePath } from './changePath.ts';

/** Of whom or which a change may be; value: words without a blank, as they are kept with the change. */
export interface Choice {
    readonly label: string;
    readonly value: string;
}

/** An agent without a user has no rights to lose and no follow-ups: beside the check there is a button for it. */
export function choicesOf({ asks }: Pick<ChangePath, 'asks'>, { agents, servers }: SetupFacts): Choice[] {
    if (asks === 'agent') {
        return agents
            .filter(({ userId }) => userId !== '')
            .map(({ id, userId, code, userName }) => ({
                label: `${code} – ${userName}`,
                value: [id, userId, code].join(' ')
            }));
    }
    return asks === 'server' ? servers.map(({ id, name }) => ({ label: name, value: id })) : [];
}

/** How what was chosen is called; '' for a change that is of nobody. */
export function nameOfChosen(of: readonly string[], { servers }: SetupFacts): string {
    const [id, , code] = of;
    return code ?? servers.find((server) => server.id === id)?.name ?? '';
}
