import breakLabel from '@salesforce/label/c.ConVox_AgentControls_Break';
import busy from '@salesforce/label/c.ConVox_AgentControls_Busy';
import callEnded from '@salesforce/label/c.ConVox_AgentControls_Call_Ended';
import group from '@salesforce/label/c.ConVox_AgentControls_Group';
import heard from '@salesforce/label/c.ConVox_AgentControls_Heard';
import hold from '@salesforce/label/c.ConVox_AgentControls_Hold';
import logOut from '@salesforce/label/c.ConVox_AgentControls_Log_Out';
import mute from '@salesforce/label/c.ConVox_AgentControls_Mute';
import noAnswer from '@salesforce/label/c.ConVox_AgentControls_No_Answer';
import nothingToDo from '@salesforce/label/c.ConVox_AgentControls_Nothing_To_Do';
import notFree from '@salesforce/label/c.ConVox_AgentControls_Not_Free';
import notNow from '@salesforce/label/c.ConVox_AgentControls_Not_Now';
import process from '@salesforce/label/c.ConVox_AgentControls_Process';
import queue from '@salesforce/label/c.ConVox_AgentControls_Queue';
import ready from '@salesforce/label/c.ConVox_AgentControls_Ready';
import resume from '@salesforce/label/c.ConVox_AgentControls_Resume';
import stateUnknown from '@salesforce/label/c.ConVox_AgentControls_State_Unknown';
import transfer from '@salesforce/label/c.ConVox_AgentControls_Transfer';
import unmute from '@salesforce/label/c.ConVox_AgentControls_Unmute';

export const labels = {
    breakLabel,
    busy,
    callEnded,
    group,
    heard,
    hold,
    logOut,
    mute,
    noAnswer,
    nothingToDo,
    notFree,
    notNow,
    process,
    queue,
    ready,
    resume,
    stateUnknown,
    transfer,
    unmute
};
