import { isKeyEntered, readNamedCredential } from '../configure/credential.ts';
import type { Check } from './check.ts';
import { CONFIGURE, DEPLOY, no, open, yes } from './check.ts';
import { reportFinding } from './gatewayReport.ts';
import { gatewayServersCheck } from './gatewayServers.ts';

const PACKAGED_URL = 'https://convox.example.com';
const REACH_MILLISECONDS = 5000;

/** Whether the org knows the way to the gateway. */
export const connectionChecks: readonly Check[] = [
    {
        id: 'credential-url',
        about: 'health',
        question: 'Does the Named Credential have the address of the gateway?',
        run: async ({ connection }) => {
            const credential = await readNamedCredential(connection);
            if (!credential) {
                return no('there is no named credential ConVox', DEPLOY);
            }
            return credential.calloutUrl === PACKAGED_URL
                ? no(`it has the packaged address ${PACKAGED_URL}`, CONFIGURE)
                : yes(credential.calloutUrl);
        }
    },
    {
        id: 'credential-key',
        about: 'health',
        question: 'Has the gateway’s key been entered at the principal?',
        run: async ({ connection }) =>
            (await isKeyEntered(connection))
                ? yes(
                      'the principal Server of the External Credential ConVox has a key; whether the gateway takes it shows --send-test-command'
                  )
                : no(
                      'the principal Server has no parameters',
                      `Set the variable of credential.keyFrom and run ${CONFIGURE}`
                  )
    },
    {
        id: 'gateway',
        about: 'health',
        question: 'Does the gateway answer at that address?',
        run: async ({ connection, fetch: send }) => {
            const url = (await readNamedCredential(connection))?.calloutUrl;
            if (url === undefined || url === PACKAGED_URL) {
                return open('there is no address to ask', CONFIGURE);
            }
            const advice =
                'Asked from this machine. See that the gateway runs, and that its name and certificate are public.';
            try {
                const { status } = await send(`${url}/health`, { signal: AbortSignal.timeout(REACH_MILLISECONDS) });
                return status === 200 ? yes(`GET ${url}/health: 200`) : no(`GET ${url}/health: ${status}`, advice);
            } catch {
                return no(`GET ${url}/health: no answer`, advice);
            }
        }
    },
    {
        id: 'gateway-report',
        about: 'health',
        question: 'Does the gateway report to the org, and does ConVox answer it?',
        run: ({ connection }) => reportFinding(connection)
    },
    gatewayServersCheck
];
