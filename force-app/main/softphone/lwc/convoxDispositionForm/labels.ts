import date from '@salesforce/label/c.ConVox_DispositionForm_Date';
import disposition from '@salesforce/label/c.ConVox_DispositionForm_Disposition';
import disposition2 from '@salesforce/label/c.ConVox_DispositionForm_Disposition_2';
import disposition3 from '@salesforce/label/c.ConVox_DispositionForm_Disposition_3';
import dispositionPlaceholder from '@salesforce/label/c.ConVox_DispositionForm_Disposition_Placeholder';
import empty from '@salesforce/label/c.ConVox_DispositionForm_Empty';
import ended from '@salesforce/label/c.ConVox_DispositionForm_Ended';
import followUp from '@salesforce/label/c.ConVox_DispositionForm_Follow_Up';
import followUpForced from '@salesforce/label/c.ConVox_DispositionForm_Follow_Up_Forced';
import heading from '@salesforce/label/c.ConVox_DispositionForm_Heading';
import keep from '@salesforce/label/c.ConVox_DispositionForm_Keep';
import keepHint from '@salesforce/label/c.ConVox_DispositionForm_Keep_Hint';
import noProcess from '@salesforce/label/c.ConVox_DispositionForm_No_Process';
import notes from '@salesforce/label/c.ConVox_DispositionForm_Notes';
import numbered from '@salesforce/label/c.ConVox_DispositionForm_Placeholder_Numbered';
import pickEvening from '@salesforce/label/c.ConVox_DispositionForm_Pick_Evening';
import pickHour from '@salesforce/label/c.ConVox_DispositionForm_Pick_Hour';
import pickTomorrow from '@salesforce/label/c.ConVox_DispositionForm_Pick_Tomorrow';
import pickWeek from '@salesforce/label/c.ConVox_DispositionForm_Pick_Week';
import save from '@salesforce/label/c.ConVox_DispositionForm_Save';
import saveHint from '@salesforce/label/c.ConVox_DispositionForm_Save_Hint';
import saveToCall from '@salesforce/label/c.ConVox_DispositionForm_Save_To_Call';
import time from '@salesforce/label/c.ConVox_DispositionForm_Time';
import unanswered from '@salesforce/label/c.ConVox_DispositionForm_Unanswered';
import zone from '@salesforce/label/c.ConVox_DispositionForm_Zone';

export const labels = {
    date,
    disposition,
    dispositionPlaceholder,
    empty,
    ended,
    followUp,
    followUpForced,
    heading,
    keep,
    keepHint,
    noProcess,
    notes,
    numbered,
    pickEvening,
    pickHour,
    pickTomorrow,
    pickWeek,
    save,
    saveHint,
    saveToCall,
    time,
    unanswered,
    zone
};

/** Names of the disposition fields; index 0 is level 1. */
export const levelLabels: readonly string[] = [disposition, disposition2, disposition3];
