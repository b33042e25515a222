import type { GatewayReport, ReportedServer } from 'c/convoxGatewayReport';
import { known } from 'c/convoxSetupChecks';
import type { BegunChange, Check, CheckAnswer, ProcessFacts, Rights, SetupFacts } from 'c/convoxSetupChecks';

/** What is known of the installation now. */
export interface ChangeSeen {
    readonly facts: SetupFacts;
    readonly checks: readonly Check[];
    /** Undefined where the gateway has not answered. */
    readonly report: GatewayReport | undefined;
    readonly rights: Rights | undefined;
    /** What the org told of this change; undefined until it did. */
    readonly told: unknown;
    /** Milliseconds on this computer's clock. */
    readonly now: number;
}

/** What a proof has to go by. */
export interface Shown {
    readonly answer: CheckAnswer;
    readonly evidence: string;
}

/** Open until it is shown: nothing of a change under way is wrong. */
export function shown(isShown: boolean, evidence: string): Shown {
    return { answer: isShown ? 'yes' : 'open', evidence };
}

/** Whether an instant is later than all others; '' is no instant. */
export function isAfter(moment: string, ...others: readonly string[]): boolean {
    return others.filter(Boolean).every((other) => Date.parse(moment) > Date.parse(other));
}

/** The processes that were entered since. */
export function newProcesses({ moment }: BegunChange, { processes }: SetupFacts): ProcessFacts[] {
    return processes.filter(({ enteredAt }) => isAfter(enteredAt, moment));
}

/** The server of the change as the gateway knows it. */
export function theirServer({ of: [id] }: BegunChange, { facts, report }: ChangeSeen): ReportedServer | undefined {
    const server = facts.servers.find((one) => one.id === id);
    return server && report && known(server, report);
}
