import agents from '@salesforce/label/c.ConVox_HandOver_Agents';
import copied from '@salesforce/label/c.ConVox_HandOver_Copied';
import copy from '@salesforce/label/c.ConVox_HandOver_Copy';
import firstGateway from '@salesforce/label/c.ConVox_HandOver_First_Gateway';
import firstServer from '@salesforce/label/c.ConVox_HandOver_First_Server';
import gateway from '@salesforce/label/c.ConVox_HandOver_Gateway';
import gatewayPop from '@salesforce/label/c.ConVox_HandOver_Gateway_Pop';
import heading from '@salesforce/label/c.ConVox_HandOver_Heading';
import help from '@salesforce/label/c.ConVox_HandOver_Help';
import notCopied from '@salesforce/label/c.ConVox_HandOver_Not_Copied';
import pop from '@salesforce/label/c.ConVox_HandOver_Pop';
import print from '@salesforce/label/c.ConVox_HandOver_Print';
import processes from '@salesforce/label/c.ConVox_HandOver_Processes';
import salesforce from '@salesforce/label/c.ConVox_HandOver_Salesforce';
import servers from '@salesforce/label/c.ConVox_HandOver_Servers';
import status from '@salesforce/label/c.ConVox_HandOver_Status';
import unread from '@salesforce/label/c.ConVox_SetupChecks_Unread';

export const labels = {
    agents,
    copied,
    copy,
    firstGateway,
    firstServer,
    gateway,
    gatewayPop,
    heading,
    help,
    notCopied,
    pop,
    print,
    processes,
    salesforce,
    servers,
    status,
    unread
};
