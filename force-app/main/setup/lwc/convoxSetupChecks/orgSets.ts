/** What a permission set gives, in the words of Setup's own interface to programs. */
export interface OrgSet {
    readonly name: string;
    /** Objects. */
    readonly read: readonly string[];
    /** Objects whose records may be read, created and edited. */
    readonly change: readonly string[];
    /** To be read. */
    readonly fields: readonly string[];
    readonly tabs: readonly string[];
    readonly system: readonly string[];
    readonly principals: readonly string[];
}

/** The permission sets that no package carries, as config/org has them: a test holds the two together. */
export const ORG_SETS: readonly OrgSet[] = [
    {
        name: 'ConVox_Org_Rights',
        read: ['Account', 'Case', 'Contact', 'Lead'],
        change: [],
        fields: [
            'Account.Phone',
            'Contact.AccountId',
            'Contact.AssistantPhone',
            'Contact.DoNotCall',
            'Contact.HomePhone',
            'Contact.MobilePhone',
            'Contact.OtherPhone',
            'Contact.Phone',
            'Contact.Title',
            'Lead.DoNotCall',
            'Lead.MobilePhone',
            'Lead.Phone'
        ],
        tabs: [
            'standard-Account',
            'standard-Case',
            'standard-Contact',
            'standard-Dashboard',
            'standard-Lead',
            'standard-report'
        ],
        system: ['RunReports'],
        principals: []
    },
    {
        name: 'ConVox_Org_Agent_Rights',
        read: ['Account', 'UserExternalCredential'],
        change: ['Case', 'Contact', 'Lead'],
        fields: [],
        tabs: [],
        system: [],
        principals: ['ConVox-Server']
    },
    {
        name: 'ConVox_Org_Manager_Rights',
        read: ['Campaign', 'UserExternalCredential'],
        change: [],
        fields: [],
        tabs: [],
        system: ['CreateCustomizeReports', 'RunReports'],
        principals: ['ConVox-Server']
    }
];
