import { known } from 'c/convoxSetupChecks';
import type { SetupFacts } from 'c/convoxSetupChecks';
import type { ChangeAbout } from './changeAbout.ts';

/** Of whom or which a change may be; value: words without a blank, as they are kept with the change. */
export interface Choice {
    readonly label: string;
    readonly value: string;
}

type ChoiceAbout = Pick<ChangeAbout, 'facts' | 'report'> & {
    readonly path: Pick<ChangeAbout['path'], 'asks' | 'marks'>;
};

/** An agent without a user has no rights to lose and no follow-ups: beside the check there is a button for it. */
export function choicesOf({ path: { asks, marks }, facts: { agents, servers }, report }: ChoiceAbout): Choice[] {
    if (asks === 'agent') {
        return agents
            .filter(({ userId }) => userId !== '')
            .map(({ id, userId, code, userName }) => ({
                label: `${code} – ${userName}`,
                value: [id, userId, code].join(' ')
            }));
    }
    return asks === 'server'
        ? servers.map((server) => {
              const ofGateway = report && known(server, report);
              const taken = (marks && ofGateway?.[marks]) ?? [];
              return { label: server.name, value: [server.id, ...taken].join(' ') };
          })
        : [];
}

/** How what was chosen is called; '' for a change that is of nobody. */
export function nameOfChosen(of: readonly string[], { servers }: SetupFacts): string {
    const [id, , code = ''] = of;
    return servers.find((server) => server.id === id)?.name ?? code;
}
