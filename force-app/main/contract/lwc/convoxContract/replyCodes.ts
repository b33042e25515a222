/** Most characters of ConVox's words that are passed on. */
export const longestMessage = 255;

/** What the agent should do about a reply. Keys, not texts: the room that shows them has the labels. */
export const adviceKeys = [
    'accepted',
    'noAnswer',
    'unknownRefusal',
    'agentUnavailable',
    'agentNotIdle',
    'agentBusy',
    'agentNotLoggedIn',
    'outsideWorkingHours',
    'doNotCall',
    'callLimitReached',
    'noLineFree',
    'dialSettingsRefused',
    'numberInvalid',
    'agentOrNumberMissing',
    'dispositionUnknown',
    'breakUnknown',
    'callNotFound',
    'nothingToClose',
    'processUnknown',
    'agentCodeInvalid',
    'followUpIncomplete',
    'followUpFormat',
    'followUpNotInFuture',
    'serverFault',
    'accessRefused',
    'accessExpired',
    'notEnabled',
    'requestRefused'
] as const;
export type AdviceKey = (typeof adviceKeys)[number];

/** Code tables of ConVox's dial (CL), end-call (EC) and general (GE) replies. EC011 is in no public list. */
export const replyCodes: Readonly<Record<string, AdviceKey>> = {
    SUCCESS: 'accepted',
    CL000: 'accepted',
    CL001: 'numberInvalid',
    CL002: 'agentOrNumberMissing',
    CL003: 'agentUnavailable',
    CL004: 'agentNotIdle',
    CL005: 'agentBusy',
    CL006: 'agentNotLoggedIn',
    CL007: 'outsideWorkingHours',
    CL008: 'doNotCall',
    CL009: 'callLimitReached',
    CL010: 'noLineFree',
    CL011: 'dialSettingsRefused',
    EC000: 'accepted',
    EC001: 'dispositionUnknown',
    EC002: 'breakUnknown',
    EC003: 'callNotFound',
    EC004: 'agentCodeInvalid',
    EC005: 'numberInvalid',
    EC006: 'numberInvalid',
    EC007: 'numberInvalid',
    EC008: 'requestRefused',
    EC009: 'callNotFound',
    EC010: 'processUnknown',
    EC011: 'unknownRefusal',
    EC012: 'nothingToClose',
    EC013: 'serverFault',
    EC014: 'followUpIncomplete',
    EC015: 'followUpIncomplete',
    EC016: 'followUpIncomplete',
    EC017: 'followUpFormat',
    EC018: 'followUpFormat',
    EC019: 'followUpFormat',
    EC020: 'followUpNotInFuture',
    EC021: 'agentCodeInvalid',
    EC022: 'agentCodeInvalid',
    GE001: 'requestRefused',
    GE002: 'requestRefused',
    GE003: 'accessRefused',
    GE004: 'requestRefused',
    GE005: 'requestRefused',
    GE006: 'requestRefused',
    GE007: 'accessRefused',
    GE008: 'accessExpired',
    GE009: 'notEnabled',
    GE010: 'notEnabled',
    GE011: 'requestRefused'
};

/** What to do about a refusal with this code; '' and codes of no list get general advice. */
export function adviceOnRefusal(code: string): AdviceKey {
    return replyCodes[code] ?? 'unknownRefusal';
}
