import type { Finding } from '../finding.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { childOf, childrenOf, textOf } from '../../metadata/xml.ts';

const TYPE = 'CustomNotificationType';

/** A flow that notifies looks its notification type up by a name that the package has. */
export function checkNotifications(project: Project): Finding[] {
    const types = new Set(componentsOf(project, TYPE).map(({ name }) => name));
    return componentsOf(project, 'Flow')
        .filter(({ root }) =>
            childrenOf(root, 'actionCalls').some((call) => textOf(call, 'actionType') === 'customNotificationAction')
        )
        .flatMap(({ file, root }) => {
            const names = childrenOf(root, 'recordLookups')
                .filter((lookup) => textOf(lookup, 'object') === TYPE)
                .flatMap((lookup) => childrenOf(lookup, 'filters'))
                .map((filter) => {
                    const value = childOf(filter, 'value');
                    return value ? textOf(value, 'stringValue') : '';
                });
            const known = names.length > 0 && names.every((name) => name !== undefined && types.has(name));
            return known
                ? []
                : [
                      {
                          file,
                          what: `The flow notifies by the type ${names.join(', ') || 'of no lookup'}, which the package lacks`,
                          mend: 'Look up a notification type of the package by its DeveloperName.'
                      }
                  ];
        });
}
