import type { CredentialSetup } from '../externalServices/credentialSetup.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { rootOf, optionalTextOf } from '../../metadata/readMetadata.ts';
import { makeRecordId } from '../store/recordIds.ts';
import type { Analytics } from '../reports/analytics.ts';
import type { ToolingStore } from '../tooling/toolingStore.ts';
import { judgeDeletions } from './deletions.ts';
import type { Component, HeldMetadata } from './heldMetadata.ts';
import { partsIn } from './heldMetadata.ts';
import { readZip } from './zip.ts';

export interface SentComponent extends Component {
    /** Path in the archive. */
    readonly file: string;
    /** Why the org does not take it. */
    readonly problem?: string;
}

export interface Deployment {
    readonly id: string;
    readonly isTrial: boolean;
    readonly at: Date;
    readonly components: readonly SentComponent[];
}

/**
 * Deployments over the Metadata API: the org takes what it already holds, says what it would delete, and refuses everything
 * else by name.
 */
export interface Deployments {
    readonly components: readonly Component[];
    /**
     * Judges an archive of metadata, and does what deploying unchanged metadata does to an org.
     * @throws Error when the archive cannot be read
     */
    deploy(archive: Buffer, isTrial: boolean): Deployment;
    find(id: string): Deployment | undefined;
}

/** Files of an archive that say what it holds. */
const MANIFEST = 'package.xml';
const DELETIONS = /^destructiveChanges(?:Pre|Post)?\.xml$/;
const START_AGAIN =
    'The local org works with the metadata that it read when it started; start it again to bring in yours.';

export function createDeployments(
    readHeld: () => HeldMetadata,
    org: {
        readonly credentials: Pick<CredentialSetup, 'named' | 'setUrl'>;
        readonly tooling: Pick<ToolingStore, 'applyStatus' | 'flowVersions'>;
        readonly analytics: Pick<Analytics, 'takeDashboard'>;
        readonly clock: () => Date;
    }
): Deployments {
    const deployments = new Map<string, Deployment>();
    let read: HeldMetadata | undefined;
    const held = (): HeldMetadata => (read ??= readHeld());

    /** An org puts back the packaged address, and activates or switches off flows as their files say. */
    function take(components: readonly SentComponent[], roots: ReadonlyMap<string, XmlElement>): void {
        for (const { type, fullName, file } of components) {
            const root = roots.get(file);
            const packaged = org.credentials.named.get(fullName);
            if (type === 'NamedCredential' && packaged) {
                org.credentials.setUrl(fullName, packaged.url);
            }
            if (type === 'Flow' && root) {
                org.tooling.applyStatus(fullName, optionalTextOf(root, 'status') === 'Active');
            }
            if (type === 'Dashboard' && root) {
                org.analytics.takeDashboard(fullName, root);
            }
        }
    }

    function deletions(file: string, root: XmlElement, isTrial: boolean): SentComponent[] {
        const judged = judgeDeletions(root, held().components, org.tooling);
        return isTrial
            ? judged.map((one) => ({ ...one, file }))
            : [{ type: root.name, fullName: nameOf(file), file, problem: 'The local org deletes no metadata.' }];
    }

    return {
        get components() {
            return held().components;
        },
        deploy: (archive, isTrial) => {
            const files = readZip(archive);
            const roots = new Map<string, XmlElement>();
            const components = [...files]
                .filter(([file]) => file !== MANIFEST)
                .flatMap(([file, content]) => {
                    const root = isContent(file, files) ? undefined : rootOf(file, content.toString('utf8'));
                    if (root) {
                        roots.set(file, root);
                    }
                    if (root && DELETIONS.test(file)) {
                        return deletions(file, root, isTrial);
                    }
                    return root ? judgeComponent(held(), file, root) : judgeContent(held(), file, content);
                })
                .filter((component) => component !== undefined);
            if (!isTrial && components.every(({ problem }) => problem === undefined)) {
                take(components, roots);
            }
            const deployment = {
                id: makeRecordId('0Af', deployments.size + 1),
                isTrial,
                at: org.clock(),
                components
            };
            deployments.set(deployment.id, deployment);
            return deployment;
        },
        find: (id) => deployments.get(id)
    };
}

function isContent(file: string, files: ReadonlyMap<string, Buffer>): boolean {
    return files.has(`${file}-meta.xml`) || (file.startsWith('lwc/') && !file.endsWith('-meta.xml'));
}

function judgeComponent(held: HeldMetadata, file: string, root: XmlElement): SentComponent {
    const component = { type: root.name, fullName: nameOf(file), file };
    const parts = held.partsOf(file);
    if (!parts) {
        return { ...component, problem: `The local org has no such component. ${START_AGAIN}` };
    }
    const others = partsIn(withoutChoices(root)).filter((part) => !parts.has(part));
    return others.length === 0
        ? component
        : { ...component, problem: `${others.length} of its elements differ from the org's. ${START_AGAIN}` };
}

/** What an administrator chooses for a dashboard that the org holds, and a deployment may bring. */
const CHOICES = new Set(['dashboardFilters', 'dashboardFilterColumns', 'runningUser']);

function withoutChoices(element: XmlElement): XmlElement {
    return {
        ...element,
        children: element.children.filter(({ name }) => !CHOICES.has(name)).map(withoutChoices)
    };
}

/** Only a file that differs is worth a word: it is a part of the component that its metadata names. */
function judgeContent(held: HeldMetadata, file: string, content: Buffer): SentComponent | undefined {
    return held.contentOf(file)?.equals(content) === true
        ? undefined
        : { type: '', fullName: nameOf(file), file, problem: `This file differs from the org's. ${START_AGAIN}` };
}

function nameOf(file: string): string {
    const [, ...rest] = file
        .replace(/-meta\.xml$/, '')
        .replace(/\.\w+$/, '')
        .split('/');
    return decodeURIComponent(file.startsWith('lwc/') ? (rest[0] ?? '') : rest.join('/') || file);
}
