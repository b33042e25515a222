/**
 * What becomes of a phone number as people and telephone systems write it. The contract's functions and the formulas of
 * the flows that fill the phone-key fields are held to this one table; `docs/phone-numbers.md` states the rule.
 *
 * key: the matching key, '' for none. dial: the ten digits ConVox dials, absent when the number cannot be dialled.
 * display: how an agent sees it, where that is worth pinning.
 */
export interface PhoneCase {
    readonly name: string;
    readonly text: string;
    readonly key: string;
    readonly dial?: string;
    readonly display?: string;
}

export const phoneCases: readonly PhoneCase[] = [
    { name: 'ten digits', text: '9876543210', key: '9876543210', dial: '9876543210', display: '98765 43210' },
    { name: 'ten digits in two groups', text: '98765 43210', key: '9876543210', dial: '9876543210' },
    { name: 'spaces around', text: '  9876543210  ', key: '9876543210', dial: '9876543210' },
    { name: 'dashes', text: '98765-43210', key: '9876543210', dial: '9876543210' },
    { name: 'dots', text: '98765.43210', key: '9876543210', dial: '9876543210' },
    { name: '+91', text: '+919876543210', key: '9876543210', dial: '9876543210', display: '98765 43210' },
    { name: '+91 with spaces and dash', text: '+91 98765-43210', key: '9876543210', dial: '9876543210' },
    { name: '+91 in brackets', text: '(+91) 98765 43210', key: '9876543210', dial: '9876543210' },
    { name: '+91 with a bracketed zero', text: '+91 (0) 98765 43210', key: '9876543210', dial: '9876543210' },
    { name: '0091', text: '00919876543210', key: '9876543210', dial: '9876543210' },
    { name: '0 in front', text: '09876543210', key: '9876543210', dial: '9876543210', display: '98765 43210' },
    { name: '91 in front', text: '919876543210', key: '9876543210', dial: '9876543210' },
    { name: '091 in front', text: '0919876543210', key: '9876543210', dial: '9876543210' },
    { name: 'a number that itself begins with 91', text: '9198765432', key: '9198765432', dial: '9198765432' },
    { name: '+91 before a number that begins with 91', text: '+91 91987 65432', key: '9198765432', dial: '9198765432' },
    {
        name: 'a landline with its area code',
        text: '022 2495 0012',
        key: '2224950012',
        dial: '2224950012',
        display: '22 2495 0012'
    },
    { name: 'a landline as Salesforce formats it', text: '(222) 495-0012', key: '2224950012', dial: '2224950012' },
    { name: 'a landline without its area code', text: '2495 0012', key: '24950012', display: '24950012' },
    { name: 'seven digits', text: '495-0012', key: '4950012' },
    { name: 'extension x', text: '98765 43210 x12', key: '9876543210', dial: '9876543210', display: '98765 43210' },
    { name: 'extension X', text: '9876543210X12', key: '9876543210', dial: '9876543210' },
    { name: 'extension ext', text: '022-24950012 ext 104', key: '2224950012', dial: '2224950012' },
    { name: 'extension Ext.', text: '022-24950012 Ext. 104', key: '2224950012', dial: '2224950012' },
    { name: 'extension Extn', text: '022-24950012 Extn 104', key: '2224950012', dial: '2224950012' },
    { name: 'extension ;ext=', text: '+912224950012;ext=104', key: '2224950012', dial: '2224950012' },
    { name: 'extension #', text: '022-24950012 #104', key: '2224950012', dial: '2224950012' },
    { name: 'extension after a pause', text: '02224950012,,104', key: '2224950012', dial: '2224950012' },
    { name: 'a tel: link', text: 'tel:+91-98765-43210', key: '9876543210', dial: '9876543210' },
    { name: 'a SIP address', text: 'sip:9876543210@192.0.2.10', key: '9876543210', dial: '9876543210' },
    { name: 'two numbers, the first counts', text: '98765 43210 / 98765 43211', key: '9876543210', dial: '9876543210' },
    { name: 'a run of lines, the first counts', text: '022-24950012/13', key: '2224950012', dial: '2224950012' },
    { name: 'Devanagari digits', text: '९८७६५ ४३२१०', key: '9876543210', dial: '9876543210', display: '98765 43210' },
    { name: '+91 and Devanagari digits', text: '+९१ ९८७६५४३२१०', key: '9876543210', dial: '9876543210' },
    { name: 'Arabic-Indic digits', text: '٩٨٧٦٥٤٣٢١٠', key: '9876543210', dial: '9876543210' },
    { name: 'Urdu digits', text: '۹۸۷۶۵۴۳۲۱۰', key: '9876543210', dial: '9876543210' },
    { name: 'full-width digits and plus', text: '＋９１９８７６５４３２１０', key: '9876543210', dial: '9876543210' },
    { name: 'a no-break space', text: '98765\u00a043210', key: '9876543210', dial: '9876543210' },
    { name: 'thin and narrow spaces', text: '+91\u200998765\u202f43210', key: '9876543210', dial: '9876543210' },
    { name: 'an ideographic space', text: '98765\u300043210', key: '9876543210', dial: '9876543210' },
    {
        name: 'direction marks from a contact card',
        text: '\u202a+91 98765 43210\u202c',
        key: '9876543210',
        dial: '9876543210'
    },
    { name: 'a zero-width space', text: '98765\u200b43210', key: '9876543210', dial: '9876543210' },
    { name: 'a no-break hyphen and an en dash', text: '98\u2011765\u201343210', key: '9876543210', dial: '9876543210' },
    { name: 'a word before the number', text: 'Mob: 98765 43210', key: '9876543210', dial: '9876543210' },
    { name: 'a word behind the number', text: '98765 43210 (home)', key: '9876543210', dial: '9876543210' },
    { name: 'a word in another script', text: 'मोबाइल 9876543210', key: '9876543210', dial: '9876543210' },
    { name: 'North America', text: '+1 (415) 555-0123', key: '+14155550123', display: '+14155550123' },
    { name: 'North America with 00', text: '0014155550123', key: '+14155550123' },
    { name: 'London', text: '+44 20 7946 0958', key: '+442079460958' },
    { name: 'London as dialled at home', text: '020 7946 0958', key: '2079460958', dial: '2079460958' },
    {
        name: 'Singapore: ten digits, yet not ours to dial',
        text: '+65 6123 4567',
        key: '+6561234567',
        display: '+6561234567'
    },
    { name: 'Singapore with 00', text: '006561234567', key: '+6561234567' },
    { name: 'toll free', text: '1800 120 0000', key: '18001200000', display: '18001200000' },
    { name: 'toll free in letters', text: '1800-FLOWERS', key: '', display: '1800-FLOWERS' },
    { name: 'ten digits that begin with 0', text: '0123456789', key: '0123456789' },
    {
        name: 'two numbers with a blank between',
        text: '98765 43210 98765 43211',
        key: '9876543210',
        dial: '9876543210'
    },
    { name: 'a short code', text: '121', key: '', display: '121' },
    { name: 'an emergency number', text: '112', key: '' },
    { name: 'six digits', text: '567678', key: '' },
    { name: 'six digits behind brackets and dashes', text: '(56)-76-78', key: '' },
    { name: 'an extension alone', text: 'x104', key: '' },
    { name: 'withheld as a word', text: 'Anonymous', key: '', display: 'Anonymous' },
    { name: 'withheld as zeros', text: '0000000000', key: '' },
    { name: 'withheld as one zero', text: '0', key: '' },
    { name: 'zeros behind a country code', text: '+91 00000 00000', key: '' },
    { name: 'letters only', text: 'call back later', key: '' },
    { name: 'empty', text: '', key: '', display: '' },
    { name: 'spaces only', text: '   ', key: '', display: '' },
    { name: 'punctuation only', text: '+-() .', key: '' },
    { name: 'an e-mail address', text: 'asha.rao@example.com', key: '' },
    { name: 'angle brackets', text: '<9876543210>', key: '9876543210', dial: '9876543210' },
    { name: 'Tamil digits', text: '௯௮௭௬௫௪௩௨௧௦', key: '9876543210', dial: '9876543210' },
    { name: 'digits of a script that is not read', text: '๙๘๗๖๕๔๓๒๑๐', key: '' }
];
