import { callFields, callFieldsFromPop, callFieldsFromStatus } from '#call-record';
import type { CallFieldValues } from '#call-record';
import { decodeCallStatus, decodeScreenPop, mergeSayings, ranksOfPop, serverTimeAt, startOnServer } from '#contract';
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

/** The fields of the call's record that a message alone would fill; none for what is refused and for commands. */
export function callRow(
    { parameters }: PastedTraffic,
    kind: MessageKind,
    settings: ServerSettings
): readonly NameAndText[] {
    return Object.entries(fieldsOf(parameters, kind, settings))
        .filter(([field]) => !inner.has(field))
        .map(([name, value]) => ({ name, text: textOf(value, settings.timeZone) }));
}

function fieldsOf(
    parameters: PastedTraffic['parameters'],
    kind: MessageKind,
    { timeZone, now }: ServerSettings
): CallFieldValues {
    if (kind === 'screenPop') {
        const pop = decodeScreenPop(parameters);
        const poppedAt = now.toISOString();
        const at = { poppedAt, ...serverTimeAt(poppedAt, timeZone), payload: '' };
        return pop.ok ? callFieldsFromPop(pop.value, { ...at, ranks: ranksOfPop(pop.value, now.getTime()) }) : {};
    }
    const status = kind === 'callStatus' ? decodeCallStatus(parameters, { timeZone, now }) : undefined;
    if (!status?.ok) {
        return {};
    }
    const merged = mergeSayings([{ status: status.value, receipt: { receivedAt: now.getTime(), order: 0 } }]);
    return callFieldsFromStatus(merged, now.toISOString(), '', startOnServer(merged.status, timeZone));
}

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function textOf(value: CallFieldValues[string], timeZone: string): string {
    const text = String(value ?? '');
    return instant.test(text) ? onServerClock(text, timeZone) : withoutSecrets(text);
}
