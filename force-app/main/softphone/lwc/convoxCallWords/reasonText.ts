import assistantPhone from '@salesforce/label/c.ConVox_MatchReason_Assistant_Phone';
import companyPhone from '@salesforce/label/c.ConVox_MatchReason_Company_Phone';
import homePhone from '@salesforce/label/c.ConVox_MatchReason_Home_Phone';
import ignoring from '@salesforce/label/c.ConVox_MatchReason_Ignoring';
import mobile from '@salesforce/label/c.ConVox_MatchReason_Mobile';
import otherPhone from '@salesforce/label/c.ConVox_MatchReason_Other_Phone';
import phone from '@salesforce/label/c.ConVox_MatchReason_Phone';
import linked from '@salesforce/label/c.ConVox_RecordLink_Reason';
import type { MatchReason, NumberKind } from 'c/convoxCallerMatch';
import { fillIn } from 'c/convoxText';

const TEXTS: Readonly<Record<NumberKind, string>> = {
    assistantPhone,
    companyPhone,
    homePhone,
    mobile,
    otherPhone,
    phone
};

/** Why a record was taken for the caller, in the user's language; without a reason the agent said so. */
export function reasonText(reason: MatchReason | undefined): string {
    if (!reason) {
        return linked;
    }
    const { kind, ignored } = reason;
    return ignored ? fillIn(ignoring, TEXTS[kind], ignored) : TEXTS[kind];
}
