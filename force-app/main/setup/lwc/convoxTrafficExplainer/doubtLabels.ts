import doubtBlankInId from '@salesforce/label/c.ConVox_Traffic_Doubt_Blank_In_Id';
import doubtBlanksAround from '@salesforce/label/c.ConVox_Traffic_Doubt_Blanks_Around';
import doubtBodyNotLogged from '@salesforce/label/c.ConVox_Traffic_Doubt_Body_Not_Logged';
import doubtBrokenCharacters from '@salesforce/label/c.ConVox_Traffic_Doubt_Broken_Characters';
import doubtDateAmbiguous from '@salesforce/label/c.ConVox_Traffic_Doubt_Date_Ambiguous';
import doubtDateNone from '@salesforce/label/c.ConVox_Traffic_Doubt_Date_None';
import doubtDateUnreadable from '@salesforce/label/c.ConVox_Traffic_Doubt_Date_Unreadable';
import doubtDateUnusual from '@salesforce/label/c.ConVox_Traffic_Doubt_Date_Unusual';
import doubtDateWithOffset from '@salesforce/label/c.ConVox_Traffic_Doubt_Date_With_Offset';
import doubtEncodedTwice from '@salesforce/label/c.ConVox_Traffic_Doubt_Encoded_Twice';
import doubtEscapedForHtml from '@salesforce/label/c.ConVox_Traffic_Doubt_Escaped_For_Html';
import doubtJsonInField from '@salesforce/label/c.ConVox_Traffic_Doubt_Json_In_Field';
import doubtJsonInvalid from '@salesforce/label/c.ConVox_Traffic_Doubt_Json_Invalid';
import doubtLoginFirst from '@salesforce/label/c.ConVox_Traffic_Doubt_Login_First';
import doubtMisdirected from '@salesforce/label/c.ConVox_Traffic_Doubt_Misdirected';
import doubtMixedDialects from '@salesforce/label/c.ConVox_Traffic_Doubt_Mixed_Dialects';
import doubtNotEncrypted from '@salesforce/label/c.ConVox_Traffic_Doubt_Not_Encrypted';
import doubtNotUtf8 from '@salesforce/label/c.ConVox_Traffic_Doubt_Not_Utf8';
import doubtNumberForeign from '@salesforce/label/c.ConVox_Traffic_Doubt_Number_Foreign';
import doubtNumberWithMore from '@salesforce/label/c.ConVox_Traffic_Doubt_Number_With_More';
import doubtNumberWithoutKey from '@salesforce/label/c.ConVox_Traffic_Doubt_Number_Without_Key';
import doubtPlaceholder from '@salesforce/label/c.ConVox_Traffic_Doubt_Placeholder';
import doubtPromiseWithoutTime from '@salesforce/label/c.ConVox_Traffic_Doubt_Promise_Without_Time';
import doubtReferenceMissing from '@salesforce/label/c.ConVox_Traffic_Doubt_Reference_Missing';
import doubtRefusedValue from '@salesforce/label/c.ConVox_Traffic_Doubt_Refused_Value';
import doubtRepeated from '@salesforce/label/c.ConVox_Traffic_Doubt_Repeated';
import doubtSampleValue from '@salesforce/label/c.ConVox_Traffic_Doubt_Sample_Value';
import doubtSecondsUnreadable from '@salesforce/label/c.ConVox_Traffic_Doubt_Seconds_Unreadable';
import doubtSecretInAddress from '@salesforce/label/c.ConVox_Traffic_Doubt_Secret_In_Address';
import doubtSemicolons from '@salesforce/label/c.ConVox_Traffic_Doubt_Semicolons';
import doubtStartInFuture from '@salesforce/label/c.ConVox_Traffic_Doubt_Start_In_Future';
import doubtStatusUnknown from '@salesforce/label/c.ConVox_Traffic_Doubt_Status_Unknown';
import doubtTimeMissing from '@salesforce/label/c.ConVox_Traffic_Doubt_Time_Missing';
import doubtTimeUnreadable from '@salesforce/label/c.ConVox_Traffic_Doubt_Time_Unreadable';
import doubtTooLong from '@salesforce/label/c.ConVox_Traffic_Doubt_Too_Long';
import doubtWithoutPagePrefix from '@salesforce/label/c.ConVox_Traffic_Doubt_Without_Page_Prefix';
import doubtWordForNothing from '@salesforce/label/c.ConVox_Traffic_Doubt_Word_For_Nothing';
import type { TextKey } from 'c/convoxTrafficExplanation';

/** What is suspicious about a message, by key, in the user’s language. */
export const DOUBTS: Readonly<Record<Extract<TextKey, `doubt.${string}`>, string>> = {
    'doubt.jsonInvalid': doubtJsonInvalid,
    'doubt.jsonInField': doubtJsonInField,
    'doubt.semicolons': doubtSemicolons,
    'doubt.escapedForHtml': doubtEscapedForHtml,
    'doubt.encodedTwice': doubtEncodedTwice,
    'doubt.notUtf8': doubtNotUtf8,
    'doubt.blanksAround': doubtBlanksAround,
    'doubt.loginFirst': doubtLoginFirst,
    'doubt.misdirected': doubtMisdirected,
    'doubt.mixedDialects': doubtMixedDialects,
    'doubt.withoutPagePrefix': doubtWithoutPagePrefix,
    'doubt.bodyNotLogged': doubtBodyNotLogged,
    'doubt.notEncrypted': doubtNotEncrypted,
    'doubt.secretInAddress': doubtSecretInAddress,
    'doubt.placeholder': doubtPlaceholder,
    'doubt.sampleValue': doubtSampleValue,
    'doubt.wordForNothing': doubtWordForNothing,
    'doubt.brokenCharacters': doubtBrokenCharacters,
    'doubt.blankInId': doubtBlankInId,
    'doubt.repeated': doubtRepeated,
    'doubt.tooLong': doubtTooLong,
    'doubt.refusedValue': doubtRefusedValue,
    'doubt.numberWithoutKey': doubtNumberWithoutKey,
    'doubt.numberForeign': doubtNumberForeign,
    'doubt.numberWithMore': doubtNumberWithMore,
    'doubt.referenceMissing': doubtReferenceMissing,
    'doubt.statusUnknown': doubtStatusUnknown,
    'doubt.dateNone': doubtDateNone,
    'doubt.dateAmbiguous': doubtDateAmbiguous,
    'doubt.dateUnreadable': doubtDateUnreadable,
    'doubt.dateUnusual': doubtDateUnusual,
    'doubt.dateWithOffset': doubtDateWithOffset,
    'doubt.timeMissing': doubtTimeMissing,
    'doubt.timeUnreadable': doubtTimeUnreadable,
    'doubt.startInFuture': doubtStartInFuture,
    'doubt.promiseWithoutTime': doubtPromiseWithoutTime,
    'doubt.secondsUnreadable': doubtSecondsUnreadable
};
