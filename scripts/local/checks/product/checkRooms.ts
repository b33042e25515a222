import { bundlesOf } from '../read/bundles.ts';
import type { Finding } from '../finding.ts';
import { labelsOf } from '../read/labels.ts';
import type { Project } from '../read/project.ts';

/** Rooms from the ground up. What is in a room may name what is in the rooms below its own, and in its own. */
const FLOORS: readonly (readonly string[])[] = [
    ['contract', 'platform'],
    ['configuration'],
    ['calls'],
    ['callers'],
    ['follow-ups'],
    ['call-control'],
    ['softphone', 'click-to-call', 'dialer-lists'],
    ['insights'],
    ['desk'],
    ['setup']
];

const ROOM = /^force-app\/main\/([^/]+)\//;

/** How a file names a component, by its source as Node does or not, and anything else of the package: an object, a field, a flow, a label. */
const COMPONENT = /\bc\/(\w+)|<c-([a-z0-9-]+)|'#([a-z-]+)'/g;
const NAME = /\b[A-Za-z]\w*_\w+/g;

/** Names of an object's own, which others may have as well. */
const OWN = /<relationshipName>[^<]*/g;

/** Lower rooms know nothing of higher ones, so that each can be read, tested and left out by itself. */
export function checkRooms(project: Project): Finding[] {
    const owners = ownersIn(project);
    return [...project.files].flatMap(([file, text]) => {
        const from = roomOf(file);
        return from === undefined
            ? []
            : namesIn(text).flatMap((name) => {
                  const to = owners.get(name);
                  return to === undefined || to === from || floorOf(to) < floorOf(from)
                      ? []
                      : [
                            {
                                file,
                                what: `The room ${from} uses ${name} of the room ${to}, which is not below it`,
                                mend: 'Move the shared part to a lower room, or the user to a higher one.'
                            }
                        ];
              });
    });
}

/** The room of everything that has a name in the whole org. */
function ownersIn(project: Project): ReadonlyMap<string, string> {
    const named = [
        ...bundlesOf(project).map(({ name, description }) => ({ name, file: description })),
        ...labelsOf(project),
        // What belongs to an object of the package, or a report to its folder, is named with it.
        ...project.components.filter(({ object, kind }) => !object.endsWith('__c') && kind.root !== 'Report'),
        // The tab of an object and its translation have its name; the object says whose it is.
        ...project.components.filter(({ kind }) => kind.root === 'CustomObject')
    ];
    return new Map(
        named.flatMap(({ name, file }) => {
            const room = roomOf(file);
            return room === undefined ? [] : [[name, room]];
        })
    );
}

function namesIn(text: string): string[] {
    const components = [...text.matchAll(COMPONENT)].map(
        ([, name, tag, source = '']) =>
            name ?? (tag ?? `convox-${source}`).replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    );
    return [
        ...new Set([
            ...components,
            ...(text.replaceAll(OWN, '').match(NAME) ?? []).map((name) => name.replace(/__r$/, '__c'))
        ])
    ];
}

function roomOf(file: string): string | undefined {
    return ROOM.exec(file)?.[1];
}

/** A room that nobody has placed stands on the ground, where it may use nothing. */
function floorOf(room: string): number {
    return Math.max(
        0,
        FLOORS.findIndex((floor) => floor.includes(room))
    );
}
