import type { Finding } from '../finding.ts';
import type { PackageModel } from '../read/packageModel.ts';
import { fieldAt, modelOf } from '../read/packageModel.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { Role } from '../read/roles.ts';
import { mayReadField, mayReadObject, rolesOf } from '../read/roles.ts';
import { childrenOf } from '../../metadata/xml.ts';

/** Tab settings with which a user comes to the object's list views. */
const OFFERED = new Set(['Available', 'Visible']);

/**
 * Whoever is offered a list view can read what it shows and what it filters by: an org leaves a column out without a
 * word, and refuses the list when it is a filter.
 */
export function checkListViewAccess(project: Project): Finding[] {
    const model = modelOf(project);
    const roles = rolesOf(project);
    return componentsOf(project, 'ListView').flatMap((view) =>
        roles
            .filter((role) => isOffered(role, view.object))
            .flatMap((role) => [
                ...(mayReadObject(role, view.object)
                    ? []
                    : [
                          {
                              file: view.file,
                              what: `${role.name} has the tab ${view.object} and cannot read its records`,
                              mend: 'Grant reading the object, or hide the tab.'
                          }
                      ]),
                ...unreadable(view, role, model)
            ])
    );
}

function isOffered({ sets }: Role, object: string): boolean {
    return sets.some(({ tabs }) => OFFERED.has(tabs.get(object) ?? ''));
}

function unreadable(view: Component, role: Role, model: PackageModel): Finding[] {
    const filters = childrenOf(view.root, 'filters').flatMap((filter) => childrenOf(filter, 'field'));
    return [...childrenOf(view.root, 'columns'), ...filters].flatMap(({ text, line }) => {
        const field = fieldAt(model, view.object, text);
        return !field || !mayReadObject(role, view.object) || mayReadField(role, view.object, field)
            ? []
            : [
                  {
                      file: `${view.file}:${line}`,
                      what: `${role.name} is offered the list view and cannot read ${view.object}.${text}`,
                      mend: 'Let the role read the field, or leave it out.'
                  }
              ];
    });
}
