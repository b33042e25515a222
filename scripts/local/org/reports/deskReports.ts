import type { FieldValues } from '../records.ts';
import type { OrgSchema } from '../../metadata/objects/schema.ts';
import type { DeskOrg } from '../testing/deskOrg.ts';
import { createDeskOrg } from '../testing/deskOrg.ts';
import { metadataFolder } from '../../metadata/testing/metadataFolder.ts';
import type { Report } from '../../metadata/reports/definition.ts';
import type { DeskReport } from './deskReportXml.ts';
import { reportXml } from './deskReportXml.ts';
import { readReports } from '../../metadata/reports/readReports.ts';
import { readReportTypes } from '../../metadata/reports/readReportTypes.ts';
import type { ReportRun } from './runReport.ts';
import { runReport } from './runReport.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

const COLUMNS = [
    'Name',
    'Key__c',
    'Subject__c',
    'State__c',
    'Due_At__c',
    'Due_On__c',
    'Minutes__c',
    'Hours__c',
    'Urgent__c',
    'Notes__c',
    'Team__c'
];

function reportType(label: string, join: string, tables: readonly string[]): string {
    const sections = tables.map((table) => {
        const columns = COLUMNS.map((field) => `<columns><field>${field}</field><table>${table}</table></columns>`);
        return `<sections>${columns.join('')}<masterLabel>${table}</masterLabel></sections>`;
    });
    return `<ReportType xmlns="${NAMESPACE}"><baseObject>Ticket__c</baseObject>${join}<label>${label}</label>${sections.join('')}</ReportType>`;
}

const join = (outer: boolean): string =>
    `<join><outerJoin>${outer}</outerJoin><relationship>Follow_Ups__r</relationship></join>`;

export interface ReportDesk {
    readonly org: DeskOrg;
    /** Saves tickets; `Key__c` is filled in. */
    save(tickets: readonly FieldValues[]): string[];
    team(name: string): string;
    read(report: DeskReport): Report;
    run(report: DeskReport, as?: { readonly timeZone?: string; readonly schema?: OrgSchema }): ReportRun;
}

/** Reports over a store in memory: 1 March 2026, a Sunday, 15:30 in Kolkata. */
export function createReportDesk(): ReportDesk {
    const org = createDeskOrg();
    let saved = 0;
    const insert = (object: string, rows: readonly FieldValues[]): string[] =>
        org.store.create(object, rows, org.admin).map((result) => {
            if (!result.success) {
                throw new Error(result.errors.map(({ message }) => message).join('; '));
            }
            return result.id;
        });
    function read(report: DeskReport): Report {
        const folder = metadataFolder({
            'main/desk/reportTypes/Tickets.reportType-meta.xml': reportType('Tickets', '', ['Ticket__c']),
            'main/desk/reportTypes/Tickets_with_Follow_Ups.reportType-meta.xml': reportType('Both', join(false), [
                'Ticket__c',
                'Ticket__c.Follow_Ups__r'
            ]),
            'main/desk/reportTypes/Tickets_and_Follow_Ups.reportType-meta.xml': reportType('All', join(true), [
                'Ticket__c',
                'Ticket__c.Follow_Ups__r'
            ]),
            'main/desk/reports/Desk/A_Report.report-meta.xml': reportXml(report)
        });
        const found = readReports(folder, readReportTypes(folder, org.schema)).get('Desk/A_Report');
        if (!found) {
            throw new Error('The report was not read');
        }
        return found;
    }
    return {
        org,
        save: (tickets) =>
            insert(
                'Ticket__c',
                tickets.map((ticket) => ({ Key__c: `K${(saved += 1)}`, ...ticket }))
            ),
        team: (name) => insert('Team__c', [{ Name: name, Code__c: name.slice(0, 10) }])[0] ?? '',
        read,
        run: (report, { schema = org.schema, timeZone = 'Asia/Kolkata' } = {}) =>
            runReport(read(report), {
                schema,
                find: (query) => org.store.find(query),
                get: (object, id) => org.store.get(object, id),
                locale: { language: 'en-IN', timeZone },
                now: new Date('2026-03-01T10:00:00.000Z')
            })
    };
}
