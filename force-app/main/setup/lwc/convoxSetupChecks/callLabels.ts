import callersClaim from '@salesforce/label/c.ConVox_SetupChecks_Callers_Claim';
import callersFound from '@salesforce/label/c.ConVox_SetupChecks_Callers_Found';
import callersMend from '@salesforce/label/c.ConVox_SetupChecks_Callers_Mend';
import callersUnseen from '@salesforce/label/c.ConVox_SetupChecks_Callers_Unseen';
import callersWait from '@salesforce/label/c.ConVox_SetupChecks_Callers_Wait';
import commandClaim from '@salesforce/label/c.ConVox_SetupChecks_Command_Claim';
import commandMend from '@salesforce/label/c.ConVox_SetupChecks_Command_Mend';
import goCommands from '@salesforce/label/c.ConVox_SetupChecks_Go_Commands';
import goSharing from '@salesforce/label/c.ConVox_SetupChecks_Go_Sharing';
import nothingYet from '@salesforce/label/c.ConVox_SetupChecks_Nothing_Yet';
import popClaim from '@salesforce/label/c.ConVox_SetupChecks_Pop_Claim';
import popMend from '@salesforce/label/c.ConVox_SetupChecks_Pop_Mend';
import statusClaim from '@salesforce/label/c.ConVox_SetupChecks_Status_Claim';
import statusMend from '@salesforce/label/c.ConVox_SetupChecks_Status_Mend';
import tried from '@salesforce/label/c.ConVox_SetupChecks_Tried';
import tryDial from '@salesforce/label/c.ConVox_SetupChecks_Try_Dial';
import tryPop from '@salesforce/label/c.ConVox_SetupChecks_Try_Pop';
import understood from '@salesforce/label/c.ConVox_SetupChecks_Understood';
import unknownClaim from '@salesforce/label/c.ConVox_SetupChecks_Unknown_Claim';
import unknownMend from '@salesforce/label/c.ConVox_SetupChecks_Unknown_Mend';
import unknownOf from '@salesforce/label/c.ConVox_SetupChecks_Unknown_Of';

export const labels = {
    callersClaim,
    callersFound,
    callersMend,
    callersUnseen,
    callersWait,
    commandClaim,
    commandMend,
    goCommands,
    goSharing,
    nothingYet,
    popClaim,
    popMend,
    statusClaim,
    statusMend,
    tried,
    tryDial,
    tryPop,
    understood,
    unknownClaim,
    unknownMend,
    unknownOf
};
