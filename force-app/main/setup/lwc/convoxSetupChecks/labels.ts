import agentsClaim from '@salesforce/label/c.ConVox_SetupChecks_Agents_Claim';
import agentsMend from '@salesforce/label/c.ConVox_SetupChecks_Agents_Mend';
import allWell from '@salesforce/label/c.ConVox_SetupChecks_All_Well';
import asking from '@salesforce/label/c.ConVox_SetupChecks_Asking';
import askingRights from '@salesforce/label/c.ConVox_SetupChecks_Asking_Rights';
import backlogClaim from '@salesforce/label/c.ConVox_SetupChecks_Backlog_Claim';
import backlogMend from '@salesforce/label/c.ConVox_SetupChecks_Backlog_Mend';
import callsHeading from '@salesforce/label/c.ConVox_SetupChecks_Calls_Heading';
import clockClaim from '@salesforce/label/c.ConVox_SetupChecks_Clock_Claim';
import clockMend from '@salesforce/label/c.ConVox_SetupChecks_Clock_Mend';
import convoxClaim from '@salesforce/label/c.ConVox_SetupChecks_Convox_Claim';
import convoxMend from '@salesforce/label/c.ConVox_SetupChecks_Convox_Mend';
import customersHeading from '@salesforce/label/c.ConVox_SetupChecks_Customers_Heading';
import defaultClaim from '@salesforce/label/c.ConVox_SetupChecks_Default_Claim';
import defaultMend from '@salesforce/label/c.ConVox_SetupChecks_Default_Mend';
import defaultMoved from '@salesforce/label/c.ConVox_SetupChecks_Default_Moved';
import defaultsOf from '@salesforce/label/c.ConVox_SetupChecks_Defaults_Of';
import dialectClaim from '@salesforce/label/c.ConVox_SetupChecks_Dialect_Claim';
import dialectMend from '@salesforce/label/c.ConVox_SetupChecks_Dialect_Mend';
import dispositionsClaim from '@salesforce/label/c.ConVox_SetupChecks_Dispositions_Claim';
import dispositionsMend from '@salesforce/label/c.ConVox_SetupChecks_Dispositions_Mend';
import enterAgents from '@salesforce/label/c.ConVox_SetupChecks_Enter_Agents';
import enterDispositions from '@salesforce/label/c.ConVox_SetupChecks_Enter_Dispositions';
import enterProcesses from '@salesforce/label/c.ConVox_SetupChecks_Enter_Processes';
import enterServer from '@salesforce/label/c.ConVox_SetupChecks_Enter_Server';
import fillKeys from '@salesforce/label/c.ConVox_SetupChecks_Fill_Keys';
import gatewayClaim from '@salesforce/label/c.ConVox_SetupChecks_Gateway_Claim';
import gatewayMend from '@salesforce/label/c.ConVox_SetupChecks_Gateway_Mend';
import gatewayUserClaim from '@salesforce/label/c.ConVox_SetupChecks_Gateway_User_Claim';
import gatewayUserMend from '@salesforce/label/c.ConVox_SetupChecks_Gateway_User_Mend';
import gatewayVersion from '@salesforce/label/c.ConVox_SetupChecks_Gateway_Version';
import give from '@salesforce/label/c.ConVox_SetupChecks_Give';
import giveAll from '@salesforce/label/c.ConVox_SetupChecks_Give_All';
import giveMe from '@salesforce/label/c.ConVox_SetupChecks_Give_Me';
import goAddress from '@salesforce/label/c.ConVox_SetupChecks_Go_Address';
import goPermissionSets from '@salesforce/label/c.ConVox_SetupChecks_Go_Permission_Sets';
import keysClaim from '@salesforce/label/c.ConVox_SetupChecks_Keys_Claim';
import keysMark from '@salesforce/label/c.ConVox_SetupChecks_Keys_Mark';
import keysMend from '@salesforce/label/c.ConVox_SetupChecks_Keys_Mend';
import keysRefused from '@salesforce/label/c.ConVox_SetupChecks_Keys_Refused';
import knownClaim from '@salesforce/label/c.ConVox_SetupChecks_Known_Claim';
import knownMend from '@salesforce/label/c.ConVox_SetupChecks_Known_Mend';
import lacks from '@salesforce/label/c.ConVox_SetupChecks_Lacks';
import makeDefault from '@salesforce/label/c.ConVox_SetupChecks_Make_Default';
import markFilled from '@salesforce/label/c.ConVox_SetupChecks_Mark_Filled';
import noCode from '@salesforce/label/c.ConVox_SetupChecks_No_Code';
import noDefault from '@salesforce/label/c.ConVox_SetupChecks_No_Default';
import noUser from '@salesforce/label/c.ConVox_SetupChecks_No_User';
import noneFor from '@salesforce/label/c.ConVox_SetupChecks_None_For';
import notInOrg from '@salesforce/label/c.ConVox_SetupChecks_Not_In_Org';
import notKnown from '@salesforce/label/c.ConVox_SetupChecks_Not_Known';
import openServer from '@salesforce/label/c.ConVox_SetupChecks_Open_Server';
import orgRightsClaim from '@salesforce/label/c.ConVox_SetupChecks_Org_Rights_Claim';
import orgRightsMend from '@salesforce/label/c.ConVox_SetupChecks_Org_Rights_Mend';
import peopleHeading from '@salesforce/label/c.ConVox_SetupChecks_People_Heading';
import processesClaim from '@salesforce/label/c.ConVox_SetupChecks_Processes_Claim';
import processesHeading from '@salesforce/label/c.ConVox_SetupChecks_Processes_Heading';
import processesMend from '@salesforce/label/c.ConVox_SetupChecks_Processes_Mend';
import rightsClaim from '@salesforce/label/c.ConVox_SetupChecks_Rights_Claim';
import rightsMend from '@salesforce/label/c.ConVox_SetupChecks_Rights_Mend';
import rightsUnread from '@salesforce/label/c.ConVox_SetupChecks_Rights_Unread';
import secondsApart from '@salesforce/label/c.ConVox_SetupChecks_Seconds_Apart';
import serverHeading from '@salesforce/label/c.ConVox_SetupChecks_Server_Heading';
import setZone from '@salesforce/label/c.ConVox_SetupChecks_Set_Zone';
import silent from '@salesforce/label/c.ConVox_SetupChecks_Silent';
import switchOff from '@salesforce/label/c.ConVox_SetupChecks_Switch_Off';
import toMend from '@salesforce/label/c.ConVox_SetupChecks_To_Mend';
import toSee from '@salesforce/label/c.ConVox_SetupChecks_To_See';
import unkeyed from '@salesforce/label/c.ConVox_SetupChecks_Unkeyed';
import waiting from '@salesforce/label/c.ConVox_SetupChecks_Waiting';
import zoneClaim from '@salesforce/label/c.ConVox_SetupChecks_Zone_Claim';
import zoneMend from '@salesforce/label/c.ConVox_SetupChecks_Zone_Mend';
import zones from '@salesforce/label/c.ConVox_SetupChecks_Zones';

export const labels = {
    agentsClaim,
    agentsMend,
    allWell,
    asking,
    askingRights,
    backlogClaim,
    backlogMend,
    callsHeading,
    clockClaim,
    clockMend,
    convoxClaim,
    convoxMend,
    customersHeading,
    defaultClaim,
    defaultMend,
    defaultMoved,
    defaultsOf,
    dialectClaim,
    dialectMend,
    dispositionsClaim,
    dispositionsMend,
    enterAgents,
    enterDispositions,
    enterProcesses,
    enterServer,
    fillKeys,
    gatewayClaim,
    gatewayMend,
    gatewayUserClaim,
    gatewayUserMend,
    gatewayVersion,
    give,
    giveAll,
    giveMe,
    goAddress,
    goPermissionSets,
    keysClaim,
    keysMark,
    keysMend,
    keysRefused,
    knownClaim,
    knownMend,
    lacks,
    makeDefault,
    markFilled,
    noCode,
    noDefault,
    noUser,
    noneFor,
    notInOrg,
    notKnown,
    openServer,
    orgRightsClaim,
    orgRightsMend,
    peopleHeading,
    processesClaim,
    processesHeading,
    processesMend,
    rightsClaim,
    rightsMend,
    rightsUnread,
    secondsApart,
    serverHeading,
    setZone,
    silent,
    switchOff,
    toMend,
    toSee,
    unkeyed,
    waiting,
    zoneClaim,
    zoneMend,
    zones
};
