import type { Dashboard, DashboardComponent } from '../../metadata/reports/definition.ts';
import { childOf, textOf } from '../../metadata/xml.ts';
import { checkDashboardComponent } from './dashboardComponent.ts';
import type { Finding } from '../finding.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { analyticsOf } from '../read/reportModel.ts';

const LONGEST_TITLE = 80;
const LONGEST_DESCRIPTION = 255;
const MOST_COMPONENTS = 20;
const MOST_FILTERS = 5;
const MOST_OPTIONS = 50;

/** Dashboards stand in a folder of the package, name no user, and lay components that draw the package's reports in a grid. */
export function checkDashboards(project: Project): Finding[] {
    const folders = new Set(componentsOf(project, 'DashboardFolder').map(({ name }) => name));
    const { dashboards, problems, reportsByPath } = analyticsOf(project);
    return [
        ...problems.Dashboard,
        ...componentsOf(project, 'Dashboard').flatMap(checkSettings),
        ...dashboards.flatMap((dashboard) => [
            ...checkTexts(dashboard),
            ...checkPlace(dashboard, folders),
            ...checkCounts(dashboard),
            ...checkGrid(dashboard),
            ...dashboard.components.flatMap((component) => {
                const report = reportsByPath.get(component.report);
                const found = report ? checkDashboardComponent(component, report) : [];
                return found.map((problem) => ({ file: `${dashboard.file}:${component.line}`, ...problem }));
            })
        ])
    ];
}

function checkTexts({ file, title: { length: title }, description: { length: description } }: Dashboard): Finding[] {
    return [
        ...(title === 0 || title > LONGEST_TITLE
            ? [{ file, what: `The title has ${title} characters`, mend: `Write 1 to ${LONGEST_TITLE}.` }]
            : []),
        ...(description === 0 || description > LONGEST_DESCRIPTION
            ? [
                  {
                      file,
                      what: `The description has ${description} characters`,
                      mend: `Write 1 to ${LONGEST_DESCRIPTION}.`
                  }
              ]
            : [])
    ];
}

function checkPlace({ file, folder }: Dashboard, folders: ReadonlySet<string>): Finding[] {
    return folders.has(folder)
        ? []
        : [
              {
                  file,
                  what: `There is no dashboard folder ${folder}`,
                  mend: 'Add its .dashboardFolder-meta.xml, or move the dashboard.'
              }
          ];
}

/** Users are not the package's: without <runningUser>, an org takes whoever installs it. */
function checkSettings({ file, root }: Component): Finding[] {
    return [
        ...['owner', 'runningUser', 'dashboardResultRunningUser']
            .filter((name) => childOf(root, name))
            .map((name) => ({ file, what: `<${name}> names a user of one org`, mend: `Remove <${name}>.` })),
        ...(textOf(root, 'isGridLayout') === 'true'
            ? []
            : [{ file, what: 'Only grids show in Lightning', mend: 'Set <isGridLayout> to true and give it a grid.' }])
    ];
}

function checkCounts({ components, file, filters }: Dashboard): Finding[] {
    return [
        ...(components.length === 0 || components.length > MOST_COMPONENTS
            ? [{ file, what: `It has ${components.length} components`, mend: `Use 1 to ${MOST_COMPONENTS}.` }]
            : []),
        ...(filters.length > MOST_FILTERS
            ? [{ file, what: `It has ${filters.length} filters`, mend: `Use ${MOST_FILTERS} at most.` }]
            : []),
        ...filters
            .filter(({ options }) => options.length === 0 || options.length > MOST_OPTIONS)
            .map(({ line, name, options }) => ({
                file: `${file}:${line}`,
                what: `The filter ${name} has ${options.length} values`,
                mend: `Offer 1 to ${MOST_OPTIONS}.`
            }))
    ];
}

function checkGrid({ components, file, numberOfColumns: width }: Dashboard): Finding[] {
    const finding = ({ line }: DashboardComponent, what: string, mend: string): Finding => ({
        file: `${file}:${line}`,
        what,
        mend
    });
    return components.flatMap((component, index) => {
        const { column, columns, row, rows } = component.place;
        return [
            ...(columns < 1 || rows < 1
                ? [finding(component, 'The component has no extent', 'Give it a column and a row at least.')]
                : []),
            ...(column < 0 || row < 0 || column + columns > width
                ? [finding(component, `The component lies outside the ${width} columns`, 'Move or narrow it.')]
                : []),
            ...components
                .slice(0, index)
                .filter(({ place }) => overlap(component.place, place))
                .map(({ line }) =>
                    finding(component, `The component lies over that of line ${line}`, 'Move one of the two.')
                )
        ];
    });
}

type Place = DashboardComponent['place'];

function overlap(one: Place, other: Place): boolean {
    return (
        one.column < other.column + other.columns &&
        other.column < one.column + one.columns &&
        one.row < other.row + other.rows &&
        other.row < one.row + one.rows
    );
}
