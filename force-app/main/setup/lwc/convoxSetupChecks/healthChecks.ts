import { fillIn } from 'c/convoxText';
import type { GatewayReport } from 'c/convoxGatewayReport';
import { check } from './check.ts';
import type { Check } from './check.ts';
import { labels } from './healthLabels.ts';
import { FLOWS } from './setupPages.ts';
import type { Arrival } from './arrivals.ts';
import { minutesSince } from './minutesSince.ts';
import type { SetupFacts } from './setupFacts.ts';

const DAY = 24 * 3_600_000;

/**
 * Whether it goes on well after the first day. What the flow ConVox_Check_Health sees as red is red here: the table of
 * faults holds the two together.
 */
export function healthChecks(facts: SetupFacts, report: GatewayReport | undefined, now: number): Check[] {
    return [statusesKeepComing(facts, report, now), nightsAreSeen(facts, now)];
}

/** A quiet night is no fault: only a call that should have had its status by now shows one. */
function statusesKeepComing(
    { untoldPop, lastStatus }: SetupFacts,
    report: GatewayReport | undefined,
    now: number
): Check {
    const came = Date.parse(lastStatus?.moment ?? '');
    const haveStopped = Date.parse(untoldPop?.moment ?? '') > came;
    return check(
        'statuses',
        labels.statusesClaim,
        Number.isNaN(came) ? 'open' : haveStopped ? 'no' : 'yes',
        [momentText(lastStatus), ...lastsOf(report, now)].join(' · '),
        haveStopped ? labels.statusesMend : ''
    );
}

function momentText(arrival: Arrival | undefined): string {
    return arrival?.at ?? labels.nothingYet;
}

/** What came to the gateway last and what it sent last, server by server. */
function lastsOf(report: GatewayReport | undefined, now: number): string[] {
    return (report?.servers ?? []).map(({ code, lastPushAt, lastCommandAt }) =>
        fillIn(labels.lasts, code, minutesSince(lastPushAt, now), minutesSince(lastCommandAt, now))
    );
}

function nightsAreSeen({ days }: SetupFacts, now: number): Check {
    const last = days.find(({ isOfTheNight }) => isOfTheNight);
    const isLate = now - Date.parse(last?.day ?? '') > 2 * DAY;
    return check(
        'nights',
        labels.nightsClaim,
        last === undefined ? 'open' : isLate ? 'no' : 'yes',
        last?.day ?? labels.nothingYet,
        labels.nightsMend,
        [{ label: labels.goFlows, action: { does: 'go', url: FLOWS } }]
    );
}
