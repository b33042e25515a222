import type { Finding } from '../finding.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childOf, childrenOf, textOf } from '../../metadata/xml.ts';

/** Get Records steps hold only combinations that Flow Builder itself writes: an org may refuse the others. */
export function checkFlowLookups(project: Project): Finding[] {
    return componentsOf(project, 'Flow').flatMap(({ file, root }) =>
        childrenOf(root, 'recordLookups').flatMap((lookup) =>
            unusual(lookup).map(({ what, mend }) => ({
                file: `${file}:${lookup.line}`,
                what: `${textOf(lookup, 'name')} ${what}`,
                mend
            }))
        )
    );
}

function unusual(lookup: XmlElement): Pick<Finding, 'what' | 'mend'>[] {
    const isStoredByItself = textOf(lookup, 'storeOutputAutomatically') === 'true';
    const isInVariable = childOf(lookup, 'outputReference') ?? childOf(lookup, 'outputAssignments');
    return [
        ...(isStoredByItself && textOf(lookup, 'assignNullValuesIfNoRecordsFound') === 'true'
            ? [
                  {
                      what: 'empties a variable, and stores its result by itself',
                      mend: 'Set <assignNullValuesIfNoRecordsFound> to false: the result is empty anyway.'
                  }
              ]
            : []),
        ...(isInVariable && childOf(lookup, 'getFirstRecordOnly')
            ? [
                  {
                      what: 'asks for the first record only, and stores it in a variable',
                      mend: 'Remove <getFirstRecordOnly>: the variable says how many it takes.'
                  }
              ]
            : [])
    ];
}
