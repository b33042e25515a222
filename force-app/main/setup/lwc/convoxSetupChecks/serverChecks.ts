import { fillIn } from 'c/convoxText';
import type { GatewayReport } from 'c/convoxGatewayReport';
import { check, lookedUp } from './check.ts';
import type { Check, Fix, GatewayState, Rights, Seen } from './check.ts';
import { labels as healthLabels } from './healthLabels.ts';
import { labels } from './labels.ts';
import { minutesSince } from './minutesSince.ts';
import { oneDefault } from './oneDefault.ts';
import { NAMED_CREDENTIALS } from './setupPages.ts';
import { sameSettings } from './sameSettings.ts';
import type { ServerFacts } from './serverFacts.ts';
import type { SetupFacts } from './setupFacts.ts';

/** More than this apart, a command's moment and a call's would be told in the wrong order. */
const MOST_SECONDS_APART = 120;

const CREDENTIAL_SET = 'ConVox_Org_Agent_Rights';

export function serverChecks({ servers }: SetupFacts, { gateway, rights, userId, now }: Omit<Seen, 'keys'>): Check[] {
    const report = reportOf(gateway);
    return [
        oneDefault(servers, report),
        gatewayAnswers(gateway, credentialRight(rights, userId)),
        ...(gateway && report
            ? [
                  convoxAnswers(report),
                  knowsAll(servers, report),
                  ...sameSettings(servers, report),
                  clocksAgree(report, gateway.askedAt, now),
                  nothingWaits(report, now)
              ]
            : [])
    ];
}

/** Undefined when there is none. */
export function reportOf(gateway: GatewayState | undefined): GatewayReport | undefined {
    return gateway && 'report' in gateway.answer ? gateway.answer.report : undefined;
}

function gatewayAnswers(gateway: GatewayState | undefined, fixes: readonly Fix[]): Check {
    if (gateway === undefined) {
        return lookedUp('gateway', labels.gatewayClaim, labels.asking);
    }
    const { answer, fault } = gateway;
    if ('report' in answer) {
        const { gateway: version, status } = answer.report;
        return check('gateway', labels.gatewayClaim, 'yes', fillIn(labels.gatewayVersion, version, status));
    }
    return check('gateway', labels.gatewayClaim, 'no', fault || answer.words, mendOf(fault), [
        { label: labels.goAddress, action: { does: 'go', url: NAMED_CREDENTIALS } },
        ...fixes
    ]);
}

/** What the platform says of a callout to which nothing answered, or a proxy in place of the gateway. */
const GONE = /tim(?:ed|e) ?out|connection|unable to connect|tunnel|unknown ?host|no route|HTTP 50[234]/i;

/** Nobody looks for a wrong key where nothing listens. */
function mendOf(fault: string): string {
    return GONE.test(fault) ? `${healthLabels.gatewayGone} ${labels.gatewayMend}` : labels.gatewayMend;
}

/** Whoever asks uses the credential: nobody does without a right to it. */
function credentialRight(rights: Rights | undefined, userId: string): Fix[] {
    const id = rights?.ids.get(CREDENTIAL_SET);
    const isGiven = rights?.usersBySet.get(CREDENTIAL_SET)?.has(userId) === true;
    const to = [{ userId, name: CREDENTIAL_SET, rightIds: id === undefined ? [] : [id] }];
    return id === undefined || isGiven
        ? []
        : [{ label: fillIn(labels.giveMe, CREDENTIAL_SET), action: { does: 'give', to } }];
}

function convoxAnswers({ servers }: GatewayReport): Check {
    const asked = servers.filter(({ answers }) => answers !== undefined);
    const silent = asked.filter(({ answers }) => answers === false).map(({ code }) => code);
    return check(
        'convox',
        labels.convoxClaim,
        silent.length > 0 ? 'no' : asked.length > 0 ? 'yes' : 'open',
        silent.length > 0
            ? fillIn(labels.silent, silent.join(', '))
            : asked.map(({ code }) => code).join(', ') || healthLabels.convoxUnasked,
        asked.length > 0 ? labels.convoxMend : healthLabels.convoxUnaskedMend
    );
}

/** What is sent to a server that the gateway does not know is refused. It knows its default one as `default`, too. */
function knowsAll(servers: readonly ServerFacts[], report: GatewayReport): Check {
    const known = report.servers.map(({ code }) => code);
    const unknown = servers.map(({ code }) => code).filter((code) => !['', 'default', ...known].includes(code));
    return check(
        'servers',
        labels.knownClaim,
        unknown.length > 0 ? 'no' : servers.length > 0 ? 'yes' : 'open',
        unknown.length > 0
            ? fillIn(labels.notKnown, unknown.join(', '))
            : servers.length > 0
              ? known.join(', ')
              : healthLabels.nothingYet,
        unknown.length > 0 ? labels.knownMend : ''
    );
}

function clocksAgree({ at }: GatewayReport, askedAt: number, now: number): Check {
    const told = Date.parse(at);
    // Told somewhere between the question and now.
    const apart = Math.round(Math.max(0, askedAt - told, told - now) / 1000);
    return check(
        'clock',
        labels.clockClaim,
        apart <= MOST_SECONDS_APART ? 'yes' : 'no',
        fillIn(labels.secondsApart, apart),
        labels.clockMend
    );
}

/** It has a check of its own. */
const OF_THE_ALLOWANCE = /^The org has used /;

function nothingWaits(report: GatewayReport, now: number): Check {
    const { waiting, oldestSeconds, deadLetters, lastForwardAt } = report;
    const reasons = report.reasons.filter((reason) => !OF_THE_ALLOWANCE.test(reason));
    const isWell = reasons.length === 0 && deadLetters === 0;
    return check(
        'backlog',
        labels.backlogClaim,
        isWell ? (lastForwardAt ? 'yes' : 'open') : 'no',
        [
            fillIn(labels.waiting, waiting, oldestSeconds, deadLetters),
            fillIn(healthLabels.lastBrought, minutesSince(lastForwardAt, now)),
            ...reasons
        ].join(' · '),
        isWell ? '' : labels.backlogMend
    );
}
