import { knownName, readCallStatus } from '#contract';
import type { FieldProblem, QualityFlag } from '#contract';
import type { Dialect } from './dialects.ts';
import { doubtfulValues } from './doubtfulValues.ts';
import type { ServerSettings } from './explanation.ts';
import type { KindOfMessage } from './messageKind.ts';
import { isSecretName, withoutSecrets } from './pastedSecrets.ts';
import type { PastedTraffic } from './pastedTraffic.ts';
import type { ReadMessage } from './readMessage.ts';
import { raised } from './suspicion.ts';
import type { Suspicion, SuspicionKey } from './suspicion.ts';

export interface Examined {
    readonly traffic: PastedTraffic;
    readonly kind: KindOfMessage;
    readonly dialect: Dialect;
    readonly message: ReadMessage;
    readonly settings: ServerSettings;
}

/** Everything doubtful: about the message first, then name by name. */
export function suspicionsOf(examined: Examined): Suspicion[] {
    const found = [
        ...ofMessage(examined),
        ...doubtfulValues(examined.traffic, examined.message),
        ...ofRefusals(examined),
        ...ofQuality(examined)
    ];
    return found.filter(
        (one, index) => found.findIndex((other) => one.key === other.key && one.name === other.name) === index
    );
}

function ofMessage({ traffic, kind, dialect }: Examined): Suspicion[] {
    const { origin, path, method, carrier, doubts, parameters } = traffic;
    const isPage = /\/c__convoxScreenPop\b/i.test(path);
    return raised('', [
        ...Array.from(doubts, (doubt) => [doubt, true] as const),
        ['misdirected', kind.isMisdirected],
        ['mixedDialects', dialect.isMixed],
        ['withoutPagePrefix', isPage && parameters.some(([name]) => !/^c__/.test(name))],
        ['bodyNotLogged', carrier === 'logLine' && method !== 'GET' && parameters.length === 0],
        ['notEncrypted', /^http:/i.test(origin)],
        ['secretInAddress', [...traffic.inAddress].some(([name]) => isSecretName(name))]
    ]);
}

function ofRefusals({ message, traffic }: Examined): Suspicion[] {
    const nameOf = (field: string): string =>
        traffic.parameters.find(([name]) => knownName(message.table, name)?.rule.field === field)?.[0] ?? field;
    return (message.refusal?.invalid ?? []).map(({ field, problem, code }: FieldProblem) => ({
        key: problem === 'placeholder' || problem === 'tooLong' ? problem : 'refusedValue',
        name: withoutSecrets(nameOf(field).trim()),
        ...(code !== undefined && { code })
    }));
}

/** What the decoder noted that the names above do not tell. */
const flags: Partial<Record<QualityFlag, readonly [SuspicionKey, string]>> = {
    referenceMissing: ['referenceMissing', 'CALL_REFERENCE_ID'],
    statusUnknown: ['statusUnknown', 'CALL_STATUS'],
    startTimeMissing: ['timeMissing', 'CALL_HOUR'],
    startTimeUnreadable: ['timeUnreadable', 'CALL_HOUR'],
    startInFuture: ['startInFuture', 'CALL_DATE'],
    durationUnreadable: ['secondsUnreadable', 'CALL_DURATION'],
    queueDurationUnreadable: ['secondsUnreadable', 'QUEUE_DURATION'],
    ringDurationUnreadable: ['secondsUnreadable', 'RING_DURATION']
};

function ofQuality({ traffic, kind, settings }: Examined): Suspicion[] {
    const isStatus = kind.kind === 'callStatus' && traffic.parameters.length > 0;
    const { quality } = isStatus ? readCallStatus(traffic.parameters, settings) : { quality: [] };
    return quality.flatMap((flag) => {
        const [key, name] = flags[flag] ?? [];
        return key === undefined || name === undefined ? [] : [{ key, name }];
    });
}
