/** Regions of the page templates that the package uses, in the order in which a retrieved page has them. */
export const TEMPLATE_REGIONS: Readonly<Record<string, readonly string[]>> = {
    'flexipage:defaultAppHomeTemplate': ['main'],
    'flexipage:recordHomeTemplateDesktop': ['header', 'main', 'sidebar'],
    'home:desktopTemplate': ['top', 'bottomLeft', 'bottomRight', 'sidebar'],
    'one:utilityBarTemplateDesktop': ['utilityItems', 'backgroundComponents']
};

/** What an item of a utility bar is told apart from its component's own properties. */
export const UTILITY_DECORATORS: readonly string[] = ['eager', 'height', 'icon', 'label', 'scrollable', 'width'];

/** Salesforce's components that the package places, with the properties that an org knows of each. */
export const STANDARD_COMPONENTS: Readonly<Record<string, readonly string[]>> = {
    'desktopDashboards:embeddedDashboard': ['dashboardName', 'hideOnError'],
    'flexipage:column': ['body'],
    'flexipage:fieldSection': ['columns', 'horizontalAlignment', 'label'],
    'flexipage:reportChart': ['cacheAge', 'label', 'reportName', 'showRefreshButton'],
    'flexipage:richText': ['decorate', 'richTextValue'],
    'flexipage:tab': ['active', 'body', 'title'],
    'flexipage:tabset': ['label', 'tabs'],
    'force:detailPanel': [],
    'force:highlightsPanel': [
        'actionNames',
        'collapsed',
        'enableActionsConfiguration',
        'hideChatterActions',
        'numVisibleActions'
    ],
    'force:relatedListContainer': [],
    'force:relatedListSingleContainer': ['parentFieldApiName', 'relatedListApiName', 'relatedListComponentOverride'],
    'runtime_sales_activities:activityPanel': []
};
