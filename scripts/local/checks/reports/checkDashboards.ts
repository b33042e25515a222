import { checkDashboardComponent } from './dashboardComponent.ts';
import type { Finding } from '../finding.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { folderOf, reportsOf } from '../read/reportModel.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childOf, childrenOf, textOf } from '../../metadata/xml.ts';

const LONGEST_TITLE = 80;
const LONGEST_DESCRIPTION = 255;
const MOST_COMPONENTS = 20;
const MOST_FILTERS = 5;
const MOST_OPTIONS = 50;

/** Dashboards stand in a folder of the package, name no user, and lay components that draw the package's reports in a grid. */
export function checkDashboards(project: Project): Finding[] {
    const folders = new Set(componentsOf(project, 'DashboardFolder').map(({ name }) => name));
    const reports = reportsOf(project);
    return componentsOf(project, 'Dashboard').flatMap((dashboard) => {
        const cells = cellsOf(dashboard);
        return [
            ...checkTexts(dashboard),
            ...checkPlace(dashboard, folders),
            ...checkUsers(dashboard),
            ...checkCounts(dashboard, cells.length),
            ...checkGrid(dashboard, cells),
            ...cells.flatMap((cell) => checkDashboardComponent(cell.component, dashboard, reports))
        ];
    });
}

interface Cell {
    readonly column: number;
    readonly row: number;
    readonly columns: number;
    readonly rows: number;
    readonly line: number;
    readonly component: XmlElement;
}

function cellsOf({ root }: Component): Cell[] {
    const grid = childOf(root, 'dashboardGridLayout');
    return (grid ? childrenOf(grid, 'dashboardGridComponents') : []).flatMap((place) => {
        const component = childOf(place, 'dashboardComponent');
        return component
            ? [
                  {
                      column: Number(textOf(place, 'columnIndex')),
                      row: Number(textOf(place, 'rowIndex')),
                      columns: Number(textOf(place, 'colSpan')),
                      rows: Number(textOf(place, 'rowSpan')),
                      line: place.line,
                      component
                  }
              ]
            : [];
    });
}

function checkTexts({ file, root }: Component): Finding[] {
    const title = textOf(root, 'title').length;
    const description = textOf(root, 'description').length;
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

function checkPlace(dashboard: Component, folders: ReadonlySet<string>): Finding[] {
    const folder = folderOf(dashboard);
    return folders.has(folder)
        ? []
        : [
              {
                  file: dashboard.file,
                  what: `There is no dashboard folder ${folder}`,
                  mend: 'Add its .dashboardFolder-meta.xml, or move the dashboard.'
              }
          ];
}

/** Users are not the package's: without <runningUser>, an org takes whoever installs it. */
function checkUsers({ file, root }: Component): Finding[] {
    return [
        ...['owner', 'runningUser', 'dashboardResultRunningUser']
            .filter((name) => childOf(root, name))
            .map((name) => ({ file, what: `<${name}> names a user of one org`, mend: `Remove <${name}>.` })),
        ...(textOf(root, 'dashboardType') === 'SpecifiedUser'
            ? []
            : [
                  {
                      file,
                      what: `A dashboard of type ${textOf(root, 'dashboardType')} takes one of the few an org has`,
                      mend: 'Write <dashboardType>SpecifiedUser</dashboardType>.'
                  }
              ])
    ];
}

function checkCounts({ file, root }: Component, components: number): Finding[] {
    const filters = childrenOf(root, 'dashboardFilters');
    return [
        ...(components === 0 || components > MOST_COMPONENTS
            ? [{ file, what: `It has ${components} components`, mend: `Use 1 to ${MOST_COMPONENTS}.` }]
            : []),
        ...(filters.length > MOST_FILTERS
            ? [{ file, what: `It has ${filters.length} filters`, mend: `Use ${MOST_FILTERS} at most.` }]
            : []),
        ...filters
            .map((filter) => ({ filter, options: childrenOf(filter, 'dashboardFilterOptions').length }))
            .filter(({ options }) => options === 0 || options > MOST_OPTIONS)
            .map(({ filter, options }) => ({
                file: `${file}:${filter.line}`,
                what: `The filter ${textOf(filter, 'name')} has ${options} values`,
                mend: `Offer 1 to ${MOST_OPTIONS}.`
            })),
        ...(textOf(root, 'isGridLayout') === 'true'
            ? []
            : [{ file, what: 'Only grids show in Lightning', mend: 'Set <isGridLayout> to true and give it a grid.' }])
    ];
}

function checkGrid({ file, root }: Component, cells: readonly Cell[]): Finding[] {
    const grid = childOf(root, 'dashboardGridLayout');
    const width = grid ? Number(textOf(grid, 'numberOfColumns')) : 0;
    const finding = ({ line }: Cell, what: string, mend: string): Finding => ({ file: `${file}:${line}`, what, mend });
    return [
        ...cells
            .filter((cell) => cell.columns < 1 || cell.rows < 1)
            .map((cell) => finding(cell, 'The component has no extent', 'Give it a column and a row at least.')),
        ...cells
            .filter((cell) => cell.column < 0 || cell.row < 0 || cell.column + cell.columns > width)
            .map((cell) => finding(cell, `The component lies outside the ${width} columns`, 'Move or narrow it.')),
        ...cells.flatMap((cell, index) =>
            cells
                .slice(0, index)
                .filter((other) => overlap(cell, other))
                .map((other) =>
                    finding(cell, `The component lies over that of line ${other.line}`, 'Move one of the two.')
                )
        )
    ];
}

function overlap(one: Cell, other: Cell): boolean {
    return (
        one.column < other.column + other.columns &&
        other.column < one.column + one.columns &&
        one.row < other.row + other.rows &&
        other.row < one.row + one.rows
    );
}
