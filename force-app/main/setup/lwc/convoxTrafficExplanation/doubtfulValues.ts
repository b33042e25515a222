import {
    hasOtherDigits,
    isNothing,
    isPlaceholder,
    isWithheld,
    knownName,
    normaliseName,
    phoneKey,
    readWrittenTime
} from '#contract';
import type { KnownName } from '#contract';
import { withoutSecrets } from './pastedSecrets.ts';
import type { PastedTraffic } from './pastedTraffic.ts';
import type { ReadMessage } from './readMessage.ts';
import { raised } from './suspicion.ts';
import type { Suspicion } from './suspicion.ts';
import { numberFields } from './understoodNames.ts';

type Rule = KnownName<string>['rule'];

const dateFields: readonly string[] = ['callDate', 'followUpTime', 'followUpDate'];

/** What is doubtful about the values of the names that the message's kind has. */
export function doubtfulValues({ parameters }: PastedTraffic, { table, read }: ReadMessage): Suspicion[] {
    return parameters.flatMap(([written, value]) => {
        const rule = knownName(table, written)?.rule;
        const text = value === false ? '' : value.trim();
        if (rule === undefined || text === '') {
            return [];
        }
        const name = withoutSecrets(written.trim());
        const repeated = raised(name, [
            ['repeated', read.repeated.has(rule.field)],
            ['tooLong', read.tooLong.has(rule.field)]
        ]);
        return isPlaceholder(text)
            ? [...raised(name, [['placeholder', true]]), ...repeated]
            : [...ofText(name, text, rule), ...ofNumber(name, text, rule), ...ofDate(name, text, rule), ...repeated];
    });
}

function ofText(name: string, text: string, { field, literal = false, id = false }: Rule): Suspicion[] {
    return raised(name, [
        ['sampleValue', isSample(text, field)],
        ['wordForNothing', !literal && isNothing(text)],
        ['encodedTwice', !literal && /%[0-9a-f]{2}/i.test(text)],
        ['brokenCharacters', /\uFFFD|[\u00c3\u00c2][\u0080-\u00bf]|\u00e0[\u00a4\u00a5]/.test(text)],
        ['blankInId', id && text.includes(' ')]
    ]);
}

/** The words that the sheet's examples have for values: `AgentID = agentid`, `CallerID = callerno`. */
const samples = new Set(
    [
        ...['agentid', 'callerno', 'callreferenceno', 'callreferencenumber', 'did', 'convoxid', 'process', 'calltype'],
        ...['disposition', 'mobilenumber', 'setfollowup', 'callbackdate', 'callbackhrs', 'callbackmins']
    ].map(normaliseName)
);
const freeTexts: readonly string[] = ['remarks', 'action', 'message'];

function isSample(text: string, field: string): boolean {
    return !freeTexts.includes(field) && samples.has(normaliseName(text));
}

function ofNumber(name: string, text: string, { field }: Rule): Suspicion[] {
    if (!numberFields.includes(field)) {
        return [];
    }
    const key = phoneKey(text);
    return raised(name, [
        ['numberWithoutKey', key === '' && !isWithheld(text)],
        ['numberForeign', key.startsWith('+')],
        ['numberWithMore', hasOtherDigits(text)]
    ]);
}

const usualDate = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d)?$/;
const digitsOnly = /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4})(?:\s|$)/;

function ofDate(name: string, text: string, { field }: Rule): Suspicion[] {
    if (!dateFields.includes(field)) {
        return [];
    }
    const written = readWrittenTime(text);
    const isRead = typeof written === 'object';
    return raised(name, [
        ['dateNone', written === 'none' && !isNothing(text)],
        ['dateAmbiguous', written === undefined && digitsOnly.test(text)],
        ['dateUnreadable', written === undefined && !digitsOnly.test(text)],
        ['dateUnusual', isRead && !usualDate.test(text)],
        ['dateWithOffset', isRead && written.offset !== undefined && !/^\d+$/.test(text)],
        ['promiseWithoutTime', field === 'followUpTime' && isRead && written.time === undefined]
    ]);
}
