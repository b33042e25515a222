import type { Enterable } from 'c/convoxSetupChecks';
import agents from '@salesforce/label/c.ConVox_SetupLines_Agents';
import agentsHelp from '@salesforce/label/c.ConVox_SetupLines_Agents_Help';
import close from '@salesforce/label/c.ConVox_SetupLines_Close';
import dispositions from '@salesforce/label/c.ConVox_SetupLines_Dispositions';
import dispositionsHelp from '@salesforce/label/c.ConVox_SetupLines_Dispositions_Help';
import first from '@salesforce/label/c.ConVox_SetupLines_First';
import line from '@salesforce/label/c.ConVox_SetupLines_Line';
import missing from '@salesforce/label/c.ConVox_SetupLines_Missing';
import noProcess from '@salesforce/label/c.ConVox_SetupLines_No_Process';
import noUser from '@salesforce/label/c.ConVox_SetupLines_No_User';
import notZone from '@salesforce/label/c.ConVox_SetupLines_Not_Zone';
import processes from '@salesforce/label/c.ConVox_SetupLines_Processes';
import processesHelp from '@salesforce/label/c.ConVox_SetupLines_Processes_Help';
import save from '@salesforce/label/c.ConVox_SetupLines_Save';
import saved from '@salesforce/label/c.ConVox_SetupLines_Saved';
import second from '@salesforce/label/c.ConVox_SetupLines_Second';
import servers from '@salesforce/label/c.ConVox_SetupLines_Servers';
import serversHelp from '@salesforce/label/c.ConVox_SetupLines_Servers_Help';
import third from '@salesforce/label/c.ConVox_SetupLines_Third';
import tooMany from '@salesforce/label/c.ConVox_SetupLines_Too_Many';
import twice from '@salesforce/label/c.ConVox_SetupLines_Twice';

export const labels = {
    agents,
    close,
    dispositions,
    first,
    line,
    missing,
    noProcess,
    noUser,
    notZone,
    processes,
    save,
    saved,
    second,
    servers,
    third,
    tooMany,
    twice
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
