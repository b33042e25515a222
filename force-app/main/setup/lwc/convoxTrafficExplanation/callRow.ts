import { callFields, callFieldsFromPop, callFieldsFromStatus } from '#call-record';
import type { CallFieldValues } from '#call-record';
import {
    decodeCallStatus,
    decodeScreenPop,
    mergeSayings,
    popWithKeys,
    ranksOfPop,
    serverCode,
    serverKey,
    serverTimeAt,
    daysOnServer
} from '#contract';
import type { NameAndText, ServerSettings } from './explanation.ts';
import type { MessageKind } from './messageKind.ts';
import type { PastedTraffic } from './pastedTraffic.ts';
import { withoutSecrets } from './pastedSecrets.ts';
import { onServerClock } from './understoodNames.ts';

/** What the record keeps for itself: the message as it came, ranks, and what only this moment says. */
const inner: ReadonlySet<string> = new Set([
    callFields.popPayload,
    callFields.statusPayload,
    callFields.statusReceivedAt,
    callFields.ranks1,
    callFields.ranks2,
    callFields.agentLegs
]);

/** The default server's in every gateway: what it names has no code before it. */
const DEFAULT = 'default';

/** As a gateway with several servers keeps the names of the one whose address a message came to. */
function keyAt(server: string): (name: string) => string {
    const isOfAnother = server !== DEFAULT && serverCode.test(server);
    return (name) => serverKey(isOfAnother ? server : '', name);
}

/** The fields of the call's record that a message alone would fill; none for what is refused and for commands. */
export function callRow(
    { parameters }: PastedTraffic,
    kind: MessageKind,
    server: string,
    settings: ServerSettings
): readonly NameAndText[] {
    return Object.entries(fieldsOf(parameters, kind, keyAt(server), settings))
        .filter(([field]) => !inner.has(field))
        .map(([name, value]) => ({ name, text: textOf(value, settings.timeZone) }));
}

function fieldsOf(
    parameters: PastedTraffic['parameters'],
    kind: MessageKind,
    keyOf: (name: string) => string,
    { timeZone, now }: ServerSettings
): CallFieldValues {
    if (kind === 'screenPop') {
        const pop = decodeScreenPop(parameters);
        const poppedAt = now.toISOString();
        const at = { poppedAt, ...serverTimeAt(poppedAt, timeZone), payload: '' };
        return pop.ok
            ? callFieldsFromPop(popWithKeys(pop.value, keyOf), { ...at, ranks: ranksOfPop(pop.value, now.getTime()) })
            : {};
    }
    const status = kind === 'callStatus' ? decodeCallStatus(parameters, { timeZone, now }) : undefined;
    if (!status?.ok) {
        return {};
    }
    const { agentCode, callReference, processName } = status.value;
    const keys = {
        agentCode: keyOf(agentCode),
        callReference: keyOf(callReference),
        processName: keyOf(processName)
    };
    const merged = mergeSayings([
        { status: { ...status.value, ...keys }, receipt: { receivedAt: now.getTime(), order: 0 } }
    ]);
    return callFieldsFromStatus(merged, now.toISOString(), '', daysOnServer(merged.status, timeZone));
}

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function textOf(value: CallFieldValues[string], timeZone: string): string {
    const text = String(value ?? '');
    return instant.test(text) ? onServerClock(text, timeZone) : withoutSecrets(text);
}
