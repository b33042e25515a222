import { doubtfulWords } from '../../reply.ts';

/**
 * What a reply means. The contract's readReply, by which the gateway judges, and the formulas of the flow ConVox_Send_Command
 * are held to this one table.
 *
 * The rule, in steps that a Salesforce formula can repeat:
 *  0. a gateway's line, ACCEPTED, REFUSED or UNKNOWN, a blank, a code, SUCCESS or -, a blank, and ConVox's own words: it says
 *     outcome and code, and what follows is read;
 *  1. u = UPPER(TRIM(text)); n = u without spaces, tabs and line breaks (SUBSTITUTE);
 *  2. v = the 12 characters behind `"STATUS":` in n, without double quotes (FIND, MID, SUBSTITUTE); u when n has none;
 *  3. code = the first 5 characters of v when they are EC, CL or GE and three digits; else 5 characters of v from its
 *     first EC0, else its first CL0, else its first GE0, if they are; neither may stand in a longer number or a colour; else
 *     SUCCESS when v begins with it; else none;
 *  4. a code that ends in 000, or SUCCESS: accepted; any other code: refused;
 *     no code and any HTTP status but 200 (0 = no answer at all): unknown;
 *     no code and HTTP 200: refused when v begins with ERROR, FAIL or FALSE; unknown when u has more than 255 characters or one of
 *     the doubtfulWords, or when v says nothing: NO, NULL, a number but 1 and 200, JSON, what begins with 0; else accepted;
 *  5. a server that has words of success: accepted when they list the code, v, or v's first word, the latter two under HTTP
 *     200 only; else refused where 0 and 4 say so; else unknown.
 */
export interface ReplyCase {
    readonly name: string;
    readonly text: string;
    readonly httpStatus: number;
    /** Words of success of the server's record, between commas. */
    readonly wordsOfSuccess?: string;
    readonly outcome: 'accepted' | 'refused' | 'unknown';
    readonly code: string;
}

const script = '<script type="text/javascript">var status = "EC013"; function go() { status = 1; }</script>';

const PHP_ERROR =
    '<br />\n<b>Fatal error</b>:  Uncaught Exception: SQLSTATE[HY000] in <b>/var/www/callcontrol_api.php</b>\n';

/** An answer with HTTP status 200. */
function row(name: string, text: string, outcome: ReplyCase['outcome'], code = '', wordsOfSuccess = ''): ReplyCase {
    return { name, text, httpStatus: 200, outcome, code, ...(wordsOfSuccess === '' ? {} : { wordsOfSuccess }) };
}

const saysNothing = ['', '0', '{}', '[]', 'null', 'no', '-1', '404', '12'];
/** What servers, frameworks and data bases say when nothing was done, without a code of ConVox. */
const saysOtherwise = [
    '{"error":"no active call"}',
    '{"STATUS":"NOK"}',
    '{"STATUS":1045}',
    '{"STATUS":"404"}',
    '{"STATUS":{"OK":0}}',
    '{"result":"fail"}',
    '{"success":0}',
    '{"code":500,"message":"Server error"}',
    '[{"status":0,"done":1}]',
    'Internal server error',
    'Database error',
    'MySQL error 1045',
    'No agent found',
    'No call was closed',
    'Unsuccessful',
    'Bad Request',
    'Session has ended',
    'An error occurred',
    "doesn't exist",
    "The call wasn't closed"
];

export const replyCases: readonly ReplyCase[] = [
    { name: 'nothing at all', text: '', httpStatus: 200, outcome: 'unknown', code: '' },
    { name: 'a plain sentence', text: 'Call closed successfully', httpStatus: 200, outcome: 'accepted', code: '' },
    { name: 'a created answer', text: 'done', httpStatus: 201, outcome: 'unknown', code: '' },
    { name: 'an answer without content', text: '', httpStatus: 204, outcome: 'unknown', code: '' },
    { name: 'plain SUCCESS', text: 'SUCCESS', httpStatus: 200, outcome: 'accepted', code: 'SUCCESS' },
    { name: 'plain success with spaces', text: '  Success \n', httpStatus: 200, outcome: 'accepted', code: 'SUCCESS' },
    {
        name: 'JSON EC000',
        text: '{"STATUS":"EC000","MESSAGE":"Call closed"}',
        httpStatus: 200,
        outcome: 'accepted',
        code: 'EC000'
    },
    {
        name: 'JSON CL000 with spaces',
        text: '{ "STATUS" : "CL000", "MESSAGE" : "Requested" }',
        httpStatus: 200,
        outcome: 'accepted',
        code: 'CL000'
    },
    {
        name: 'JSON on several lines',
        text: '{\n\t"STATUS": "EC000",\r\n\t"MESSAGE": "ok"\n}',
        httpStatus: 200,
        outcome: 'accepted',
        code: 'EC000'
    },
    {
        name: 'JSON SUCCESS',
        text: '{"STATUS":"SUCCESS","MESSAGE":"ok"}',
        httpStatus: 200,
        outcome: 'accepted',
        code: 'SUCCESS'
    },
    {
        name: 'lower-case JSON success',
        text: '{"status":"success","message":"ok"}',
        httpStatus: 200,
        outcome: 'accepted',
        code: 'SUCCESS'
    },
    {
        name: 'STATUS behind the message',
        text: '{"MESSAGE":"closed","STATUS":"EC000"}',
        httpStatus: 200,
        outcome: 'accepted',
        code: 'EC000'
    },
    {
        name: 'JSON refusal EC001',
        text: '{"STATUS":"EC001","MESSAGE":"Invalid disposition"}',
        httpStatus: 200,
        outcome: 'refused',
        code: 'EC001'
    },
    {
        name: 'JSON refusal CL005',
        text: '{"STATUS":"CL005","MESSAGE":"Agent is busy"}',
        httpStatus: 200,
        outcome: 'refused',
        code: 'CL005'
    },
    {
        name: 'JSON refusal GE008',
        text: '{"STATUS":"GE008","MESSAGE":"Token expired"}',
        httpStatus: 200,
        outcome: 'refused',
        code: 'GE008'
    },
    {
        name: 'the last codes of each table: CL011',
        text: '{"STATUS":"CL011"}',
        httpStatus: 200,
        outcome: 'refused',
        code: 'CL011'
    },
    {
        name: 'the last codes of each table: EC022',
        text: '{"STATUS":"EC022"}',
        httpStatus: 200,
        outcome: 'refused',
        code: 'EC022'
    },
    {
        name: 'the last codes of each table: GE011',
        text: '{"STATUS":"GE011"}',
        httpStatus: 200,
        outcome: 'refused',
        code: 'GE011'
    },
    {
        name: 'a code of a newer release',
        text: '{"STATUS":"EC030","MESSAGE":"New rule"}',
        httpStatus: 200,
        outcome: 'refused',
        code: 'EC030'
    },
    {
        name: 'a code far above the known ones',
        text: '{"STATUS":"EC999","MESSAGE":"New rule"}',
        httpStatus: 200,
        outcome: 'refused',
        code: 'EC999'
    },
    {
        name: 'a status that is false',
        text: '{"STATUS":false,"MESSAGE":"no"}',
        httpStatus: 200,
        outcome: 'refused',
        code: ''
    },
    { name: 'a plain code far above', text: 'CL451 blocked', httpStatus: 200, outcome: 'refused', code: 'CL451' },
    {
        name: 'words around a code',
        text: '{"STATUS":"Err EC003"}',
        httpStatus: 200,
        outcome: 'refused',
        code: 'EC003'
    },
    {
        name: 'lower-case keys and code',
        text: '{"status":"ec003","message":"no agent"}',
        httpStatus: 200,
        outcome: 'refused',
        code: 'EC003'
    },
    {
        name: 'the status wins over a code in the message',
        text: '{"STATUS":"EC000","MESSAGE":"EC003 cleared"}',
        httpStatus: 200,
        outcome: 'accepted',
        code: 'EC000'
    },
    {
        name: 'a success status wins over a code in the message',
        text: '{"STATUS":"SUCCESS","MESSAGE":"not EC013"}',
        httpStatus: 200,
        outcome: 'accepted',
        code: 'SUCCESS'
    },
    {
        name: 'JSON behind a script block',
        text: `${script}{"STATUS":"CL000","CONVOXID":"1000001"}`,
        httpStatus: 200,
        outcome: 'accepted',
        code: 'CL000'
    },
    {
        name: 'a refusal behind a script block',
        text: `${script}\n{"STATUS":"CL006","MESSAGE":"x"}`,
        httpStatus: 200,
        outcome: 'refused',
        code: 'CL006'
    },
    {
        name: 'JSON inside an HTML page',
        text: '<html><body><pre>{"STATUS":"EC012","MESSAGE":"x"}</pre></body></html>',
        httpStatus: 200,
        outcome: 'refused',
        code: 'EC012'
    },
    {
        name: 'a byte-order mark before JSON',
        text: '\ufeff{"STATUS":"EC012"}',
        httpStatus: 200,
        outcome: 'refused',
        code: 'EC012'
    },
    {
        name: 'an HTML page that says a code',
        text: '<html><body>EC003 No agent</body></html>',
        httpStatus: 200,
        outcome: 'refused',
        code: 'EC003'
    },
    {
        name: 'an HTML page without a code',
        text: '<html><body><b>Call closed</b></body></html>',
        httpStatus: 200,
        outcome: 'unknown',
        code: ''
    },
    { name: 'a plain code', text: 'EC003', httpStatus: 200, outcome: 'refused', code: 'EC003' },
    {
        name: 'a plain code with its text',
        text: 'EC003: no agent found for this call',
        httpStatus: 200,
        outcome: 'refused',
        code: 'EC003'
    },
    {
        name: 'a plain acceptance code',
        text: 'CL000 - request accepted',
        httpStatus: 200,
        outcome: 'accepted',
        code: 'CL000'
    },
    {
        name: 'a code in the middle of a sentence',
        text: 'Request refused (EC020)',
        httpStatus: 200,
        outcome: 'refused',
        code: 'EC020'
    },
    {
        name: 'form-style text',
        text: 'STATUS=CL004&MESSAGE=Agent not idle',
        httpStatus: 200,
        outcome: 'refused',
        code: 'CL004'
    },
    { name: 'letters that are no code', text: 'Process EC0A closed', httpStatus: 200, outcome: 'accepted', code: '' },
    {
        name: 'a code spread over a space is no code',
        text: 'spec 001 closed',
        httpStatus: 200,
        outcome: 'accepted',
        code: ''
    },
    {
        name: 'a status that is a word',
        text: '{"STATUS":"CLOSED","MESSAGE":"ok"}',
        httpStatus: 200,
        outcome: 'accepted',
        code: ''
    },
    {
        name: 'a status that is a number',
        text: '{"STATUS":200,"MESSAGE":"ok"}',
        httpStatus: 200,
        outcome: 'accepted',
        code: ''
    },
    {
        name: 'an error status without a code',
        text: '{"status":"error","message":"Invalid parameters"}',
        httpStatus: 200,
        outcome: 'refused',
        code: ''
    },
    {
        name: 'a failure status without a code',
        text: '{"STATUS":"FAILURE"}',
        httpStatus: 200,
        outcome: 'refused',
        code: ''
    },
    {
        name: 'a failed status without a code',
        text: '{"STATUS":"Failed"}',
        httpStatus: 200,
        outcome: 'refused',
        code: ''
    },
    { name: 'an error sentence', text: 'ERROR: unknown action', httpStatus: 200, outcome: 'refused', code: '' },
    {
        name: 'a sentence that mentions errors',
        text: 'Closed without errors',
        httpStatus: 200,
        outcome: 'accepted',
        code: ''
    },
    {
        name: 'a code under HTTP 400',
        text: '{"STATUS":"EC014","MESSAGE":"date missing"}',
        httpStatus: 400,
        outcome: 'refused',
        code: 'EC014'
    },
    { name: 'a code under HTTP 401', text: '{"STATUS":"GE007"}', httpStatus: 401, outcome: 'refused', code: 'GE007' },
    { name: 'a code under HTTP 500', text: '{"STATUS":"EC013"}', httpStatus: 500, outcome: 'refused', code: 'EC013' },
    {
        name: 'an acceptance under HTTP 500',
        text: '{"STATUS":"EC000"}',
        httpStatus: 500,
        outcome: 'accepted',
        code: 'EC000'
    },
    {
        name: 'an error status under HTTP 400 has no code',
        text: '{"status":"error"}',
        httpStatus: 400,
        outcome: 'unknown',
        code: ''
    },
    { name: 'not found', text: '<html><body>Not Found</body></html>', httpStatus: 404, outcome: 'unknown', code: '' },
    { name: 'a redirect', text: '', httpStatus: 302, outcome: 'unknown', code: '' },
    { name: 'a server error', text: 'Internal Server Error', httpStatus: 500, outcome: 'unknown', code: '' },
    { name: 'a gateway that got no answer', text: 'Gateway Timeout', httpStatus: 504, outcome: 'unknown', code: '' },
    { name: 'no answer at all', text: '', httpStatus: 0, outcome: 'unknown', code: '' },
    ...saysNothing.map((text) => row(`nothing but "${text}"`, text, 'unknown')),
    ...saysOtherwise.map((text) => row(`"${text}"`, text, 'unknown')),
    ...doubtfulWords.map((word) =>
        row(`a sentence with ${word}`, `The call: ${word.toLowerCase()} it was done`, 'unknown')
    ),
    row('a sentence of its own', 'Line is free again', 'accepted'),
    row('a number that means done', '1', 'accepted'),
    row('a status that means done', '{"status": 1}', 'accepted'),
    row('a status in a form', 'status=ok&message=Call 12', 'accepted'),
    row('a word for done as a JSON text', '"Call closed"', 'accepted'),
    row('a word for done on a line of its own', 'Call 12\nclosed', 'accepted'),
    row('a PHP error that the page shows', PHP_ERROR, 'unknown'),
    row(
        'a PHP warning in plain text',
        '\nWarning: Undefined index: agent_id in /var/www/callcontrol_api.php on line 12\n',
        'unknown'
    ),
    row(
        'a PHP warning before the reply',
        `${PHP_ERROR}{"STATUS":"EC000","MESSAGE":"Call closed"}`,
        'accepted',
        'EC000'
    ),
    row(
        'a login page',
        '<!DOCTYPE html><html><head><style>a{color:#EC0000}</style></head><form>User</form></html>',
        'unknown'
    ),
    row('a database that is away', 'Could not connect: Access denied for user', 'unknown'),
    row('an agent that it does not know', 'Invalid Agent', 'unknown'),
    row('JSON that doubts without a code', '{"STATUS":200,"MESSAGE":"Agent not logged in"}', 'unknown'),
    row('JSON that is false elsewhere', '{"result":false}', 'unknown'),
    row('a longest sentence', 'x'.repeat(255), 'accepted'),
    row('more than a sentence', 'x'.repeat(256), 'unknown'),
    row('a colour that looks like a code', '#EC0000 closed', 'accepted'),
    row('a number that looks like a code', 'EC0001 closed', 'accepted'),
    row('a gateway that accepts', 'ACCEPTED EC000 {"STATUS":"EC000","MESSAGE":"Call closed"}', 'accepted', 'EC000'),
    row('a gateway that accepts without a code', 'ACCEPTED - Call closed', 'accepted'),
    row(
        'a gateway that accepts a success',
        'ACCEPTED SUCCESS {"status":"success","message":"not EC013"}',
        'accepted',
        'SUCCESS'
    ),
    row('a gateway that refuses', 'REFUSED EC003 {"STATUS":"EC003"}', 'refused', 'EC003'),
    row(
        'a gateway that refuses without a code',
        'REFUSED - ConVox cannot be reached: the command was not sent',
        'refused'
    ),
    row(
        'a gateway that does not know',
        'UNKNOWN - ConVox did not answer in time: the command may have arrived',
        'unknown'
    ),
    row('a gateway whose ConVox says nothing', 'UNKNOWN - ', 'unknown'),
    row('a gateway that quotes a code', 'UNKNOWN - <html>EC000</html>', 'unknown'),
    row('a sentence that begins as a gateway', 'ACCEPTED by the switch', 'accepted'),
    row('a refusal that begins as a gateway', 'REFUSED by the switch', 'unknown'),
    row('a word of success', 'Done', 'accepted', '', 'OK, DONE'),
    row('a word of success with more behind it', 'closed: call 12', 'accepted', '', 'CLOSED'),
    row('a sentence of success', 'Call is closed', 'accepted', '', 'ok, call is closed'),
    row('a word of success in JSON', '{"STATUS":"DONE","MESSAGE":"x"}', 'accepted', '', 'ok,done'),
    row('a zero that means success', '0', 'accepted', '', '0'),
    row('no word of success', 'Call closed', 'unknown', '', 'OK, DONE'),
    row('a part of a word of success', 'DO', 'unknown', '', 'OK, DONE'),
    row('a code that is no word of success', '{"STATUS":"EC000"}', 'unknown', 'EC000', 'OK'),
    row('a code that is a word of success', '{"STATUS":"EC000"}', 'accepted', 'EC000', 'OK,EC000'),
    row('a refusal where words of success are set', '{"STATUS":"EC003"}', 'refused', 'EC003', 'OK'),
    row('an error where words of success are set', 'ERROR: no', 'refused', '', 'OK'),
    row('a gateway that passes a word of success on', 'UNKNOWN - 0', 'accepted', '', '0'),
    row('a gateway that passes another word on', 'ACCEPTED - Call closed', 'unknown', '', 'OK'),
    row('a gateway that refuses a word of success', 'REFUSED - OK', 'refused', '', 'OK'),
    {
        name: 'a word of success under HTTP 500',
        text: 'OK',
        httpStatus: 500,
        wordsOfSuccess: 'OK',
        outcome: 'unknown',
        code: ''
    }
];
