import { KNOWN_CALLER_NUMBER, LEAD_NUMBER, SHARED_NUMBER } from './callers.ts';

/**
 * Made-up customers of an appliance company in India. Numbers are written in the many ways people type them;
 * every number belongs to one customer only, except the shared one.
 */

interface SampleAccount {
    readonly Name: string;
    readonly Phone: string;
    readonly Industry: string;
    readonly BillingCity: string;
}

interface SamplePerson {
    readonly FirstName: string;
    readonly LastName: string;
    readonly Phone?: string;
    readonly MobilePhone?: string;
    readonly Email?: string;
    readonly Title?: string;
}

export interface SampleContact extends SamplePerson {
    /** Name of the account in the list below. */
    readonly account?: string;
    readonly MailingCity: string;
}

export interface SampleLead extends SamplePerson {
    readonly Company: string;
    readonly City: string;
    readonly LeadSource: string;
}

export const accounts: readonly SampleAccount[] = [
    { Name: 'Lotus Textiles', Phone: '+91 90000 00051', Industry: 'Retail', BillingCity: 'Surat' },
    { Name: 'Konkan Cold Storage', Phone: '090000 00052', Industry: 'Agriculture', BillingCity: 'Ratnagiri' },
    { Name: 'Sahyadri Clinics', Phone: '(+91) 90000-00053', Industry: 'Healthcare', BillingCity: 'Pune' },
    { Name: 'Brightpath Schools', Phone: '90000 00054', Industry: 'Education', BillingCity: 'Lucknow' },
    { Name: 'Deccan Motors', Phone: '0091 90000 00055', Industry: 'Other', BillingCity: 'Hyderabad' }
];

/** Ten digits as `+91 98765 43201`. */
function international(number: string): string {
    return `+91 ${number.slice(0, 5)} ${number.slice(5)}`;
}

export const contacts: readonly SampleContact[] = [
    {
        FirstName: 'Priya',
        LastName: 'Nair',
        MobilePhone: international(KNOWN_CALLER_NUMBER),
        Email: 'priya.nair@customers.example',
        Title: 'Purchase Manager',
        account: 'Lotus Textiles',
        MailingCity: 'Surat'
    },
    {
        FirstName: 'Rajesh',
        LastName: 'Gupta',
        Phone: `0${SHARED_NUMBER}`,
        Email: 'rajesh.gupta@customers.example',
        account: 'Brightpath Schools',
        MailingCity: 'Lucknow'
    },
    {
        FirstName: 'Sunita',
        LastName: 'Gupta',
        MobilePhone: `+91-${SHARED_NUMBER.slice(0, 5)}-${SHARED_NUMBER.slice(5)}`,
        MailingCity: 'Lucknow'
    },
    {
        FirstName: 'Imran',
        LastName: 'Shaikh',
        Phone: '98765-43203',
        Title: 'Accounts Head',
        account: 'Konkan Cold Storage',
        MailingCity: 'Ratnagiri'
    },
    { FirstName: 'Kavita', LastName: 'Deshmukh', MobilePhone: '(0)98765 43204', MailingCity: 'Nagpur' },
    {
        FirstName: 'Arjun',
        LastName: 'Reddy',
        Phone: '0091 98765 43205',
        MobilePhone: '98765 43215',
        account: 'Deccan Motors',
        MailingCity: 'Hyderabad'
    },
    { FirstName: 'Lakshmi', LastName: 'Krishnan', MobilePhone: '91 9876543206', MailingCity: 'Chennai' },
    {
        FirstName: 'Harpreet',
        LastName: 'Singh',
        Phone: '98765.43207',
        Email: 'harpreet.singh@customers.example',
        MailingCity: 'Ludhiana'
    },
    {
        FirstName: 'Anjali',
        LastName: 'Joshi',
        Phone: '9876543208 ext. 12',
        Title: 'Front Desk',
        account: 'Sahyadri Clinics',
        MailingCity: 'Pune'
    },
    { FirstName: 'Debashish', LastName: 'Mukherjee', MobilePhone: '+919876543209', MailingCity: 'Kolkata' },
    {
        FirstName: 'Farida',
        LastName: 'Khan',
        Phone: '9876543210',
        Email: 'farida.khan@customers.example',
        MailingCity: 'Bhopal'
    },
    { FirstName: 'Vikram', LastName: 'Patil', Email: 'vikram.patil@customers.example', MailingCity: 'Kolhapur' }
];

export const leads: readonly SampleLead[] = [
    {
        FirstName: 'Neha',
        LastName: 'Bansal',
        Company: 'Bansal Sweets',
        Phone: international(LEAD_NUMBER),
        City: 'Jaipur',
        LeadSource: 'Web'
    },
    {
        FirstName: 'Suresh',
        LastName: 'Babu',
        Company: 'Babu Stores',
        MobilePhone: '098765 43222',
        City: 'Coimbatore',
        LeadSource: 'Phone Inquiry'
    },
    {
        FirstName: 'Ritu',
        LastName: 'Malhotra',
        Company: 'Malhotra Interiors',
        Phone: '98765-43223',
        Email: 'ritu.malhotra@customers.example',
        City: 'Gurugram',
        LeadSource: 'Partner Referral'
    },
    {
        FirstName: 'Thomas',
        LastName: 'Kurien',
        Company: 'Kurien Boats',
        MobilePhone: '+91 (98765) 43224',
        City: 'Alappuzha',
        LeadSource: 'Web'
    },
    {
        FirstName: 'Manoj',
        LastName: 'Yadav',
        Company: 'Yadav Dairy',
        Phone: '91-98765-43225',
        City: 'Varanasi',
        LeadSource: 'Purchased List'
    },
    { FirstName: 'Zoya', LastName: 'Ansari', Company: 'Ansari Prints', City: 'Indore', LeadSource: 'Other' }
];
