import { checkDashboards } from '../../local/checks/reports/checkDashboards.ts';
import { readProject, withFile } from '../../local/checks/read/project.ts';
import { root } from '../root.ts';
import { filteredDashboard, filtersOf, wordsOfProcess } from './dashboardFilters.ts';
import { dashboardFor, FILTERED_DASHBOARDS } from './packagedDashboards.ts';

test.each([
    ['values once and in order', { process: ['SALES', 'LOANS', 'SALES'], agent: [] }, [['Process', 'LOANS', 'SALES']]],
    ['no filter without a value', { process: [], agent: [] }, []],
    ['a comma within a value', { process: [], agent: ['Verma, Asha'] }, [['Agent', '"Verma, Asha"']]],
    ['quotes within a value', { process: [], agent: ['Asha "Ash" Verma'] }, [['Agent', '"Asha ""Ash"" Verma"']]]
])('filters have %s', (_what, choices, expected) => {
    expect(filtersOf(choices).map(({ name, values }) => [name, ...values])).toEqual(expected);
});

test.each([
    ['Outbound Sales', 'SALES', 'Outbound Sales'],
    ['SALES', 'SALES', 'SALES'],
    ['SALES', 'austin:SALES', 'SALES (austin)'],
    ['Texas Sales', 'austin:SALES', 'Texas Sales'],
    ['EMI:LATE', 'default:EMI:LATE', 'EMI:LATE']
])('the process %s of the code %s is offered as %s, which its calls are called', (name, code, words) => {
    expect(wordsOfProcess(name, code)).toBe(words);
});

test('a filter has no more values than Salesforce takes of one', () => {
    const agent = Array.from({ length: 63 }, (_item, index) => `Agent ${index}`);
    expect(filtersOf({ process: [], agent })[0]?.values).toHaveLength(50);
});

test('the filtered dashboards of the package are sound, and every component is narrowed', () => {
    const filters = filtersOf({ process: ['R&D <new>', 'SALES'], agent: ['Asha Verma'] });
    const project = FILTERED_DASHBOARDS.reduce(
        (before, path) =>
            withFile(
                before,
                `force-app/main/insights/dashboards/${path}.dashboard-meta.xml`,
                dashboardFor(root, path, filters)
            ),
        readProject(root)
    );
    expect(checkDashboards(project)).toEqual([]);
    for (const path of FILTERED_DASHBOARDS) {
        const xml = dashboardFor(root, path, filters, 'divya@sunrise.example');
        expect(xml.match(/<dashboardFilterColumns>/g)).toHaveLength(2 * (xml.match(/<report>/g)?.length ?? 0));
        expect(xml).toContain('<values>R&amp;D &lt;new&gt;</values>');
        expect(xml).toContain('<runningUser>divya@sunrise.example</runningUser>');
    }
});

test('a report of another kind is refused by name', () => {
    const component = '<dashboardComponent><componentType>Bar</componentType></dashboardComponent>';
    expect(() => filteredDashboard(component, filtersOf({ process: ['A'], agent: [] }), () => 'Tickets__c')).toThrow(
        'reports of the type Tickets__c'
    );
});
