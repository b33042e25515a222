import { XMLBuilder } from 'fast-xml-parser';
import { Hono } from 'hono';
import type { Deployment, Deployments } from '../deployment/deployments.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf } from '../../metadata/xml.ts';
import { booleanOf, rootOf, requiredTextOf } from '../../metadata/readMetadata.ts';
import type { OrgUser } from '../users.ts';
import type { ApiContext } from './context.ts';
import { API_VERSION } from './context.ts';

const METADATA = 'http://soap.sforce.com/2006/04/metadata';
const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true });

/** What SOAP answers instead of a result, with a code that clients read. */
class Fault extends Error {
    readonly code: string;

    constructor(code: string, message: string) {
        super(message);
        this.code = code;
    }
}

type Operation = (args: XmlElement, user: OrgUser) => object;

/** The Metadata API as far as Salesforce CLI lists and deploys over it; it speaks SOAP by default. */
export function metadataSoapRoutes({ sessions, users }: ApiContext, deployments: Deployments): Hono {
    const operations: Readonly<Record<string, Operation>> = {
        deploy: (args) => {
            const archive = Buffer.from(requiredTextOf(args, 'ZipFile'), 'base64');
            const isTrial = childrenOf(args, 'DeployOptions').some((options) => booleanOf(options, 'checkOnly'));
            const { id } = deployments.deploy(archive, isTrial);
            return { done: false, id, state: 'Queued' };
        },
        checkDeployStatus: (args, user) => {
            const id = requiredTextOf(args, 'asyncProcessId');
            const deployment = deployments.find(id);
            if (!deployment) {
                throw new Fault('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${id}`);
            }
            return resultOf(deployment, user);
        },
        listMetadata: (args) => {
            const types = childrenOf(args, 'queries').map((query) => requiredTextOf(query, 'type'));
            return types.flatMap((type) => {
                const listed = deployments.components.filter((component) => component.type === type);
                if (listed.length === 0) {
                    throw new Fault('API_NOT_SUPPORTED', `The local org does not list metadata of the type ${type}.`);
                }
                return listed.map(({ fullName }) => ({ fullName, fileName: fullName, type }));
            });
        }
    };

    function requireAdmin(envelope: XmlElement): OrgUser {
        const session = descend(envelope, ['Header', 'SessionHeader', 'sessionId']);
        const user = users.get(sessions.find(session?.text ?? '')?.id ?? '');
        if (!user) {
            throw new Fault('INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader');
        }
        if (user.id !== users.admin.id) {
            throw new Fault('INSUFFICIENT_ACCESS', 'The user may not modify metadata');
        }
        return user;
    }

    function answer(envelope: XmlElement): string {
        const user = requireAdmin(envelope);
        const [call] = descend(envelope, ['Body'])?.children ?? [];
        const name = bareName(call);
        const operation = operations[name];
        if (!call || !operation) {
            throw new Fault('API_NOT_SUPPORTED', `The local org does not support ${name} of the Metadata API.`);
        }
        return envelopeOf({ [`${name}Response`]: { '@_xmlns': METADATA, result: operation(call, user) } });
    }

    return new Hono().post(`/services/Soap/m/${API_VERSION}`, async (c) => {
        try {
            const envelope = rootOf(c.req.path, await c.req.text());
            if (!envelope) {
                throw new Fault('INVALID_REQUEST', 'The body is no SOAP envelope');
            }
            return soap(200, answer(envelope));
        } catch (error) {
            const code = error instanceof Fault ? error.code : 'UNKNOWN_EXCEPTION';
            const faultstring = `${code}: ${error instanceof Error ? error.message : String(error)}`;
            return soap(500, envelopeOf({ 'soapenv:Fault': { faultcode: `sf:${code}`, faultstring } }));
        }
    });
}

function resultOf({ id, isTrial, at, components }: Deployment, user: OrgUser): object {
    const refused = components.filter(({ problem }) => problem !== undefined);
    const success = refused.length === 0;
    const time = at.toISOString();
    const messages = components.map(({ type, fullName, file, problem }) => ({
        componentType: type,
        fullName,
        fileName: file,
        ...(problem !== undefined && { problem, problemType: 'Error' }),
        success: problem === undefined,
        changed: false,
        created: false,
        deleted: false,
        createdDate: time
    }));
    return {
        checkOnly: isTrial,
        completedDate: time,
        createdBy: user.id,
        createdByName: user.name,
        createdDate: time,
        details: {
            componentFailures: messages.filter((message) => !message.success),
            componentSuccesses: messages.filter((message) => message.success)
        },
        done: true,
        id,
        ignoreWarnings: false,
        lastModifiedDate: time,
        numberComponentErrors: refused.length,
        numberComponentsDeployed: components.length - refused.length,
        numberComponentsTotal: components.length,
        numberTestErrors: 0,
        numberTestsCompleted: 0,
        numberTestsTotal: 0,
        rollbackOnError: true,
        runTestsEnabled: false,
        startDate: time,
        status: success ? 'Succeeded' : 'Failed',
        success
    };
}

const bareName = (element: XmlElement | undefined): string => element?.name.replace(/^.*:/, '') ?? 'none';

/** The element at a path of names, whatever their prefixes. */
function descend(element: XmlElement, path: readonly string[]): XmlElement | undefined {
    return path.reduce<XmlElement | undefined>(
        (current, name) => current?.children.find((child) => bareName(child) === name),
        element
    );
}

function envelopeOf(body: object): string {
    const text = builder.build({
        'soapenv:Envelope': {
            '@_xmlns:soapenv': 'http://schemas.xmlsoap.org/soap/envelope/',
            'soapenv:Body': body,
            '@_xmlns:sf': 'http://soap.sforce.com/2006/04/metadata'
        }
    });
    return `<?xml version="1.0" encoding="UTF-8"?>${text}`;
}

function soap(status: 200 | 500, body: string): Response {
    return new Response(body, { status, headers: { 'content-type': 'text/xml;charset=UTF-8' } });
}
