import { knownName, POP_SERVER } from '#contract';
import { callRow } from './callRow.ts';
import { outcomeOfReply } from './convoxReplies.ts';
import { dialectOf } from './dialects.ts';
import type { Explanation, NameAndText, ServerSettings } from './explanation.ts';
import { kindOf } from './messageKind.ts';
import type { MessageKind } from './messageKind.ts';
import { isSecretName, unknownText, withoutSecrets } from './pastedSecrets.ts';
import { readPasted } from './pastedTraffic.ts';
import type { PastedTraffic } from './pastedTraffic.ts';
import { readMessage } from './readMessage.ts';
import type { ReadMessage } from './readMessage.ts';
import { suspicionsOf } from './suspicions.ts';
import type { SuspicionKey } from './suspicion.ts';
import { understoodNames } from './understoodNames.ts';

/** With these nothing of a message is read where it arrives. */
const unreadable: readonly SuspicionKey[] = ['jsonInvalid', 'jsonInField', 'semicolons', 'withoutPagePrefix'];

const ofNoDialect: readonly MessageKind[] = ['unknown', 'reply', 'agentState'];

/** Fields that the sheet does not ask for. */
const besidesTheSheet: Partial<Record<MessageKind, readonly string[]>> = {
    screenPop: [POP_SERVER],
    callStatus: ['disposition2', 'disposition3', 'remarks', 'callType'],
    close: ['endCallType', 'referenceNumber', 'callReference', 'process', 'processCrmId'],
    dial: ['dialPrefix', 'referenceNumber']
};

/**
 * Explains a message from or to ConVox that somebody pasted: an address, a form, JSON, a curl line, a line of an access log.
 * Reads it by the contract, sends nothing, never throws, and never shows a secret that was pasted along. The zone has to be one.
 */
export function explainTraffic(pasted: string, settings: ServerSettings): Explanation {
    const traffic = readPasted(pasted);
    const kind = kindOf(traffic);
    const dialect = dialectOf(traffic, kind.kind);
    const message = readMessage(traffic.parameters, kind.kind, dialect.generation, settings);
    const suspicions = suspicionsOf({ traffic, kind, dialect, message, settings });
    const server = /\/servers\/([^/]+)\//.exec(traffic.path)?.[1] ?? '';
    const isReadable = !suspicions.some(({ key, name }) => name === '' && unreadable.includes(key));
    const judgement = judged(traffic, message, kind.kind);
    return {
        carrier: traffic.carrier,
        kind,
        dialect: ofNoDialect.includes(kind.kind) ? undefined : dialect,
        ...judgement,
        isTaken: isReadable ? judgement.isTaken : false,
        outcome: kind.kind === 'reply' ? outcomeOfReply(pasted, traffic.parameters) : undefined,
        server,
        answered: traffic.answered,
        others: traffic.others,
        understood: understoodNames(traffic, message, settings, kind.kind === 'callStatus'),
        suspicions,
        unread: unreadNames(traffic, message),
        hidden: hiddenNames(traffic, message),
        row: isReadable ? callRow(traffic, kind.kind, server, settings) : []
    };
}

/** Whether the receiver would take it, and what it lacks. An empty one, as an access log shows a POST, says nothing. */
function judged(
    traffic: PastedTraffic,
    message: ReadMessage,
    kind: MessageKind
): Pick<Explanation, 'isTaken' | 'required' | 'notSent'> {
    const { refusal } = message;
    if (refusal === undefined || traffic.parameters.length === 0) {
        return { isTaken: undefined, required: [], notSent: [] };
    }
    const required = refusal.missing.map((field) => labelOf(message, field));
    return {
        isTaken: required.length === 0 && refusal.invalid.length === 0,
        required,
        notSent: notSent(traffic, message, kind).filter((label) => !required.includes(label))
    };
}

function labelOf({ table }: ReadMessage, field: string): string {
    return [...table.values()].find(({ rule }) => rule.field === field)?.rule.name ?? field;
}

/** What the sheet has and the message does not, by the sheet's names. */
function notSent({ parameters }: PastedTraffic, { table }: ReadMessage, kind: MessageKind): string[] {
    const sent = parameters.map(([name]) => knownName(table, name)?.rule.field);
    const passed = new Set([...sent, ...(besidesTheSheet[kind] ?? [])]);
    const labels = [...table.values()].filter(({ rule }) => !passed.has(rule.field)).map(({ rule }) => rule.name);
    return [...new Set(labels)];
}

function unreadNames({ parameters }: PastedTraffic, { table }: ReadMessage): NameAndText[] {
    return parameters
        .filter(([name]) => knownName(table, name) === undefined && !isSecretName(name))
        .map(([name, value]) => ({ name: unknownText(name.trim()), text: unknownText(String(value || '').trim()) }))
        .filter(({ text }) => text !== '');
}

function hiddenNames({ parameters, headers }: PastedTraffic, { table }: ReadMessage): string[] {
    const inMessage = parameters.filter(([name]) => knownName(table, name) === undefined);
    const names = [...headers, ...inMessage].map(([name]) => name.trim()).filter(isSecretName);
    return [...new Set(names.map(withoutSecrets))];
}
