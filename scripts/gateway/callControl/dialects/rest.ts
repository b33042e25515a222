import { readServerTime } from '#contract';
import { followUpFields, jsonRequest, referenceNumberOf } from './jsonRequest.ts';
import { isTransfer } from '#agent-action';
import { UPLOAD } from '#list-upload';
import { agentContent } from './agentCommand.ts';
import type { HandedCall } from './agentCommand.ts';
import { agentOutcome, codedOutcome, jsonTexts } from './jsonAnswer.ts';
import type { Dialect, TokenDialect, Translated } from './dialect.ts';
import { spokenCommand } from './spokenCommand.ts';
import type { SpokenCommand } from './spokenCommand.ts';

const PATH = '/ConVoxCCS/rest/api';
const TOKEN_PATH = '/ConVoxCCS/rest/secureToken';
const HEADER = 'Access-Token';

/** GE007: not a token of this server. GE008: one that has expired. Both are said before the command is looked at. */
const TOKEN_REFUSED: readonly string[] = ['GE007', 'GE008'];

/** What a header can carry. */
const TOKEN = /^[\x21-\x7e]+$/;

const tokens: TokenDialect = {
    request: (accessKey) => ({
        method: 'POST',
        path: TOKEN_PATH,
        headers: { 'content-type': 'application/json', [HEADER]: accessKey },
        body: new Uint8Array()
    }),
    read(answer, timeZone) {
        const texts = jsonTexts(answer.text);
        const token = texts?.get('refreshtoken') ?? '';
        if (!TOKEN.test(token) || texts?.get('status')?.toUpperCase() !== 'SUCCESS') {
            const { code, words } = codedOutcome(answer);
            return { ok: false, code, words: `ConVox gives the gateway no token: ${words}` };
        }
        const expiresAt = instantOf(texts.get('expiresat') ?? '', timeZone);
        return { ok: true, token, ...(expiresAt !== undefined && { expiresAt }) };
    },
    isRefused(answer) {
        const { code } = codedOutcome(answer);
        return TOKEN_REFUSED.includes(code) || (answer.status === 401 && code === '');
    }
};

function instantOf(text: string, timeZone: string): number | undefined {
    const [, date, hours, minutes, seconds] = /^(\d{4}-\d\d-\d\d)[ T](\d\d):(\d\d):(\d\d)/.exec(text) ?? [];
    const instant =
        date && hours && minutes && seconds ? readServerTime({ date, hours, minutes, seconds }, timeZone) : undefined;
    return instant === undefined ? undefined : Date.parse(instant);
}

/** REST of ConVox 4: two addresses, JSON, and a token that lives for a short time. */
export const rest: Dialect = {
    needsKey: true,
    translate(sheetCommand) {
        const spoken = spokenCommand(sheetCommand);
        if (!spoken.ok) {
            return spoken;
        }
        const { command } = spoken;
        if (command.type === 'listRow') {
            const words = `The public REST interface knows no ${UPLOAD}. The command was not sent`;
            return { ok: false, code: 'GE009', words };
        }
        const request = jsonRequest(PATH, HEADER, contentOf(command));
        return (
            missingFor(command) ?? {
                ok: true,
                request,
                ...(command.type === 'agent' && { outcome: agentOutcome })
            }
        );
    },
    outcome: codedOutcome,
    tokens
};

function missingFor(command: SpokenCommand): Translated | undefined {
    const ended = endedBy(command);
    if (ended === undefined) {
        return undefined;
    }
    const wants: readonly (readonly [string, string, string])[] = [
        [ended.mobileNumber, 'EC006', 'the caller has no number of ten digits'],
        [ended.callReference, 'EC009', 'the command does not name the reference of the call'],
        [ended.process, 'EC010', 'the command does not name the process of the call'],
        [ended.disposition, 'EC001', 'the command has no disposition']
    ];
    const [, code, what] = wants.find(([text]) => text === '') ?? [];
    return code === undefined || what === undefined
        ? undefined
        : { ok: false, code, words: `This ConVox closes no call without it: ${what}. The command was not sent` };
}

/** What REST asks of whatever ends a call, one that is handed on as well. */
function endedBy(command: SpokenCommand): Omit<HandedCall, 'convoxId'> | undefined {
    if (command.type === 'close') {
        return { ...command.close, ...command.beside };
    }
    return command.type === 'agent' && isTransfer(command.agent.action) ? command.agent.call : undefined;
}

function contentOf(command: Exclude<SpokenCommand, { type: 'listRow' }>): Record<string, string> {
    if (command.type === 'dial') {
        const { agentCode, phoneNumber, referenceNumber } = command.dial;
        return {
            action: 'CALL',
            userid: agentCode,
            phone_number: phoneNumber,
            refno: referenceNumber,
            ...(command.prefix !== '' && { dial_prefix: command.prefix })
        };
    }
    if (command.type === 'agent') {
        const { agentCode, call } = command.agent;
        return agentContent(command.agent, 'userid', {
            action: 'ENDCALL',
            userid: agentCode,
            callreferenceid: call.callReference,
            process_name: call.process
        });
    }
    const { close, beside } = command;
    return {
        action: 'ENDCALL',
        endcall_type: 'CLOSE',
        userid: close.agentCode,
        mobile_number: close.mobileNumber,
        refno: referenceNumberOf(close, beside),
        callreferenceid: beside.callReference,
        convoxid: close.convoxId,
        process_name: beside.process,
        disposition: close.disposition,
        ...followUpFields(close)
    };
}
