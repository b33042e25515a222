import agent from '@salesforce/label/c.ConVox_Change_Agent';
import agentOff from '@salesforce/label/c.ConVox_Change_Agent_Off';
import before from '@salesforce/label/c.ConVox_Change_Before';
import begin from '@salesforce/label/c.ConVox_Change_Begin';
import beginAgain from '@salesforce/label/c.ConVox_Change_Begin_Again';
import begun from '@salesforce/label/c.ConVox_Change_Begun';
import cancel from '@salesforce/label/c.ConVox_Change_Cancel';
import commandSince from '@salesforce/label/c.ConVox_Change_Command_Since';
import done from '@salesforce/label/c.ConVox_Change_Done';
import entered from '@salesforce/label/c.ConVox_Change_Entered';
import failed from '@salesforce/label/c.ConVox_Change_Failed';
import first from '@salesforce/label/c.ConVox_Change_First';
import itsCall from '@salesforce/label/c.ConVox_Change_Its_Call';
import itsDispositions from '@salesforce/label/c.ConVox_Change_Its_Dispositions';
import lastStart from '@salesforce/label/c.ConVox_Change_Last_Start';
import noPromises from '@salesforce/label/c.ConVox_Change_No_Promises';
import noRights from '@salesforce/label/c.ConVox_Change_No_Rights';
import notBegun from '@salesforce/label/c.ConVox_Change_Not_Begun';
import notTold from '@salesforce/label/c.ConVox_Change_Not_Told';
import ofThemOld from '@salesforce/label/c.ConVox_Change_Of_Them_Old';
import oneKey from '@salesforce/label/c.ConVox_Change_One_Key';
import oneSecret from '@salesforce/label/c.ConVox_Change_One_Secret';
import proof from '@salesforce/label/c.ConVox_Change_Proof';
import server from '@salesforce/label/c.ConVox_Change_Server';
import started from '@salesforce/label/c.ConVox_Change_Started';
import statusSince from '@salesforce/label/c.ConVox_Change_Status_Since';
import underWay from '@salesforce/label/c.ConVox_Change_Under_Way';

export const labels = {
    agent,
    agentOff,
    before,
    begin,
    beginAgain,
    begun,
    cancel,
    commandSince,
    done,
    entered,
    failed,
    first,
    itsCall,
    itsDispositions,
    lastStart,
    noPromises,
    noRights,
    notBegun,
    notTold,
    ofThemOld,
    oneKey,
    oneSecret,
    proof,
    server,
    started,
    statusSince,
    underWay
};
