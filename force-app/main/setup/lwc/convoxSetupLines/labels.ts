import type { Enterable } from 'c/convoxSetupChecks';
import agents from '@salesforce/label/c.ConVox_SetupLines_Agents';
import agentsHelp from '@salesforce/label/c.ConVox_SetupLines_Agents_Help';
import alone from '@salesforce/label/c.ConVox_SetupLines_Alone';
import close from '@salesforce/label/c.ConVox_SetupLines_Close';
import dispositions from '@salesforce/label/c.ConVox_SetupLines_Dispositions';
import dispositionsHelp from '@salesforce/label/c.ConVox_SetupLines_Dispositions_Help';
import exists from '@salesforce/label/c.ConVox_SetupLines_Exists';
import extra from '@salesforce/label/c.ConVox_SetupLines_Extra';
import first from '@salesforce/label/c.ConVox_SetupLines_First';
import line from '@salesforce/label/c.ConVox_SetupLines_Line';
import missing from '@salesforce/label/c.ConVox_SetupLines_Missing';
import needsDialect from '@salesforce/label/c.ConVox_SetupLines_Needs_Dialect';
import neitherYesNorNo from '@salesforce/label/c.ConVox_SetupLines_Neither_Yes_Nor_No';
import noProcess from '@salesforce/label/c.ConVox_SetupLines_No_Process';
import noServer from '@salesforce/label/c.ConVox_SetupLines_No_Server';
import noUser from '@salesforce/label/c.ConVox_SetupLines_No_User';
import notAgent from '@salesforce/label/c.ConVox_SetupLines_Not_Agent';
import notCode from '@salesforce/label/c.ConVox_SetupLines_Not_Code';
import notDialect from '@salesforce/label/c.ConVox_SetupLines_Not_Dialect';
import notHours from '@salesforce/label/c.ConVox_SetupLines_Not_Hours';
import notZone from '@salesforce/label/c.ConVox_SetupLines_Not_Zone';
import otherUser from '@salesforce/label/c.ConVox_SetupLines_Other_User';
import overMidnight from '@salesforce/label/c.ConVox_SetupLines_Over_Midnight';
import processes from '@salesforce/label/c.ConVox_SetupLines_Processes';
import processesHelp from '@salesforce/label/c.ConVox_SetupLines_Processes_Help';
import save from '@salesforce/label/c.ConVox_SetupLines_Save';
import saved from '@salesforce/label/c.ConVox_SetupLines_Saved';
import second from '@salesforce/label/c.ConVox_SetupLines_Second';
import secondId from '@salesforce/label/c.ConVox_SetupLines_Second_Id';
import servers from '@salesforce/label/c.ConVox_SetupLines_Servers';
import serversHelp from '@salesforce/label/c.ConVox_SetupLines_Servers_Help';
import switchedOff from '@salesforce/label/c.ConVox_SetupLines_Switched_Off';
import third from '@salesforce/label/c.ConVox_SetupLines_Third';
import tooMany from '@salesforce/label/c.ConVox_SetupLines_Too_Many';
import tooManyIds from '@salesforce/label/c.ConVox_SetupLines_Too_Many_Ids';
import twice from '@salesforce/label/c.ConVox_SetupLines_Twice';
import unclosed from '@salesforce/label/c.ConVox_SetupLines_Unclosed';

export const labels = {
    agents,
    alone,
    close,
    dispositions,
    exists,
    extra,
    first,
    line,
    missing,
    needsDialect,
    neitherYesNorNo,
    noProcess,
    noServer,
    noUser,
    notAgent,
    notCode,
    notDialect,
    notHours,
    notZone,
    otherUser,
    overMidnight,
    processes,
    save,
    saved,
    second,
    secondId,
    servers,
    switchedOff,
    third,
    tooMany,
    tooManyIds,
    twice,
    unclosed
};

const HELP: Readonly<Record<Enterable, string>> = {
    agents: agentsHelp,
    dispositions: dispositionsHelp,
    processes: processesHelp,
    servers: serversHelp
};

export function helpOf(what: Enterable): string {
    return HELP[what];
}
