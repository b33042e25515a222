import {
    directionOf,
    displayPhone,
    instantToServerTime,
    isWithheld,
    knownName,
    readCallStatus,
    readWrittenTime
} from '#contract';
import type { CallStatus } from '#contract';
import type { Meaning, ServerSettings, UnderstoodName } from './explanation.ts';
import type { PastedTraffic } from './pastedTraffic.ts';
import { withoutSecrets } from './pastedSecrets.ts';
import type { ReadMessage } from './readMessage.ts';

type Understanding = Pick<UnderstoodName, 'value' | 'meaning'>;

export const numberFields: readonly string[] = ['mobileNumber', 'callerNumber', 'phoneNumber'];
const directionFields: readonly string[] = ['callMode', 'callType', 'typeOfCall'];
const secondFields: Readonly<Record<string, 'durationSeconds' | 'queueSeconds' | 'ringSeconds'>> = {
    duration: 'durationSeconds',
    queueDuration: 'queueSeconds',
    ringDuration: 'ringSeconds'
};

/** An instant on the server's clock. */
export function onServerClock(instant: string, timeZone: string): string {
    const { date, hours, minutes, seconds } = instantToServerTime(instant, timeZone);
    return `${date} ${hours}:${minutes}:${seconds} ${timeZone}`;
}

/** Every name that the message's kind has, in the order they came. */
export function understoodNames(
    { parameters }: PastedTraffic,
    { table, read }: ReadMessage,
    settings: ServerSettings,
    isStatus: boolean
): UnderstoodName[] {
    const status = isStatus ? readCallStatus(parameters, settings) : undefined;
    const fields = parameters.map(([name]) => knownName(table, name)?.rule.field);
    return parameters.flatMap(([name, written], index) => {
        const rule = knownName(table, name)?.rule;
        if (rule === undefined) {
            return [];
        }
        const text = written === false ? '' : written.trim();
        const taken = read.text(rule.field);
        const isBeaten = taken !== text && fields.some((field, at) => field === rule.field && at !== index);
        const understanding = isBeaten
            ? { meaning: 'notUsed' as const }
            : understandingOf(rule.field, taken, settings, status, read.text('callDate'));
        const { value, meaning } = understanding;
        const understood = value ?? (meaning === undefined ? taken : text);
        return [
            {
                name: withoutSecrets(name.trim()),
                label: rule.name,
                text: withoutSecrets(text),
                ...(understood !== text && { value: withoutSecrets(understood) }),
                ...(meaning !== undefined && { meaning })
            }
        ];
    });
}

function understandingOf(
    field: string,
    text: string,
    settings: ServerSettings,
    status: CallStatus | undefined,
    callDate: string
): Understanding {
    if (numberFields.includes(field)) {
        return isWithheld(text) ? { meaning: 'withheld' } : { value: numberText(field, text, settings) };
    }
    if (text === '') {
        return { meaning: 'blank' };
    }
    if (directionFields.includes(field)) {
        const direction = directionOf(text);
        return direction === undefined ? { meaning: 'unknownWord' } : { value: direction };
    }
    return status === undefined ? {} : ofStatus(field, text, status, settings.timeZone, callDate);
}

function numberText(field: string, text: string, { dialPrefix }: ServerSettings): string {
    const isPrefixed = field === 'phoneNumber' && dialPrefix !== '' && text.startsWith(dialPrefix);
    return displayPhone(isPrefixed ? text.slice(dialPrefix.length) : text);
}

function ofStatus(field: string, text: string, status: CallStatus, timeZone: string, callDate: string): Understanding {
    const seconds = secondFields[field];
    if (seconds !== undefined) {
        const count = status[seconds];
        return count === undefined ? { meaning: 'unreadable' } : { value: `${count} s` };
    }
    switch (field) {
        case 'convoxStatus':
            return { meaning: wordOf(status.connected) };
        case 'callDate':
            return moment(status.startedAt, text, timeZone);
        case 'followUpTime':
            return moment(status.followUpAt, text, timeZone);
        case 'callHour':
        case 'callMinute':
            return hasTime(callDate) ? { meaning: 'notUsed' } : {};
        default:
            return {};
    }
}

function wordOf(connected: boolean | undefined): Meaning {
    if (connected === undefined) {
        return 'unknownWord';
    }
    return connected ? 'connected' : 'notConnected';
}

function moment(instant: string | undefined, text: string, timeZone: string): Understanding {
    if (instant !== undefined) {
        return { value: onServerClock(instant, timeZone) };
    }
    return { meaning: readWrittenTime(text) === 'none' ? 'blank' : 'unreadable' };
}

/** A date column shows midnight for want of a time. */
function hasTime(callDate: string): boolean {
    const written = readWrittenTime(callDate);
    const time = typeof written === 'object' ? written.time : undefined;
    return time !== undefined && `${time.hours}${time.minutes}${time.seconds}` !== '000000';
}
