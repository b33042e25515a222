import carrierAddress from '@salesforce/label/c.ConVox_Traffic_Carrier_Address';
import carrierCurl from '@salesforce/label/c.ConVox_Traffic_Carrier_Curl';
import carrierJson from '@salesforce/label/c.ConVox_Traffic_Carrier_Json';
import carrierLines from '@salesforce/label/c.ConVox_Traffic_Carrier_Lines';
import carrierLogLine from '@salesforce/label/c.ConVox_Traffic_Carrier_Log_Line';
import carrierMultipart from '@salesforce/label/c.ConVox_Traffic_Carrier_Multipart';
import carrierQuery from '@salesforce/label/c.ConVox_Traffic_Carrier_Query';
import carrierRequest from '@salesforce/label/c.ConVox_Traffic_Carrier_Request';
import kindAgentState from '@salesforce/label/c.ConVox_Traffic_Kind_Agent_State';
import kindCallStatus from '@salesforce/label/c.ConVox_Traffic_Kind_Call_Status';
import kindClose from '@salesforce/label/c.ConVox_Traffic_Kind_Close';
import kindDial from '@salesforce/label/c.ConVox_Traffic_Kind_Dial';
import kindGatewayCommand from '@salesforce/label/c.ConVox_Traffic_Kind_Gateway_Command';
import kindOtherCommand from '@salesforce/label/c.ConVox_Traffic_Kind_Other_Command';
import kindReply from '@salesforce/label/c.ConVox_Traffic_Kind_Reply';
import kindScreenPop from '@salesforce/label/c.ConVox_Traffic_Kind_Screen_Pop';
import kindToken from '@salesforce/label/c.ConVox_Traffic_Kind_Token';
import kindUnknown from '@salesforce/label/c.ConVox_Traffic_Kind_Unknown';
import meaningBlank from '@salesforce/label/c.ConVox_Traffic_Meaning_Blank';
import meaningConnected from '@salesforce/label/c.ConVox_Traffic_Meaning_Connected';
import meaningNotConnected from '@salesforce/label/c.ConVox_Traffic_Meaning_Not_Connected';
import meaningNotUsed from '@salesforce/label/c.ConVox_Traffic_Meaning_Not_Used';
import meaningUnknownWord from '@salesforce/label/c.ConVox_Traffic_Meaning_Unknown_Word';
import meaningUnreadable from '@salesforce/label/c.ConVox_Traffic_Meaning_Unreadable';
import meaningWithheld from '@salesforce/label/c.ConVox_Traffic_Meaning_Withheld';
import outcomeAccepted from '@salesforce/label/c.ConVox_Traffic_Outcome_Accepted';
import outcomeRefused from '@salesforce/label/c.ConVox_Traffic_Outcome_Refused';
import outcomeUnknown from '@salesforce/label/c.ConVox_Traffic_Outcome_Unknown';
import speechRest from '@salesforce/label/c.ConVox_Traffic_Speech_Rest';
import speechScripts3 from '@salesforce/label/c.ConVox_Traffic_Speech_Scripts3';
import speechSheet from '@salesforce/label/c.ConVox_Traffic_Speech_Sheet';
import speechWebService from '@salesforce/label/c.ConVox_Traffic_Speech_Web_Service';
import sureCertain from '@salesforce/label/c.ConVox_Traffic_Sure_Certain';
import sureGuessed from '@salesforce/label/c.ConVox_Traffic_Sure_Guessed';
import sureLikely from '@salesforce/label/c.ConVox_Traffic_Sure_Likely';
import wordAnswered from '@salesforce/label/c.ConVox_Traffic_Word_Answered';
import wordServer from '@salesforce/label/c.ConVox_Traffic_Word_Server';
import wordCarrier from '@salesforce/label/c.ConVox_Traffic_Word_Carrier';
import wordConvoxReads from '@salesforce/label/c.ConVox_Traffic_Word_Convox_Reads';
import wordDialect from '@salesforce/label/c.ConVox_Traffic_Word_Dialect';
import wordEvidence from '@salesforce/label/c.ConVox_Traffic_Word_Evidence';
import wordFacts from '@salesforce/label/c.ConVox_Traffic_Word_Facts';
import wordHidden from '@salesforce/label/c.ConVox_Traffic_Word_Hidden';
import wordKind from '@salesforce/label/c.ConVox_Traffic_Word_Kind';
import wordMissing from '@salesforce/label/c.ConVox_Traffic_Word_Missing';
import wordNoRow from '@salesforce/label/c.ConVox_Traffic_Word_No_Row';
import wordNotRead from '@salesforce/label/c.ConVox_Traffic_Word_Not_Read';
import wordNotSent from '@salesforce/label/c.ConVox_Traffic_Word_Not_Sent';
import wordOthers from '@salesforce/label/c.ConVox_Traffic_Word_Others';
import wordRefused from '@salesforce/label/c.ConVox_Traffic_Word_Refused';
import wordRequired from '@salesforce/label/c.ConVox_Traffic_Word_Required';
import wordRow from '@salesforce/label/c.ConVox_Traffic_Word_Row';
import wordSuspicious from '@salesforce/label/c.ConVox_Traffic_Word_Suspicious';
import wordTaken from '@salesforce/label/c.ConVox_Traffic_Word_Taken';
import wordUnderstood from '@salesforce/label/c.ConVox_Traffic_Word_Understood';
import wordUnread from '@salesforce/label/c.ConVox_Traffic_Word_Unread';
import wordWhole from '@salesforce/label/c.ConVox_Traffic_Word_Whole';
import type { TextKey } from 'c/convoxTrafficExplanation';

/** What a message is and says, by key, in the user’s language. */
export const FACTS: Readonly<Record<Exclude<TextKey, `doubt.${string}`>, string>> = {
    'kind.agentState': kindAgentState,
    'kind.screenPop': kindScreenPop,
    'kind.callStatus': kindCallStatus,
    'kind.close': kindClose,
    'kind.dial': kindDial,
    'kind.gatewayCommand': kindGatewayCommand,
    'kind.otherCommand': kindOtherCommand,
    'kind.token': kindToken,
    'kind.reply': kindReply,
    'kind.unknown': kindUnknown,
    'carrier.curl': carrierCurl,
    'carrier.logLine': carrierLogLine,
    'carrier.request': carrierRequest,
    'carrier.address': carrierAddress,
    'carrier.query': carrierQuery,
    'carrier.json': carrierJson,
    'carrier.multipart': carrierMultipart,
    'carrier.lines': carrierLines,
    'sure.certain': sureCertain,
    'sure.likely': sureLikely,
    'sure.guessed': sureGuessed,
    'speech.sheet': speechSheet,
    'speech.scripts3': speechScripts3,
    'speech.webService': speechWebService,
    'speech.rest': speechRest,
    'meaning.blank': meaningBlank,
    'meaning.withheld': meaningWithheld,
    'meaning.connected': meaningConnected,
    'meaning.notConnected': meaningNotConnected,
    'meaning.unknownWord': meaningUnknownWord,
    'meaning.unreadable': meaningUnreadable,
    'meaning.notUsed': meaningNotUsed,
    'outcome.accepted': outcomeAccepted,
    'outcome.refused': outcomeRefused,
    'outcome.unknown': outcomeUnknown,
    'word.taken': wordTaken,
    'word.refused': wordRefused,
    'word.notRead': wordNotRead,
    'word.convoxReads': wordConvoxReads,
    'word.facts': wordFacts,
    'word.kind': wordKind,
    'word.carrier': wordCarrier,
    'word.dialect': wordDialect,
    'word.evidence': wordEvidence,
    'word.server': wordServer,
    'word.answered': wordAnswered,
    'word.others': wordOthers,
    'word.suspicious': wordSuspicious,
    'word.whole': wordWhole,
    'word.missing': wordMissing,
    'word.required': wordRequired,
    'word.notSent': wordNotSent,
    'word.understood': wordUnderstood,
    'word.unread': wordUnread,
    'word.hidden': wordHidden,
    'word.row': wordRow,
    'word.noRow': wordNoRow
};
