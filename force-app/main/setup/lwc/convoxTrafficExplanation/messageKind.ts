import { callStatusTable, knownName, normaliseName, screenPopTable } from '#contract';
import type { FieldTable } from '#contract';
import { dialTable } from './commandTables.ts';
import { confidenceInReply } from './convoxReplies.ts';
import { isOfGateway } from './gatewayCommands.ts';
import type { PastedTraffic } from './pastedTraffic.ts';

export const messageKinds = [
    'screenPop',
    'callStatus',
    'agentState',
    'close',
    'dial',
    'gatewayCommand',
    'otherCommand',
    'token',
    'reply',
    'unknown'
] as const;
export type MessageKind = (typeof messageKinds)[number];

export const confidences = ['certain', 'likely', 'guessed'] as const;
export type Confidence = (typeof confidences)[number];

export interface KindOfMessage {
    readonly kind: MessageKind;
    readonly confidence: Confidence;
    /** The address is that of another kind than the names. */
    readonly isMisdirected: boolean;
}

const addresses: readonly (readonly [RegExp, MessageKind | 'command'])[] = [
    [/\/rest\/secureToken\b/i, 'token'],
    [/\/bridge\.php\b/i, 'dial'],
    [/\/(?:callcontrol(?:_api)?|external_dialer)\.php\b|\/rest\/api\b/i, 'command'],
    [/convoxScreenPop\b|\/pop\/?$/i, 'screenPop'],
    [/\/call-status\/?$/i, 'callStatus'],
    [/\/agent-state\/?$/i, 'agentState']
];

/** What is known only when a call is over. */
const afterwards: ReadonlySet<string> = new Set([
    ...['duration', 'ringDuration', 'queueDuration', 'completedBy', 'disposition', 'dialerDisposition', 'callHour'],
    ...['recordingFile', 'followUpTime', 'listId', 'callMinute', 'disposition2', 'disposition3', 'remarks']
]);
const popNames = /^(?:c__)?(?:Agent_?ID|Caller_?ID|CallReferenceID|ConvoxID|TypeOfCall|Process)$/i;
/** How the Call Status of the sheet spells what a pop has, too. */
const statusNames = /^(?:MOBILE_NO|USER_ID|CALL_REFERENCE_ID|CALL_STATUS|CALL_MODE|CALL_DATE)$/i;

export function valueOf(parameters: PastedTraffic['parameters'], name: string): string {
    const value = parameters.find(([each]) => normaliseName(each) === name)?.[1];
    return typeof value === 'string' ? value.trim() : '';
}

/** What kind of message it is: by its address, its action, and its names. */
export function kindOf({ path, parameters }: PastedTraffic): KindOfMessage {
    const byAddress = addresses.find(([form]) => form.test(path))?.[1];
    if (byAddress === 'command' || byAddress === 'dial') {
        const kind = commandOf(parameters, byAddress === 'dial' ? 'dial' : 'otherCommand');
        return { ...certain(kind), isMisdirected: byAddress === 'dial' && kind === 'close' };
    }
    if (byAddress !== undefined) {
        return addressed(byAddress, parameters);
    }
    const isCommand = valueOf(parameters, 'action') !== '';
    return {
        ...(isCommand ? certain(commandOf(parameters, 'otherCommand')) : kindByNames(parameters)),
        isMisdirected: false
    };
}

/** Names that surely are another kind's tell of an address that is wrong. */
function addressed(byAddress: MessageKind, parameters: PastedTraffic['parameters']): KindOfMessage {
    const { kind, confidence } = kindByNames(parameters);
    const isMisdirected = byAddress !== 'token' && kind !== 'unknown' && confidence === 'certain' && kind !== byAddress;
    return { ...certain(isMisdirected ? kind : byAddress), isMisdirected };
}

type KindByNames = Pick<KindOfMessage, 'kind' | 'confidence'>;

function certain(kind: MessageKind): KindByNames {
    return { kind, confidence: 'certain' };
}

const actions: ReadonlyMap<string, MessageKind> = new Map([
    ['CLOSE', 'close'],
    ['ENDCALL', 'close'],
    ['CALL', 'dial'],
    ['DIAL', 'dial']
]);

/** @param unnamed what it is without an action */
function commandOf(parameters: PastedTraffic['parameters'], unnamed: MessageKind): MessageKind {
    const action = valueOf(parameters, 'action').toUpperCase();
    const kind = action === '' ? unnamed : (actions.get(action) ?? 'otherCommand');
    const endCallType = valueOf(parameters, 'endcalltype').toUpperCase();
    const isClose = kind === 'close' && ['', 'CLOSE'].includes(endCallType);
    if (kind !== 'otherCommand' && (kind !== 'close' || isClose)) {
        return kind;
    }
    return isOfGateway(action, endCallType) ? 'gatewayCommand' : 'otherCommand';
}

function kindByNames(parameters: PastedTraffic['parameters']): KindByNames {
    const asReply = confidenceInReply(parameters);
    if (asReply !== undefined) {
        return { kind: 'reply', confidence: asReply };
    }
    const count = (holds: (name: string) => boolean): number =>
        parameters.filter(([name]) => holds(name.trim())).length;
    const ofPop = count((name) => popNames.test(name));
    const ofStatus = count(
        (name) => statusNames.test(name) || afterwards.has(knownName(callStatusTable, name)?.rule.field ?? '')
    );
    if (ofStatus > 1 && ofStatus > ofPop) {
        return { kind: 'callStatus', confidence: ofStatus > 2 ? 'certain' : 'likely' };
    }
    return ofPop > 0
        ? { kind: 'screenPop', confidence: ofPop > 2 ? 'certain' : 'likely' }
        : kindByFewNames(parameters, ofStatus);
}

/** Where the sheet's own names are few or none. */
function kindByFewNames(parameters: PastedTraffic['parameters'], ofStatus: number): KindByNames {
    if (valueOf(parameters, 'status') !== '' && valueOf(parameters, 'message') !== '') {
        return { kind: 'reply', confidence: 'likely' };
    }
    if (ofStatus > 0) {
        return { kind: 'callStatus', confidence: 'likely' };
    }
    const ofTable = (table: FieldTable<string>): number =>
        parameters.filter(([name]) => knownName(table, name) !== undefined).length;
    const known = ofTable(screenPopTable);
    if (ofTable(dialTable) > known) {
        return { kind: 'dial', confidence: 'guessed' };
    }
    return known > 1 ? { kind: 'screenPop', confidence: known > 3 ? 'likely' : 'guessed' } : certain('unknown');
}
