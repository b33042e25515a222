import aboveTarget from '@salesforce/label/c.ConVox_Wallboard_Above_Target';
import agent from '@salesforce/label/c.ConVox_Wallboard_Agent';
import agents from '@salesforce/label/c.ConVox_Wallboard_Agents';
import answered from '@salesforce/label/c.ConVox_Wallboard_Answered';
import answerTarget from '@salesforce/label/c.ConVox_Wallboard_Answer_Target';
import bigScreen from '@salesforce/label/c.ConVox_Wallboard_Big_Screen';
import byProcess from '@salesforce/label/c.ConVox_Wallboard_By_Process';
import days from '@salesforce/label/c.ConVox_Wallboard_Days';
import direction from '@salesforce/label/c.ConVox_Wallboard_Direction';
import failed from '@salesforce/label/c.ConVox_Wallboard_Failed';
import leaveBigScreen from '@salesforce/label/c.ConVox_Wallboard_Leave_Big_Screen';
import leftOut from '@salesforce/label/c.ConVox_Wallboard_Left_Out';
import loading from '@salesforce/label/c.ConVox_Wallboard_Loading';
import missed from '@salesforce/label/c.ConVox_Wallboard_Missed';
import nobody from '@salesforce/label/c.ConVox_Wallboard_Nobody';
import nobodyOnLine from '@salesforce/label/c.ConVox_Wallboard_Nobody_On_Line';
import noCalls from '@salesforce/label/c.ConVox_Wallboard_No_Calls';
import noProcess from '@salesforce/label/c.ConVox_Wallboard_No_Process';
import nowOnLine from '@salesforce/label/c.ConVox_Wallboard_Now_On_Line';
import offered from '@salesforce/label/c.ConVox_Wallboard_Offered';
import ofOffered from '@salesforce/label/c.ConVox_Wallboard_Of_Offered';
import old from '@salesforce/label/c.ConVox_Wallboard_Old';
import onLine from '@salesforce/label/c.ConVox_Wallboard_On_Line';
import overduePromises from '@salesforce/label/c.ConVox_Wallboard_Overdue_Promises';
import process from '@salesforce/label/c.ConVox_Wallboard_Process';
import serviceLevel from '@salesforce/label/c.ConVox_Wallboard_Service_Level';
import since from '@salesforce/label/c.ConVox_Wallboard_Since';
import speedOfAnswer from '@salesforce/label/c.ConVox_Wallboard_Speed_Of_Answer';
import state from '@salesforce/label/c.ConVox_Wallboard_State';
import target from '@salesforce/label/c.ConVox_Wallboard_Target';
import title from '@salesforce/label/c.ConVox_Wallboard_Title';
import toReturn from '@salesforce/label/c.ConVox_Wallboard_To_Return';
import unansweredCommands from '@salesforce/label/c.ConVox_Wallboard_Unanswered_Commands';
import updated from '@salesforce/label/c.ConVox_Wallboard_Updated';
import waitingSince from '@salesforce/label/c.ConVox_Wallboard_Waiting_Since';

export const labels = {
    aboveTarget,
    agent,
    agents,
    answered,
    answerTarget,
    bigScreen,
    byProcess,
    days,
    direction,
    failed,
    leaveBigScreen,
    leftOut,
    loading,
    missed,
    nobody,
    nobodyOnLine,
    noCalls,
    noProcess,
    nowOnLine,
    offered,
    ofOffered,
    old,
    onLine,
    overduePromises,
    process,
    serviceLevel,
    since,
    speedOfAnswer,
    state,
    target,
    title,
    toReturn,
    unansweredCommands,
    updated,
    waitingSince
};
