import type { ReportType } from '../../metadata/reports/definition.ts';
import { textOf } from '../../metadata/xml.ts';
import type { Finding } from '../finding.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { analyticsOf } from '../read/reportModel.ts';

const LONGEST_LABEL = 50;
const LONGEST_DESCRIPTION = 255;
/** Objects that one report type may join. */
const MOST_OBJECTS = 4;

/** Custom report types join objects that belong together, and offer fields that exist, each once. */
export function checkReportTypes(project: Project): Finding[] {
    const { problems, types } = analyticsOf(project);
    return [
        ...problems.ReportType,
        ...componentsOf(project, 'ReportType').flatMap(checkTexts),
        ...types.flatMap((type) => checkObjects(type, project))
    ];
}

function checkTexts({ file, root }: Component): Finding[] {
    const label = textOf(root, 'label').length;
    const description = textOf(root, 'description').length;
    return [
        ...(label > LONGEST_LABEL
            ? [{ file, what: `The label has ${label} characters`, mend: `Use ${LONGEST_LABEL} at most.` }]
            : []),
        ...(description === 0 || description > LONGEST_DESCRIPTION
            ? [
                  {
                      file,
                      what: `The description has ${description} characters`,
                      mend: `Write 1 to ${LONGEST_DESCRIPTION}.`
                  }
              ]
            : []),
        ...(textOf(root, 'category') === ''
            ? [{ file, what: 'The report type has no category', mend: 'Add <category>other</category>.' }]
            : [])
    ];
}

function checkObjects({ file, tables }: ReportType, project: Project): Finding[] {
    const hidden = componentsOf(project, 'CustomObject')
        .filter(({ name }) => tables.some(({ object }) => object === name))
        .filter(({ root }) => textOf(root, 'enableReports') !== 'true');
    return [
        ...(tables.length > MOST_OBJECTS
            ? [{ file, what: `It joins ${tables.length} objects`, mend: `Join ${MOST_OBJECTS} at most.` }]
            : []),
        ...hidden.map(({ name }) => ({
            file,
            what: `${name} allows no reports`,
            mend: 'Set <enableReports> of the object to true.'
        }))
    ];
}
