import { bundlesOf } from './bundles.ts';
import type { BundleFiles } from './bundles.ts';
import type { Finding } from './finding.ts';
import type { Project } from './project.ts';

/** Rooms from the ground up. A component may use those of the rooms below its own, and of its own. */
const FLOORS: readonly (readonly string[])[] = [
    ['contract', 'platform'],
    ['configuration'],
    ['calls', 'callers'],
    ['call-control'],
    ['softphone', 'click-to-call', 'insights'],
    ['setup']
];

const USES = [/\bfrom 'c\/(\w+)'/g, /<c-([a-z0-9-]+)/g];

/** Lower rooms know nothing of higher ones, so that each can be read, tested and left out by itself. */
export function checkRooms(project: Project): Finding[] {
    const bundles = bundlesOf(project);
    const rooms = new Map(bundles.map((bundle) => [bundle.name, roomOf(bundle)]));
    return bundles.flatMap((bundle) =>
        usesOf(bundle).flatMap(({ file, name }) => {
            const [from, to] = [roomOf(bundle), rooms.get(name)];
            return to === undefined || to === from || floorOf(to) < floorOf(from)
                ? []
                : [
                      {
                          file: `${bundle.folder}/${file}`,
                          what: `The room ${from} uses ${name} of the room ${to}, which is not below it`,
                          mend: 'Move the shared part to a lower room, or the user to a higher one.'
                      }
                  ];
        })
    );
}

function usesOf(bundle: BundleFiles): { file: string; name: string }[] {
    return [...bundle.files]
        .filter(([file]) => /\.(ts|html)$/.test(file))
        .flatMap(([file, text]) =>
            USES.flatMap((pattern) => [...text.matchAll(pattern)]).map(([, name = '']) => ({
                file,
                name: name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
            }))
        );
}

function roomOf({ folder }: BundleFiles): string {
    return folder.split('/').at(-3) ?? '';
}

/** A room that nobody has placed stands on the ground, where it may use nothing. */
function floorOf(room: string): number {
    return Math.max(
        0,
        FLOORS.findIndex((floor) => floor.includes(room))
    );
}
