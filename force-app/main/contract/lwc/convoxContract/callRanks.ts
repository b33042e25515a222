/** What is said of the talk itself. */
export const talkValues = [
    'agentCode',
    'startedAt',
    'durationSeconds',
    'queueSeconds',
    'ringSeconds',
    'convoxStatus',
    'completedBy',
    'recordingFile',
    'station'
] as const;
/** What else is said of a call. */
export const otherValues = [
    'disposition',
    'disposition2',
    'disposition3',
    'dialerDisposition',
    'remarks',
    'followUpAt',
    'mobileNumber',
    'convoxId',
    'direction',
    'callMode',
    'queueName',
    'listId',
    'did',
    'processName'
] as const;
/** What stays doubtful whatever is said later. */
export const lastingDoubts = ['valueCut', 'fieldRepeated', 'referenceMissing'] as const;

export const rankedValues = [...talkValues, ...otherValues] as const;

/** Everything of a call that has a rank of its own, in the order the call's record keeps the ranks in. */
export const rankedNames = ['talk', ...rankedValues, 'typeOfCall', 'pop', ...lastingDoubts] as const;
export type RankedName = (typeof rankedNames)[number];

/**
 * A safe integer for each thing that was said, 0 for what was not; of two values the one with the higher rank counts. In
 * decimal, from the left: how much the word of who said it counts (1 digit), when it was received, in milliseconds since
 * 2020 (12), what tells pushes of one millisecond apart (1), and doubts about the value, as bits (1).
 */
export type Ranks = Record<RankedName, number>;
const rankDigits = 15;

/** receivedAt: milliseconds since 1970. order: grows with each push, for those of one millisecond. */
export interface Receipt {
    readonly receivedAt: number;
    readonly order: number;
}

/** The first digit of the rank `talk`. */
export const talkLevels = { pop: 1, unsaid: 2, notConnected: 3, connected: 4 } as const;
/** The first digit of the others. Of what could not be read, only that it was there is known. */
export const levels = { unreadable: 0, lowest: 1, lesser: 2, full: 3 } as const;

/** Doubts about a value that was read, by their bit. */
export const valueDoubts = [
    ['mobileNumber', 'numberWithoutKey', 1],
    ['convoxStatus', 'statusUnknown', 1],
    ['startedAt', 'startTimeMissing', 1],
    ['startedAt', 'startTimeUnreadable', 2],
    ['startedAt', 'startInFuture', 4]
] as const;
export const unreadableDoubts = [
    ['startedAt', 'startUnreadable'],
    ['durationSeconds', 'durationUnreadable'],
    ['queueSeconds', 'queueDurationUnreadable'],
    ['ringSeconds', 'ringDurationUnreadable'],
    ['followUpAt', 'followUpUnreadable']
] as const;

/** Of whoever says nothing. */
export const noRanks: Readonly<Ranks> = {
    talk: 0,
    agentCode: 0,
    startedAt: 0,
    durationSeconds: 0,
    queueSeconds: 0,
    ringSeconds: 0,
    convoxStatus: 0,
    completedBy: 0,
    recordingFile: 0,
    station: 0,
    disposition: 0,
    disposition2: 0,
    disposition3: 0,
    dialerDisposition: 0,
    remarks: 0,
    followUpAt: 0,
    mobileNumber: 0,
    convoxId: 0,
    direction: 0,
    callMode: 0,
    queueName: 0,
    listId: 0,
    did: 0,
    processName: 0,
    typeOfCall: 0,
    pop: 0,
    valueCut: 0,
    fieldRepeated: 0,
    referenceMissing: 0
};
const since = Date.UTC(2020, 0, 1);
const longest = 999_999_999_999;

export function rankOf(level: number, { receivedAt, order }: Receipt, doubts = 0): number {
    const time = Math.min(Math.max(receivedAt - since, 0), longest);
    return level * 1e14 + time * 100 + (order % 10) * 10 + doubts;
}

export function levelOf(rank: number): number {
    return Math.floor(rank / 1e14);
}

export function doubtsOf(rank: number): number {
    return rank % 10;
}

/** Ranks as the record keeps them: 15 digits each, behind one another, in two texts. */
export type RankTexts = readonly [string, string];

/** Ranks in one text: a text field takes 255 characters. */
const ranksPerText = 16;

/** The mark in front tells the flow that what is saved is still to be weighed against what is there. */
export function rankTexts(ranks: Readonly<Partial<Ranks>>): RankTexts {
    const texts = rankedNames.map((name) => rankText(ranks[name] ?? 0));
    return [`+${texts.slice(0, ranksPerText).join('')}`, `+${texts.slice(ranksPerText).join('')}`];
}

export function rankText(rank: number): string {
    return String(rank).padStart(rankDigits, '0');
}
