import { xmlText } from '../org/xmlText.ts';

/** What the dashboards can be narrowed by, as the contact centre of one org has it. */
export interface DashboardChoices {
    /** Names of processes, as calls bear them. */
    readonly process: readonly string[];
    /** Names of the agents' users. */
    readonly agent: readonly string[];
}

export interface WrittenFilter {
    readonly by: keyof DashboardChoices;
    readonly name: string;
    readonly values: readonly string[];
}

/** What calls of a process are called, as the flow that names them has it. */
export function wordsOfProcess(name: string, code: string): string {
    const [, server = '', own = ''] = /^([a-z][a-z0-9]{0,11}):(.+)$/i.exec(code) ?? [];
    const isOnlyCode = own.toLowerCase() === name.toLowerCase() && server.toLowerCase() !== 'default';
    return isOnlyCode ? `${name} (${server.toLowerCase()})` : name;
}

/** Salesforce takes no more values of one filter. */
export const MOST_VALUES = 50;

/** What a report of each type is filtered by. */
const COLUMNS: Readonly<Record<string, Readonly<Record<keyof DashboardChoices, string>>>> = {
    ConVox_Calls__c: { process: 'ConVox_Call__c$Process_in_Words__c', agent: 'ConVox_Call__c$Agent__c' },
    ConVox_Calls_with_Commands__c: { process: 'ConVox_Call__c$Process_in_Words__c', agent: 'ConVox_Call__c$Agent__c' },
    ConVox_Follow_Ups__c: { process: 'ConVox_Follow_Up__c$Process_in_Words__c', agent: 'ConVox_Follow_Up__c$Agent__c' },
    ConVox_Commands__c: { process: 'ConVox_Command__c$Process_Name__c', agent: 'ConVox_Command__c$CreatedBy' }
};

/** A filter needs a value to choose, so there is none by what the org does not have. */
export function filtersOf(choices: DashboardChoices): WrittenFilter[] {
    return (['process', 'agent'] as const)
        .map((by) => ({ by, name: by === 'process' ? 'Process' : 'Agent', values: valuesOf(choices[by]) }))
        .filter(({ values }) => values.length > 0);
}

/** In order, each once; quotes keep a comma from parting a value in two. */
function valuesOf(names: readonly string[]): string[] {
    return [...new Set(names)]
        .toSorted((one, other) => one.localeCompare(other, 'en'))
        .slice(0, MOST_VALUES)
        .map((name) => (/[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name));
}

/**
 * A dashboard of the package with filters.
 * @param typeOf the report type of a report, by folder and developer name
 * @param runningUser user name of the one as whom it runs; whoever deploys it when left out
 */
export function filteredDashboard(
    packaged: string,
    filters: readonly WrittenFilter[],
    typeOf: (report: string) => string,
    runningUser?: string
): string {
    const user = runningUser === undefined ? '' : `<runningUser>${xmlText(runningUser)}</runningUser>`;
    return packaged
        .replaceAll(/<dashboardComponent>[^]*?<\/dashboardComponent>/g, (component) => {
            const columns = filters.map(({ by }) => columnOf(by, typeOf(reportOf(component))));
            return component.replace('</componentType>', () => `</componentType>${columns.join('')}`);
        })
        .replace('<dashboardGridLayout>', () => `${filters.map(filterXml).join('')}<dashboardGridLayout>`)
        .replace('<textColor>', () => `${user}<textColor>`);
}

function reportOf(component: string): string {
    return /<report>([^<]*)<\/report>/.exec(component)?.[1] ?? '';
}

function columnOf(by: keyof DashboardChoices, type: string): string {
    const column = COLUMNS[type]?.[by];
    if (column === undefined) {
        throw new Error(`Nothing says what narrows reports of the type ${type} by ${by}`);
    }
    return `<dashboardFilterColumns><column>${column}</column></dashboardFilterColumns>`;
}

function filterXml({ name, values }: WrittenFilter): string {
    const options = values.map(
        (value) =>
            `<dashboardFilterOptions><operator>equals</operator><values>${xmlText(value)}</values></dashboardFilterOptions>`
    );
    return `<dashboardFilters>${options.join('')}<name>${name}</name></dashboardFilters>`;
}
