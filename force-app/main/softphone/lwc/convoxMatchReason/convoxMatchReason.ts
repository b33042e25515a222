import companyPhoneExact from '@salesforce/label/c.ConVox_MatchReason_Company_Phone_Exact';
import companyPhoneIgnoringPrefix from '@salesforce/label/c.ConVox_MatchReason_Company_Phone_Ignoring_Prefix';
import homePhoneExact from '@salesforce/label/c.ConVox_MatchReason_Home_Phone_Exact';
import homePhoneIgnoringPrefix from '@salesforce/label/c.ConVox_MatchReason_Home_Phone_Ignoring_Prefix';
import mobileExact from '@salesforce/label/c.ConVox_MatchReason_Mobile_Exact';
import mobileIgnoringPrefix from '@salesforce/label/c.ConVox_MatchReason_Mobile_Ignoring_Prefix';
import otherPhoneExact from '@salesforce/label/c.ConVox_MatchReason_Other_Phone_Exact';
import otherPhoneIgnoringPrefix from '@salesforce/label/c.ConVox_MatchReason_Other_Phone_Ignoring_Prefix';
import phoneExact from '@salesforce/label/c.ConVox_MatchReason_Phone_Exact';
import phoneIgnoringPrefix from '@salesforce/label/c.ConVox_MatchReason_Phone_Ignoring_Prefix';
import remembered from '@salesforce/label/c.ConVox_MatchReason_Remembered';
import type { MatchReason } from 'c/convoxCallerMatch';

const TEXTS: Readonly<Record<MatchReason, string>> = {
    companyPhoneExact,
    companyPhoneIgnoringPrefix,
    homePhoneExact,
    homePhoneIgnoringPrefix,
    mobileExact,
    mobileIgnoringPrefix,
    otherPhoneExact,
    otherPhoneIgnoringPrefix,
    phoneExact,
    phoneIgnoringPrefix,
    remembered
};

/** Why a record was taken for the caller, in the user's language. */
export function reasonText(reason: MatchReason): string {
    return TEXTS[reason];
}
