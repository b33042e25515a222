export { agentCodeOrBlank, problemKeys } from './decoded.ts';
export type { Decoded, FieldProblem, ProblemKey } from './decoded.ts';
export { fieldTable, knownName, normaliseName } from './fieldTable.ts';
export type { FieldTable, KnownName } from './fieldTable.ts';
export { jsonParameters } from './jsonParameters.ts';
export type { SentParameters } from './jsonParameters.ts';
export { readParameters } from './parameters.ts';
export type { Parameters, ReadParameters } from './parameters.ts';
export { isPlaceholder } from './placeholder.ts';
export { directionOf, directions } from './vocabulary.ts';
export type { Direction } from './vocabulary.ts';
export { serverCode, serverKey } from './serverKey.ts';
export {
    decodeScreenPop,
    encodeScreenPop,
    POP_SERVER,
    popWithKeys,
    screenPopLabel,
    screenPopTable
} from './screenPop.ts';
export type { ScreenPop } from './screenPop.ts';
export { checkCloseCall } from './closeCall.ts';
export type { CloseCall, FollowUp } from './closeCallRequest.ts';
export { closeCallTable, decodeCloseCall, encodeCloseCall } from './closeCallWire.ts';
export { decodeDial, encodeDial, sheetDial } from './clickToCall.ts';
export type { DialCall, DialRequest, DialSettings } from './clickToCall.ts';
export { callStatusLabel } from './callStatusFields.ts';
export { encodeCallStatus, daysOnServer } from './callStatus.ts';
export type { DaysOnServer } from './callStatus.ts';
export type { CallStatus, StatusEncoding } from './callStatus.ts';
export {
    callStatusTable,
    decodeCallReference,
    decodeCallStatus,
    isSeparatedBySemicolons,
    readCallStatus
} from './callStatusReading.ts';
export type { StatusMoment } from './callStatusReading.ts';
export { mergeSayings } from './callMerge.ts';
export type { AgentLeg, MergedCall, Saying } from './callMerge.ts';
export { ranksOfPop } from './callRanking.ts';
export type { Talk } from './callRanking.ts';
export type { RankTexts, Receipt } from './callRanks.ts';
export { qualityFlags } from './callStatusValues.ts';
export type { QualityFlag } from './callStatusValues.ts';
export type { ConvoxReply } from './convoxReply.ts';
export { doubtfulWords, outcomeLine, readReply, replyMessage } from './reply.ts';
export { adviceKeys, adviceOnRefusal, replyCodes } from './replyCodes.ts';
export type { AdviceKey } from './replyCodes.ts';
export {
    dialNumber,
    displayPhone,
    hasOtherDigits,
    isWithheld,
    meaningOf,
    phoneKey,
    phonePrefix
} from './phoneNumber.ts';
export {
    defaultTimeZone,
    instantToServerTime,
    isTimeZone,
    readServerTime,
    serverTimeAt,
    serverTimeToInstant
} from './serverTime.ts';
export type { ServerTime } from './serverTime.ts';
export { isNothing } from './wireText.ts';
export { readWrittenTime } from './writtenTime.ts';
