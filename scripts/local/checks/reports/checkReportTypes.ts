import type { Finding } from '../finding.ts';
import type { PackageModel } from '../read/packageModel.ts';
import { modelOf } from '../read/packageModel.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { ReportTypeFacts } from '../read/reportModel.ts';
import { reportTypeField, reportTypesOf } from '../read/reportModel.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childOf, childrenOf, everyElement, textOf } from '../../metadata/xml.ts';

const LONGEST_LABEL = 50;
const LONGEST_DESCRIPTION = 255;
/** Objects that one report type may join. */
const MOST_OBJECTS = 4;

/** Custom report types join objects that belong together, and offer fields that exist, each once. */
export function checkReportTypes(project: Project): Finding[] {
    const model = modelOf(project);
    return [...reportTypesOf(project).values()].flatMap((type) => [
        ...checkTexts(type.component),
        ...checkObjects(type, project),
        ...checkColumns(type, model)
    ]);
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

function checkObjects({ component, tables }: ReportTypeFacts, project: Project): Finding[] {
    const { file, root } = component;
    const model = modelOf(project);
    const base = textOf(root, 'baseObject');
    const joins = [...everyElement(root)].filter(({ name }) => name === 'join');
    const broken = joins.slice(Math.max(0, tables.size - 1))[0];
    const hidden = componentsOf(project, 'CustomObject')
        .filter((object) => [...tables.values()].includes(object.name))
        .filter((object) => textOf(object.root, 'enableReports') !== 'true');
    return [
        ...(model.has(base) ? [] : [{ file, what: `There is no object ${base}`, mend: 'Correct <baseObject>.' }]),
        ...(model.has(base) && broken
            ? [
                  {
                      file: `${file}:${broken.line}`,
                      what: `There is no child relationship ${textOf(broken, 'relationship')}`,
                      mend: 'Write the relationship name of a lookup to the parent, with __r.'
                  }
              ]
            : []),
        ...(tables.size > MOST_OBJECTS
            ? [{ file, what: `It joins ${tables.size} objects`, mend: `Join ${MOST_OBJECTS} at most.` }]
            : []),
        ...hidden.map(({ name }) => ({
            file,
            what: `${name} allows no reports`,
            mend: 'Set <enableReports> of the object to true.'
        }))
    ];
}

function checkColumns({ component, tables }: ReportTypeFacts, model: PackageModel): Finding[] {
    const sections = childrenOf(component.root, 'sections');
    const columns = sections.flatMap((section) => childrenOf(section, 'columns'));
    const names = columns.map((column) => `${textOf(column, 'table')}$${textOf(column, 'field')}`);
    const at = (element: XmlElement): string => `${component.file}:${element.line}`;
    return [
        ...sections
            .filter((section) => !childOf(section, 'columns'))
            .map((section) => ({ file: at(section), what: 'The section has no column', mend: 'Remove the section.' })),
        ...columns.flatMap((column) =>
            checkColumn(column, tables, model).map((found) => ({ ...found, file: at(column) }))
        ),
        ...columns
            .filter((_column, index) => names.indexOf(names[index] ?? '') !== index)
            .map((column) => ({
                file: at(column),
                what: `The column ${textOf(column, 'field')} is there twice`,
                mend: 'Keep one.'
            }))
    ];
}

function checkColumn(
    column: XmlElement,
    tables: ReadonlyMap<string, string>,
    model: PackageModel
): Omit<Finding, 'file'>[] {
    const table = textOf(column, 'table');
    const name = textOf(column, 'field');
    const object = tables.get(table);
    if (object === undefined) {
        return [
            {
                what: `The report type has no table ${table}`,
                mend: `Use one of ${[...tables.keys()].join(', ')}.`
            }
        ];
    }
    return reportTypeField(model, object, name)
        ? []
        : [{ what: `${object} has no field ${name}`, mend: 'Name a field of the object, a lookup without Id.' }];
}
