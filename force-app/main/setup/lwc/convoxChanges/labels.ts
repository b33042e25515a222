import heading from '@salesforce/label/c.ConVox_Changes_Heading';
import key from '@salesforce/label/c.ConVox_Changes_Key';
import key1 from '@salesforce/label/c.ConVox_Changes_Key1';
import key2 from '@salesforce/label/c.ConVox_Changes_Key2';
import key3 from '@salesforce/label/c.ConVox_Changes_Key3';
import key4 from '@salesforce/label/c.ConVox_Changes_Key4';
import leaver from '@salesforce/label/c.ConVox_Changes_Leaver';
import leaver1 from '@salesforce/label/c.ConVox_Changes_Leaver1';
import leaver2 from '@salesforce/label/c.ConVox_Changes_Leaver2';
import leaver3 from '@salesforce/label/c.ConVox_Changes_Leaver3';
import leaver4 from '@salesforce/label/c.ConVox_Changes_Leaver4';
import process from '@salesforce/label/c.ConVox_Changes_Process';
import process1 from '@salesforce/label/c.ConVox_Changes_Process1';
import process2 from '@salesforce/label/c.ConVox_Changes_Process2';
import process3 from '@salesforce/label/c.ConVox_Changes_Process3';
import process4 from '@salesforce/label/c.ConVox_Changes_Process4';
import secret from '@salesforce/label/c.ConVox_Changes_Secret';
import secret1 from '@salesforce/label/c.ConVox_Changes_Secret1';
import secret2 from '@salesforce/label/c.ConVox_Changes_Secret2';
import secret3 from '@salesforce/label/c.ConVox_Changes_Secret3';
import secret4 from '@salesforce/label/c.ConVox_Changes_Secret4';
import server from '@salesforce/label/c.ConVox_Changes_Server';
import server1 from '@salesforce/label/c.ConVox_Changes_Server1';
import server2 from '@salesforce/label/c.ConVox_Changes_Server2';
import server3 from '@salesforce/label/c.ConVox_Changes_Server3';
import server4 from '@salesforce/label/c.ConVox_Changes_Server4';

export const labels = {
    heading,
    key,
    key1,
    key2,
    key3,
    key4,
    leaver,
    leaver1,
    leaver2,
    leaver3,
    leaver4,
    process,
    process1,
    process2,
    process3,
    process4,
    secret,
    secret1,
    secret2,
    secret3,
    secret4,
    server,
    server1,
    server2,
    server3,
    server4
};
