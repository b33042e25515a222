/** Where Salesforce's source format keeps a type: root element, folder of its files, and file name ending. */
export interface MetadataKind {
    readonly root: string;
    readonly folder: string;
    /** Between the component's name and `-meta.xml`, with its dot. */
    readonly suffix: string;
    /** Most characters in the component's API name, where the platform limits it more tightly than 80. */
    readonly longestName?: number;
    /** The type of the Metadata API, where the root element is not named after it. */
    readonly type?: string;
    /** Components stand in a folder of their own below `folder`, which is a component too. */
    readonly inFolder?: boolean;
}

/** The types this package holds (registry of @salesforce/source-deploy-retrieve). Another one needs a row here first. */
export const metadataKinds: readonly MetadataKind[] = [
    { root: 'ApexPage', folder: 'pages', suffix: '.page', longestName: 40 },
    { root: 'CustomApplication', folder: 'applications', suffix: '.app', longestName: 40 },
    { root: 'CompactLayout', folder: 'compactLayouts', suffix: '.compactLayout' },
    { root: 'CustomFieldTranslation', folder: 'objectTranslations', suffix: '.fieldTranslation', longestName: 43 },
    { root: 'CustomField', folder: 'fields', suffix: '.field', longestName: 43 },
    { root: 'CustomLabels', folder: 'labels', suffix: '.labels' },
    { root: 'CustomNotificationType', folder: 'notificationtypes', suffix: '.notiftype' },
    { root: 'CustomObject', folder: 'objects', suffix: '.object', longestName: 43 },
    { root: 'CustomObjectTranslation', folder: 'objectTranslations', suffix: '.objectTranslation' },
    { root: 'CustomPermission', folder: 'customPermissions', suffix: '.customPermission' },
    { root: 'CustomTab', folder: 'tabs', suffix: '.tab' },
    { root: 'Dashboard', folder: 'dashboards', suffix: '.dashboard', inFolder: true },
    { root: 'DashboardFolder', folder: 'dashboards', suffix: '.dashboardFolder', type: 'Folder' },
    { root: 'ExternalCredential', folder: 'externalCredentials', suffix: '.externalCredential' },
    {
        root: 'ExternalServiceRegistration',
        folder: 'externalServiceRegistrations',
        suffix: '.externalServiceRegistration'
    },
    { root: 'FlexiPage', folder: 'flexipages', suffix: '.flexipage' },
    { root: 'Flow', folder: 'flows', suffix: '.flow' },
    { root: 'Group', folder: 'groups', suffix: '.group' },
    { root: 'Layout', folder: 'layouts', suffix: '.layout' },
    { root: 'LightningMessageChannel', folder: 'messageChannels', suffix: '.messageChannel' },
    { root: 'ListView', folder: 'listViews', suffix: '.listView' },
    { root: 'NamedCredential', folder: 'namedCredentials', suffix: '.namedCredential' },
    { root: 'PermissionSet', folder: 'permissionsets', suffix: '.permissionset' },
    { root: 'PermissionSetGroup', folder: 'permissionsetgroups', suffix: '.permissionsetgroup' },
    { root: 'QuickAction', folder: 'quickActions', suffix: '.quickAction' },
    { root: 'Report', folder: 'reports', suffix: '.report', inFolder: true },
    { root: 'ReportFolder', folder: 'reports', suffix: '.reportFolder', type: 'Folder' },
    { root: 'ReportType', folder: 'reportTypes', suffix: '.reportType' },
    { root: 'SharingRules', folder: 'sharingRules', suffix: '.sharingRules', longestName: 43 },
    { root: 'Translations', folder: 'translations', suffix: '.translation' },
    { root: 'ValidationRule', folder: 'validationRules', suffix: '.validationRule' }
];

/** LWC descriptions are the platform's own format, in no schema; the LWC compiler checks those. */
export const BUNDLE_SUFFIX = '.js-meta.xml';
export const META_SUFFIX = '-meta.xml';
