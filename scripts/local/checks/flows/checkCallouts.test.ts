import { checkCallouts } from './checkCallouts.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', async () => {
    expect(await checkCallouts(projectOf(sampleFiles))).toEqual([]);
});

catches(checkCallouts, [
    fault('an operation not in the schema', 'registration', 'sendticket', 'sendtickets', 'sendtickets is not in the'),
    fault('a schema that is no JSON', 'registration', '{"swagger"', '"swagger"', '<schema> is not JSON'),
    fault('a schema that is no Swagger', 'registration', '"in":"formData"', '"in":"form"', 'Swagger'),
    fault('a named credential that is not there', 'registration', 'e>Desk<', 'e>Disk<', 'no named credential "Disk"'),
    fault('an external credential that is not there', 'namedCredential', 'l>Desk</ext', 'l>Disk</ext', '"Disk"'),
    fault('an address without TLS', 'namedCredential', 'https:', 'http:', 'does not begin with https://'),
    fault('a principal nobody may use', 'permissionSet', 'Desk-Server', 'Desk-Other', 'call out as Desk-Server'),
    fault('credentials nobody may read', 'permissionSet', 'UserExternalCredential', 'Contact', 'as Desk-Server'),
    fault('a credential without a principal', 'externalCredential', 'NamedPrincipal', 'AuthParameter', 'no principal'),
    fault('an action that is not there', 'send', 'Desk.sendTicket', 'Desk.send', 'no operation Desk.send'),
    fault('a parameter nobody takes', 'send', '<name>key<', '<name>keys<', 'sendTicket takes no keys'),
    fault('a required parameter left out', 'send', '<name>key<', '<name>note<', 'sendTicket needs key'),
    fault('a text as JSON', 'registration', 'text/plain', 'application/json', 'sendTicket gives a text as'),
    fault('no status of failure', 'registration', '"400"', '"204"', 'sendTicket declares no status of failure'),
    fault('an output of no fixed name', 'send', '<name>200<', '<name>defaultExc<', 'sendTicket gives no defaultExc'),
    fault('a failure that nobody reads', 'send', '<name>400Exc<', '<name>responseCode<', 'Send does not read 400Exc'),
    fault('an answer that nobody reads', 'send', '<name>200<', '<name>responseCode<', 'Send does not read 200'),
    fault('an output nobody gives', 'send', '<name>200<', '<name>201<', 'sendTicket gives no 201')
]);
