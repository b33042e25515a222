import { xml } from './sampleXml.ts';

/** Paths of the sample's report types, reports and dashboard, by what they are. */
export const reportsAt = {
    reportType: 'force-app/main/insights/reportTypes/Tickets.reportType-meta.xml',
    joinedType: 'force-app/main/insights/reportTypes/Contacts_with_Tickets.reportType-meta.xml',
    reportFolder: 'force-app/main/insights/reports/Ticket_Reports.reportFolder-meta.xml',
    report: 'force-app/main/insights/reports/Ticket_Reports/Tickets_by_State.report-meta.xml',
    tabularReport: 'force-app/main/insights/reports/Ticket_Reports/Open_Tickets.report-meta.xml',
    dashboardFolder: 'force-app/main/insights/dashboards/Ticket_Dashboards.dashboardFolder-meta.xml',
    dashboard: 'force-app/main/insights/dashboards/Ticket_Dashboards/Desk.dashboard-meta.xml'
} as const;

const typeColumn = (table: string, name: string): string =>
    `<columns><checkedByDefault>true</checkedByDefault><field>${name}</field><table>${table}</table></columns>`;

const ofReport = '<report>Ticket_Reports/Tickets_by_State</report>';
const colours =
    '<indicatorHighColor>#00716B</indicatorHighColor><indicatorLowColor>#C23934</indicatorLowColor><indicatorMiddleColor>#FFB75D</indicatorMiddleColor>';

/** One component of the sample's dashboard, three columns wide; `last` holds what the schema puts after the header. */
const cell = (column: number, first: string, last: string): string =>
    `<dashboardGridComponents><colSpan>3</colSpan><columnIndex>${column}</columnIndex><dashboardComponent>${first}${last}</dashboardComponent><rowIndex>0</rowIndex><rowSpan>4</rowSpan></dashboardGridComponents>`;

/** Texts of those files. */
export const reportFiles: Readonly<Record<keyof typeof reportsAt, string>> = {
    reportType: xml(
        'ReportType',
        `<baseObject>Ticket__c</baseObject><category>other</category><deployed>true</deployed><description>Tickets.</description><label>Tickets</label>
        <sections>${['Name', 'Key__c', 'State__c', 'Minutes__c', 'Owner', 'CreatedDate'].map((name) => typeColumn('Ticket__c', name)).join('')}<masterLabel>Ticket</masterLabel></sections>`
    ),
    joinedType: xml(
        'ReportType',
        `<baseObject>Contact</baseObject><category>other</category><deployed>true</deployed><description>Contacts and their tickets.</description>
        <join><outerJoin>false</outerJoin><relationship>Tickets__r</relationship></join><label>Contacts with Tickets</label>
        <sections>${typeColumn('Contact', 'Name')}${typeColumn('Contact', 'CreatedDate')}<masterLabel>Contact</masterLabel></sections>
        <sections>${typeColumn('Contact.Tickets__r', 'State__c')}<masterLabel>Ticket</masterLabel></sections>`
    ),
    reportFolder: xml(
        'ReportFolder',
        '<folderShares><accessLevel>View</accessLevel><sharedTo>AllInternalUsers</sharedTo><sharedToType>Organization</sharedToType></folderShares><name>Ticket Reports</name>'
    ),
    report: xml(
        'Report',
        `<aggregates><calculatedFormula>Ticket__c.Minutes__c:SUM / RowCount</calculatedFormula><datatype>number</datatype><developerName>FORMULA1</developerName><isActive>true</isActive>
        <masterLabel>Minutes a Ticket</masterLabel><scale>1</scale></aggregates>
        <chart><chartSummaries><axisBinding>y</axisBinding><column>RowCount</column></chartSummaries><chartType>HorizontalBar</chartType><groupingColumn>Ticket__c$State__c</groupingColumn></chart>
        <columns><field>Ticket__c$Name</field></columns><columns><aggregateTypes>Sum</aggregateTypes><field>Ticket__c$Minutes__c</field></columns><description>Tickets by state.</description>
        <filter><booleanFilter>1 AND 2</booleanFilter><criteriaItems><column>Ticket__c$State__c</column><operator>equals</operator><value>Open,Sent</value></criteriaItems>
        <criteriaItems><column>Ticket__c$Minutes__c</column><operator>greaterThan</operator><value>0</value></criteriaItems></filter><format>Summary</format>
        <groupingsDown><aggregateType>RowCount</aggregateType><dateGranularity>Day</dateGranularity><field>Ticket__c$State__c</field><sortByName>RowCount</sortByName><sortOrder>Desc</sortOrder><sortType>Aggregate</sortType></groupingsDown>
        <name>How many tickets are open?</name><reportType>Tickets__c</reportType><scope>organization</scope><showDetails>false</showDetails>
        <timeFrameFilter><dateColumn>Ticket__c$CreatedDate</dateColumn><interval>INTERVAL_LAST7</interval></timeFrameFilter>`
    ),
    tabularReport: xml(
        'Report',
        `<columns><field>Contact$Name</field></columns><columns><field>Contact.Tickets__r$State__c</field></columns><description>Open tickets.</description><format>Tabular</format>
        <name>Which tickets are open?</name><reportType>Contacts_with_Tickets__c</reportType><rowLimit>10</rowLimit><scope>organization</scope><sortColumn>Contact$Name</sortColumn><sortOrder>Asc</sortOrder>
        <timeFrameFilter><dateColumn>Contact$CreatedDate</dateColumn><interval>INTERVAL_CUSTOM</interval></timeFrameFilter>`
    ),
    dashboardFolder: xml('DashboardFolder', '<name>Ticket Dashboards</name>'),
    dashboard: xml(
        'Dashboard',
        `<backgroundEndColor>#FFFFFF</backgroundEndColor><backgroundFadeDirection>Diagonal</backgroundFadeDirection><backgroundStartColor>#FFFFFF</backgroundStartColor>
        <dashboardGridLayout>
        ${cell(0, '<chartSummary><column>RowCount</column></chartSummary><componentType>Metric</componentType><header>Tickets</header>', `${colours}${ofReport}`)}
        ${cell(3, '<chartSummary><aggregate>Sum</aggregate><column>Ticket__c$Minutes__c</column></chartSummary><componentType>Gauge</componentType><gaugeMax>90</gaugeMax><gaugeMin>0</gaugeMin><header>Minutes</header>', `<indicatorBreakpoint1>30</indicatorBreakpoint1><indicatorBreakpoint2>60</indicatorBreakpoint2>${colours}${ofReport}`)}
        ${cell(6, '<componentType>Bar</componentType><header>States</header>', `${ofReport}<useReportChart>true</useReportChart>`)}
        ${cell(9, '<componentType>FlexTable</componentType><flexComponentProperties><flexTableColumn><reportColumn>Ticket__c$State__c</reportColumn><type>grouping</type></flexTableColumn><flexTableColumn><reportColumn>s!Ticket__c$Minutes__c</reportColumn><type>aggregate</type></flexTableColumn></flexComponentProperties><groupingSortProperties><groupingSorts><groupingLevel>g1</groupingLevel><sortColumn>FORMULA1</sortColumn><sortOrder>d</sortOrder></groupingSorts></groupingSortProperties><header>Table</header>', ofReport)}
        <numberOfColumns>12</numberOfColumns><rowHeight>36</rowHeight></dashboardGridLayout><dashboardType>SpecifiedUser</dashboardType><description>The desk.</description><isGridLayout>true</isGridLayout>
        <textColor>#000000</textColor><title>Desk</title><titleColor>#000000</titleColor><titleSize>12</titleSize>`
    )
};
