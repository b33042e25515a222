import administratorsClaim from '@salesforce/label/c.ConVox_SetupChecks_Administrators_Claim';
import administratorsMend from '@salesforce/label/c.ConVox_SetupChecks_Administrators_Mend';
import convoxUnasked from '@salesforce/label/c.ConVox_SetupChecks_Convox_Unasked';
import convoxUnaskedMend from '@salesforce/label/c.ConVox_SetupChecks_Convox_Unasked_Mend';
import countedLater from '@salesforce/label/c.ConVox_SetupChecks_Counted_Later';
import counting from '@salesforce/label/c.ConVox_SetupChecks_Counting';
import gatewayGone from '@salesforce/label/c.ConVox_SetupChecks_Gateway_Gone';
import goFlows from '@salesforce/label/c.ConVox_SetupChecks_Go_Flows';
import heading from '@salesforce/label/c.ConVox_SetupChecks_Health_Heading';
import lastBrought from '@salesforce/label/c.ConVox_SetupChecks_Last_Brought';
import lasts from '@salesforce/label/c.ConVox_SetupChecks_Lasts';
import looking from '@salesforce/label/c.ConVox_SetupChecks_Looking';
import minutesAgo from '@salesforce/label/c.ConVox_SetupChecks_Minutes_Ago';
import never from '@salesforce/label/c.ConVox_SetupChecks_Never';
import nightsClaim from '@salesforce/label/c.ConVox_SetupChecks_Nights_Claim';
import nightsMend from '@salesforce/label/c.ConVox_SetupChecks_Nights_Mend';
import nothingYet from '@salesforce/label/c.ConVox_SetupChecks_Nothing_Yet';
import recordingsClaim from '@salesforce/label/c.ConVox_SetupChecks_Recordings_Claim';
import recordingsMend from '@salesforce/label/c.ConVox_SetupChecks_Recordings_Mend';
import statusesClaim from '@salesforce/label/c.ConVox_SetupChecks_Statuses_Claim';
import statusesMend from '@salesforce/label/c.ConVox_SetupChecks_Statuses_Mend';
import unread from '@salesforce/label/c.ConVox_SetupChecks_Unread';
import unseen from '@salesforce/label/c.ConVox_SetupChecks_Unseen';

export const labels = {
    administratorsClaim,
    administratorsMend,
    convoxUnasked,
    convoxUnaskedMend,
    countedLater,
    counting,
    gatewayGone,
    goFlows,
    heading,
    lastBrought,
    lasts,
    looking,
    minutesAgo,
    never,
    nightsClaim,
    nightsMend,
    nothingYet,
    recordingsClaim,
    recordingsMend,
    statusesClaim,
    statusesMend,
    unread,
    unseen
};
