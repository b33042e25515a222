import green from '@salesforce/label/c.ConVox_HealthDays_Green';
import heading from '@salesforce/label/c.ConVox_HealthDays_Heading';
import not from '@salesforce/label/c.ConVox_HealthDays_Not';
import red from '@salesforce/label/c.ConVox_HealthDays_Red';

export const labels = {
    green,
    heading,
    not,
    red
};
