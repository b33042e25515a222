import type { GatewayReport } from 'c/convoxGatewayReport';
import { fillIn } from 'c/convoxText';
import { check } from './check.ts';
import type { Check, Fix } from './check.ts';
import { labels } from './labels.ts';
import type { ServerFacts } from './serverFacts.ts';

/**
 * The org keeps one default server: one that becomes it takes over from the other without a word. That shows by the
 * other one, which nothing names then, and by the gateway, which has not changed.
 */
export function oneDefault(servers: readonly ServerFacts[], report: GatewayReport | undefined): Check {
    const defaults = servers.filter(({ isDefault }) => isDefault);
    const unnamed = servers.filter(({ isDefault, code }) => !isDefault && code === '');
    const moved = defaults.filter(({ code }) => report?.servers.some((one) => one.code === code && !one.isDefault));
    const names = (those: readonly ServerFacts[]): string => those.map(({ name }) => name).join(', ');
    const seen = [
        defaults.length === 1 ? '' : fillIn(labels.defaultsOf, defaults.length, servers.length),
        moved.length === 0 ? '' : fillIn(labels.defaultMoved, names(moved)),
        unnamed.length === 0 ? '' : fillIn(labels.noCode, names(unnamed))
    ].filter(Boolean);
    return check(
        'defaultServer',
        labels.defaultClaim,
        seen.length === 0 ? 'yes' : 'no',
        seen.join(' · ') || names(defaults),
        labels.defaultMend,
        [
            ...servers
                .filter(({ isDefault }) => !isDefault || defaults.length > 1)
                .map((server) => makeDefault(server, report)),
            ...unnamed.map(open),
            { label: labels.enterServer, action: { does: 'enter', what: 'servers' } }
        ]
    );
}

/** What a gateway calls the one server that it has, which needs no code. */
const NO_CODE = 'default';

/** Calls without a code are the gateway's default server's: the org takes only its word for it. */
function makeDefault({ id, name, code }: ServerFacts, report: GatewayReport | undefined): Fix {
    const isOfTheGateway = report?.servers.some((one) => one.isDefault && one.code === (code || NO_CODE)) ?? false;
    return {
        label: fillIn(labels.makeDefault, name),
        action: { does: 'update', id, fields: { Is_Default__c: true, Has_Calls_Without_Code__c: isOfTheGateway } }
    };
}

function open({ id, name }: ServerFacts): Fix {
    return {
        label: fillIn(labels.openServer, name),
        action: { does: 'go', url: `/lightning/r/ConVox_Server__c/${id}/view` }
    };
}
