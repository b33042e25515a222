import { checkReports } from './checkReports.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkReports(projectOf(sampleFiles))).toEqual([]);
});

catches(checkReports, [
    ...[
        ['colours of what is no summary', 'Ticket__c$Key__c', '', '#CDEFC4', 'which is no summary'],
        ['a colour that ends', 'RowCount', '<rangeUpperBound>9</rangeUpperBound>', '#CDEFC4', 'do not rise'],
        ['a word for a colour', 'RowCount', '', 'green', '<backgroundColor> is no colour']
    ].map(([name = '', column, bound, colour, what = '']) =>
        fault(
            name,
            'report',
            '<format>',
            `<formattingRules><columnName>${column}</columnName><values><backgroundColor>${colour}</backgroundColor>${bound}</values></formattingRules><format>`,
            what
        )
    ),
    fault('the day of a reader', 'phoneKey', 'Phone_Key__c<', 'Sent_Day__c<', 'CreatedDate has the day of its reader'),
    fault('a long name', 'report', 'How many', `${'How '.repeat(6)}many`, 'name has 46 characters'),
    fault('no description', 'report', 'n>Tickets by state.<', 'n><', 'description has 0'),
    fault('a report type that is not there', 'report', 'e>Tickets__c<', 'e>Tickets<', 'no report type Tickets'),
    fault('a folder that is no folder', 'reportFolder', 'ReportFolder', 'ReportType', 'no report folder'),
    fault('a column that is not there', 'report', 'd>Ticket__c$Name', 'd>Ticket__c.Name', 'no column Ticket__c.Name'),
    fault('a column of another type', 'report', 'd>Ticket__c$Name', 'd>Contact$Name', 'no column Contact$Name'),
    fault('a column twice', 'report', 'd>Ticket__c$Name', 'd>Ticket__c$Minutes__c', 'Minutes__c is there twice'),
    fault('a grouping as a column', 'report', 'd>Ticket__c$Name', 'd>Ticket__c$State__c', 'is grouped by'),
    fault(
        'the sum of a text',
        'report',
        's><field>Ticket__c$Minutes__c',
        's><field>Ticket__c$Key__c',
        'there is no Sum'
    ),
    fault(
        'a grouping that is not there',
        'report',
        'y</dateGranularity><field>Ticket__c$State__c',
        'y</dateGranularity><field>Ticket__c$Stage__c',
        'no column Ticket__c$Stage__c'
    ),
    fault('weeks of what is no date', 'report', '<dateGranularity>Day', '<dateGranularity>Week', 'there is no Week'),
    fault(
        'a Summary report without a group',
        'tabularReport',
        '<format>Tabular',
        '<format>Summary',
        'A Summary report with 0'
    ),
    fault('a Tabular report with a group', 'report', '<format>Summary', '<format>Tabular', 'A Tabular report with 1'),
    fault('a Matrix without columns', 'report', '<format>Summary', '<format>Matrix', 'with 0 <groupingsAcross>'),
    fault('a joined report', 'report', '<format>Summary', '<format>MultiBlock', 'cannot run a MultiBlock'),
    fault(
        'a group sorted by what is not there',
        'report',
        '<aggregateType>RowCount</aggregateType>',
        '<aggregateType>Sum</aggregateType>',
        'sorted by s!RowCount'
    ),
    fault(
        'rows sorted by what is not shown',
        'tabularReport',
        'sortColumn>Contact$Name',
        'sortColumn>Contact$Email',
        'sorted by Contact$Email'
    ),
    fault(
        'a direction without a column',
        'tabularReport',
        '<sortColumn>Contact$Name</sortColumn>',
        '',
        'need each other'
    ),
    fault(
        'a limit without an order',
        'tabularReport',
        '<sortColumn>Contact$Name</sortColumn><sortOrder>Asc</sortOrder>',
        '',
        'can be limited'
    ),
    fault(
        'a chart of what is not grouped by',
        'report',
        'n>Ticket__c$State__c',
        'n>Ticket__c$Owner',
        'draws Ticket__c$Owner'
    ),
    fault('a chart of a summary that is not there', 'report', '<column>RowCount', '<column>FORMULA2', 'draws FORMULA2'),
    fault('stacks of one grouping', 'report', 'HorizontalBar<', 'HorizontalBarStacked<', 'needs second grouping'),
    fault('a chart in a Tabular report', 'report', '<format>Summary', '<format>Tabular', 'Tabular report has no chart')
]);
