import type { DialectName } from '../simulator/settings.ts';
import { secondServer } from './secondServer.ts';
import type { Stack } from './stack.ts';

const AGENT = 'asha.verma@sunrise.example';

/** What `npm start` prints when everything is there: addresses, and what is needed to try them. */
export function announcement(stack: Stack): string {
    const { austin, org, urls, apiClient, gatewayClient, statusSecret } = stack;
    const signIn = (username: string, alias: string): string =>
        `SF_ACCESS_TOKEN='${org.openSession(username)}' npm run sf -- org login access-token --instance-url ${urls.org} --alias ${alias} --no-prompt`;
    return `
  Console       ${urls.console}/
                the agent's Lightning console, signed in as Asha Verma
                ${urls.console}/login?as=divya is her manager's, with reports and dashboards of the last month
                ${urls.console}/login?as=admin is the administrator's, with the app ConVox Setup
  ConVox        ${urls.convox}/agent/AG_ASHA
                Asha's ConVox screen: start a scenario, answer the call
                for the command line: export CONVOX_URL=${urls.convox}
${austin === undefined ? '' : secondLines(urls, austin.switches.dialect)}  Gateway       ${urls.gateway}/health
                for the samples of docs/convox-hand-over.md: put ${urls.gateway} in place of https://gateway.example.com, and
                export SECRET=${statusSecret}
${austin === undefined ? '' : samplesOfSecond(stack)}  Recordings    ${urls.recordings ?? 'none'}/calls/
                of the calls that agents had. Their certificate is made anew each time: before you press Listen on a call,
                open this once and let your browser accept it, or the player says that it cannot play
  Org API       ${urls.org}/services/data
                for programs: client id ${apiClient.clientId}, client secret ${apiClient.clientSecret}, until it stops;
                for Salesforce CLI and npm run admin, each in one line, as the administrator and as Asha:
                ${signIn(apiClient.username, 'local')}
                ${signIn(AGENT, 'agent')}
                and as the gateway:
                export SALESFORCE_LOGIN_URL=${urls.org} SALESFORCE_CLIENT_ID=${gatewayClient.clientId} SALESFORCE_CLIENT_SECRET=${gatewayClient.clientSecret}
                so that this asks as all three: npm run admin -- verify --target-org local --as-agent agent --as-gateway

Press Ctrl+C to stop. The data stays in .local; npm start -- --fresh empties it.`;
}

/** What it sends goes below its code, with a secret of its own. */
const samplesOfSecond = ({ urls, austinSecret }: Stack): string =>
    `                as the server ${secondServer.code}: ${urls.gateway}/servers/${secondServer.code} in its place, and
                export SECRET=${austinSecret}
`;

/** Ravi works at the other server. */
function secondLines({ console: console_, austin }: Stack['urls'], dialect: DialectName): string {
    const { agentCode, code, timeZone } = secondServer;
    return `  ConVox        ${austin ?? ''}/agent/${agentCode}
                the server ${code}, in ${timeZone}, which speaks ${dialect}: Ravi's screen. His console, in another browser:
                ${console_}/login?as=ravi
                for the command line: npm run convox -- <scenario> --url ${austin ?? ''}
`;
}
