import type { CallStatus } from './callStatus.ts';
import { extraRules, sheetRules, type StatusField } from './callStatusFields.ts';
import { readFollowUp, readSeconds, readStart, type QualityFlag } from './callStatusValues.ts';
import { hashedReference } from './callReferenceHash.ts';
import { fieldProblem, type Decoded, type FieldProblem } from './decoded.ts';
import { fieldTable, knownName } from './fieldTable.ts';
import { readParameters, type Parameters, type ReadParameters } from './parameters.ts';
import { isWithheld, phoneKey } from './phoneNumber.ts';
import { isPlaceholder } from './placeholder.ts';
import { instantToServerTime, isTimeZone } from './serverTime.ts';
import { directionOf, isConnected } from './vocabulary.ts';
import { readWrittenTime } from './writtenTime.ts';

/** timeZone: the ConVox server's. now: the moment of receipt; a start well after it shows that the zone is wrong. */
export interface StatusMoment {
    readonly timeZone: string;
    readonly now: Date;
}

const rules = [...sheetRules, ...extraRules];
export const callStatusTable = fieldTable(rules);
/** What `refusals` and `referenceOf` look at. */
const identifying: ReadonlySet<StatusField> = new Set([
    'callReference',
    'mobileNumber',
    'convoxId',
    'callDate',
    'callHour',
    'callMinute',
    'agentCode'
] as const);
const futureTolerance = 5 * 60 * 1000;

/**
 * The reference of a pushed call status, refused as `decodeCallStatus` refuses it, without reading the rest.
 * Never throws.
 */
export function decodeCallReference(fields: Parameters, { timeZone }: StatusMoment): Decoded<string> {
    const read = readParameters(callStatusTable, fields, identifying);
    const problems = refusals(read, timeZone);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: referenceOf(read, timeZone) };
}

/**
 * Reads a pushed call status in any spelling. Refused only when the call cannot be told from others, a reference longer
 * than 64, none and not number and date either (a withheld number is none), or with a placeholder in place of what names
 * call, customer, agent or disposition. No number beside a reference is a withheld caller. Without a reference the call
 * is named by a hash and flagged. Never throws.
 */
export function decodeCallStatus(fields: Parameters, { timeZone, now }: StatusMoment): Decoded<CallStatus> {
    const read = readParameters(callStatusTable, fields);
    const problems = refusals(read, timeZone);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: statusOf(read, { timeZone, now }) };
}

/** What a pushed call status says, also where `decodeCallStatus` refuses it. The zone has to be one. */
export function readCallStatus(fields: Parameters, moment: StatusMoment): CallStatus {
    return statusOf(readParameters(callStatusTable, fields), moment);
}

function statusOf(read: ReadParameters<StatusField>, { timeZone, now }: StatusMoment): CallStatus {
    const { text, unknown } = read;
    const quality = new Set<QualityFlag>(flagsOf(read));
    const startedAt = readStart(text('callDate'), text('callHour'), text('callMinute'), timeZone, quality);
    if (startedAt !== undefined && Date.parse(startedAt) > now.getTime() + futureTolerance) {
        quality.add('startInFuture');
    }
    const durationSeconds = readSeconds(text('duration'), 'durationUnreadable', quality);
    return {
        mobileNumber: text('mobileNumber'),
        agentCode: text('agentCode'),
        callMode: text('callMode'),
        direction: directionOf(text('callMode')) ?? directionOf(text('callType')),
        convoxStatus: text('convoxStatus'),
        connected: isConnected(text('convoxStatus'), durationSeconds),
        startedAt,
        durationSeconds,
        queueName: text('queueName'),
        queueSeconds: readSeconds(text('queueDuration'), 'queueDurationUnreadable', quality),
        ringSeconds: readSeconds(text('ringDuration'), 'ringDurationUnreadable', quality),
        completedBy: text('completedBy'),
        followUpAt: readFollowUp(text('followUpTime'), timeZone, quality),
        station: text('station'),
        listId: text('listId'),
        did: text('did'),
        convoxId: text('convoxId'),
        callReference: referenceOf(read, timeZone),
        disposition: text('disposition'),
        disposition2: text('disposition2'),
        disposition3: text('disposition3'),
        remarks: text('remarks'),
        dialerDisposition: text('dialerDisposition'),
        processName: text('processName'),
        recordingFile: text('recordingFile'),
        unknown,
        quality: [...quality]
    };
}

/**
 * Whether a form's parameters are separated by semicolons, as PHP may be set to: what comes behind one would be part of the
 * value before it. A text may hold one, and what is no parameter's name.
 */
export function isSeparatedBySemicolons(form: string): boolean {
    const names = Array.from(form.matchAll(/(?<!amp);\s*([^;&=]+)=/g), ([, name = '']) => name);
    return (
        names.length > 0 &&
        (!form.includes('&') || names.some((name) => knownName(callStatusTable, name) !== undefined))
    );
}

/** Fields in which the name of a value would pass for one: for a call, a customer, an agent or the end of a call. */
const FILLED_IN = ['callReference', 'mobileNumber', 'agentCode', 'convoxId', 'disposition'] as const;

function refusals(read: ReadParameters<StatusField>, timeZone: string): FieldProblem[] {
    const { text, tooLong } = read;
    const problems: FieldProblem[] = [];
    if (!isTimeZone(timeZone)) {
        problems.push(fieldProblem('timeZone', 'timeZoneUnknown'));
    }
    if (tooLong.has('callReference')) {
        problems.push(fieldProblem('callReference', 'tooLong'));
    }
    for (const field of FILLED_IN) {
        if (isPlaceholder(text(field))) {
            problems.push(fieldProblem(field, 'placeholder'));
        }
    }
    return text('callReference') === '' && !tooLong.has('callReference') ? [...problems, ...unnamed(text)] : problems;
}

/** Number and date name a call that has no reference. */
function unnamed(text: (field: StatusField) => string): FieldProblem[] {
    const missing: FieldProblem[] = [];
    if (isWithheld(text('mobileNumber'))) {
        missing.push(fieldProblem('mobileNumber', 'mobileNumberMissing'));
    }
    if (readWrittenTime(text('callDate')) === 'none') {
        missing.push(fieldProblem('callDate', 'callDateMissing'));
    }
    return missing.length === 0 ? [] : [fieldProblem('callReference', 'callReferenceMissing'), ...missing];
}

function flagsOf({ text, tooLong, repeated }: ReadParameters<StatusField>): QualityFlag[] {
    const flags: [boolean, QualityFlag][] = [
        [tooLong.size > 0, 'valueCut'],
        [repeated.size > 0, 'fieldRepeated'],
        [phoneKey(text('mobileNumber')) === '', 'numberWithoutKey'],
        [text('callReference') === '', 'referenceMissing'],
        [isConnected(text('convoxStatus')) === undefined, 'statusUnknown']
    ];
    return flags.filter(([raised]) => raised).map(([, flag]) => flag);
}

// The same call must hash alike however its number and date are written.
function referenceOf({ text }: ReadParameters<StatusField>, timeZone: string): string {
    const given = text('callReference');
    if (given !== '') {
        return given;
    }
    const startedAt = readStart(text('callDate'), text('callHour'), text('callMinute'), timeZone, new Set());
    const { date, hours, minutes, seconds } =
        startedAt === undefined
            ? { date: text('callDate'), hours: text('callHour'), minutes: text('callMinute'), seconds: '00' }
            : instantToServerTime(startedAt, timeZone);
    const number = text('mobileNumber');
    return hashedReference([
        text('convoxId'),
        phoneKey(number) || number,
        date,
        hours,
        minutes,
        text('agentCode'),
        ...(seconds === '00' ? [] : [seconds])
    ]);
}
