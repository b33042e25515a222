import { checkDashboards } from './checkDashboards.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkDashboards(projectOf(sampleFiles))).toEqual([]);
});

const dashboard = (name: string, from: string, to: string, what: string): ReturnType<typeof fault> =>
    fault(name, 'dashboard', from, to, what);

catches(checkDashboards, [
    dashboard('a report that is not there', 't>Ticket_Reports/', 't>', 'no report Tickets_by_State'),
    dashboard(
        'a user of one org',
        '<textColor>',
        '<runningUser>me@example.com</runningUser><textColor>',
        '<runningUser>'
    ),
    dashboard('a dashboard for whoever looks', 'SpecifiedUser', 'LoggedInUser', 'type LoggedInUser'),
    dashboard('no title', '<title>Desk', '<title>', 'title has 0'),
    dashboard('no description', '>The desk.<', '><', 'description has 0'),
    dashboard('columns as in Classic', '<isGridLayout>true', '<isGridLayout>false', 'Only grids'),
    dashboard('a component outside the grid', '<columnIndex>9', '<columnIndex>10', 'outside the 12 columns'),
    dashboard('components over each other', '<columnIndex>3', '<columnIndex>2', 'lies over that of line'),
    dashboard('a component without extent', '<rowSpan>4', '<rowSpan>0', 'no extent'),
    dashboard('a component that says nothing', '<header>Tickets</header>', '', 'no header'),
    dashboard('a summary that is not there', '<column>RowCount', '<column>FORMULA3', 'no summary FORMULA3'),
    dashboard(
        'another summary of a column',
        '<aggregate>Sum',
        '<aggregate>Average',
        'no summary a!Ticket__c$Minutes__c'
    ),
    dashboard(
        'a table of what is not grouped by',
        'reportColumn>Ticket__c$State__c',
        'reportColumn>Ticket__c$Owner',
        'no grouping Ticket__c$Owner'
    ),
    dashboard(
        'a table of a summary that is not there',
        'reportColumn>s!',
        'reportColumn>a!',
        'no aggregate a!Ticket__c$Minutes__c'
    ),
    dashboard(
        'groups sorted by what is not there',
        '<sortColumn>FORMULA1',
        '<sortColumn>FORMULA2',
        'no summary FORMULA2'
    ),
    dashboard(
        'a chart of what is not grouped by',
        '<useReportChart>true',
        '<useReportChart>false',
        'no <groupingColumn>'
    ),
    dashboard('a chart nobody draws', '<componentType>Bar', '<componentType>Scatter', 'draws no Scatter'),
    dashboard('no colour', '#FFB75D', 'amber', '<indicatorMiddleColor> is no colour'),
    dashboard('a gauge that ends early', '<gaugeMax>90', '<gaugeMax>50', 'The gauge runs 0, 30, 60, 50'),
    dashboard(
        'a filter without columns',
        '<dashboardGridLayout>',
        '<dashboardFilters><name>State</name></dashboardFilters><dashboardGridLayout>',
        'for 0 of 1 filters'
    ),
    dashboard(
        'a filter without values',
        '<dashboardGridLayout>',
        '<dashboardFilters><name>State</name></dashboardFilters><dashboardGridLayout>',
        'State has 0 values'
    ),
    fault('a report without the chart', 'report', 'chart>', 'trend>', 'has no chart to use'),
    fault('a folder that is no folder', 'dashboardFolder', 'DashboardFolder', 'ReportFolder', 'no dashboard folder')
]);

test('catches more components than an org takes', () => {
    const path = 'force-app/main/insights/dashboards/Ticket_Dashboards/Desk.dashboard-meta.xml';
    const text = sampleFiles[path] ?? '';
    const cell = /<dashboardGridComponents>.*?<\/dashboardGridComponents>/s.exec(text)?.[0] ?? '';
    const many = Array.from({ length: 17 }, (_item, index) =>
        cell.replace('<rowIndex>0', `<rowIndex>${(index + 1) * 4}`)
    );
    const findings = checkDashboards(projectOf({ ...sampleFiles, [path]: text.replace(cell, cell + many.join('')) }));
    expect(findings.map(({ what }) => what)).toEqual(['It has 21 components']);
});
