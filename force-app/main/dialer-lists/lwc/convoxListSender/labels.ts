import accepted from '@salesforce/label/c.ConVox_ListSender_Accepted';
import allOnceMore from '@salesforce/label/c.ConVox_ListSender_All_Once_More';
import before from '@salesforce/label/c.ConVox_ListSender_Before';
import beforeCount from '@salesforce/label/c.ConVox_ListSender_Before_Count';
import doNotCall from '@salesforce/label/c.ConVox_ListSender_Do_Not_Call';
import doNotCallHidden from '@salesforce/label/c.ConVox_ListSender_Do_Not_Call_Hidden';
import doNotCallShared from '@salesforce/label/c.ConVox_ListSender_Do_Not_Call_Shared';
import elsewhere from '@salesforce/label/c.ConVox_ListSender_Elsewhere';
import failed from '@salesforce/label/c.ConVox_ListSender_Lists_Failed';
import heading from '@salesforce/label/c.ConVox_ListSender_Heading';
import listId from '@salesforce/label/c.ConVox_ListSender_List_ID';
import listIdWrong from '@salesforce/label/c.ConVox_ListSender_List_ID_Wrong';
import mayNot from '@salesforce/label/c.ConVox_ListSender_May_Not';
import noList from '@salesforce/label/c.ConVox_ListSender_No_List';
import noAnswer from '@salesforce/label/c.ConVox_ListSender_No_Answer';
import noNumber from '@salesforce/label/c.ConVox_ListSender_No_Number';
import notSaved from '@salesforce/label/c.ConVox_ListSender_Not_Saved';
import onceMore from '@salesforce/label/c.ConVox_ListSender_Once_More';
import open from '@salesforce/label/c.ConVox_ListSender_Open';
import process from '@salesforce/label/c.ConVox_ListSender_Process';
import progress from '@salesforce/label/c.ConVox_ListSender_Progress';
import refused from '@salesforce/label/c.ConVox_ListSender_Refused';
import send from '@salesforce/label/c.ConVox_ListSender_Send';
import stop from '@salesforce/label/c.ConVox_ListSender_Stop';
import stopped from '@salesforce/label/c.ConVox_ListSender_Stopped';
import stopping from '@salesforce/label/c.ConVox_ListSender_Stopping';
import twice from '@salesforce/label/c.ConVox_ListSender_Twice';
import unknown from '@salesforce/label/c.ConVox_ListSender_Unknown';
import unknownRow from '@salesforce/label/c.ConVox_ListSender_Unknown_Row';
import waiting from '@salesforce/label/c.ConVox_ListSender_Waiting';
import work from '@salesforce/label/c.ConVox_ListSender_Work';

export const labels = {
    accepted,
    allOnceMore,
    before,
    beforeCount,
    doNotCall,
    doNotCallHidden,
    doNotCallShared,
    elsewhere,
    failed,
    heading,
    listId,
    listIdWrong,
    mayNot,
    noAnswer,
    noList,
    noNumber,
    notSaved,
    onceMore,
    open,
    process,
    progress,
    refused,
    send,
    stop,
    stopped,
    stopping,
    twice,
    unknown,
    unknownRow,
    waiting,
    work
};
