/** Text, kind, how sure, generation, how sure: the sheet's own examples as they stand there, then what real senders send. */
export const messages: readonly (readonly [
    what: string,
    text: string,
    kind: string,
    generation: string | undefined,
    confidence: string | undefined
])[] = [
    [
        'the sheet’s pop by POST',
        'URL: https://ServerIP/ salesforce.com/ in/crm\n\nMethod: POST\n\nRequest Parameters\n\nAgentID = agentid\n\nCallerID = callerno\n\n' +
            'CallReferenceID= callreferencenumber\n\nDID = Did\n\nConvoxID = convoxid\n\nProcess = process\n\nTypeOfCall = calltype',
        'screenPop certain',
        'sheet',
        'certain'
    ],
    [
        'the sheet’s pop by GET',
        'Method: GET\n\nURL: https://ServerIP/ salesforce.com? Agent_ID=agentid & Caller_Id = callerno &\nCallReferenceID= callreferenceno & ' +
            'DID= did & ConvoxID=convoxid& Process=process &\nTypeOfCall=calltype',
        'screenPop certain',
        'sheet',
        'certain'
    ],
    [
        'what an agent does, as the gateway takes it',
        'https://gateway.example.com/servers/austin/agent-state?agent_id=AG_ASHA&state=BREAK&break_name=Tea',
        'agentState certain',
        undefined,
        undefined
    ],
    [
        'the sheet’s CLOSE by POST',
        'http://<SERVERIP>/ConVoxCCS/Agent/callcontrol_api.php\n\nMethod: POST\n\nRequest Parameters:\n\nACTION=CLOSE&agent_id=agentid\n\n' +
            'Convoxid = convoxid\n\nDisposition = disposition\n\nmobile number = mobile number\n\nset_followUp = set_followUp',
        'close certain',
        'sheet',
        'certain'
    ],
    [
        'the sheet’s CLOSE by GET',
        'Method: GET\n\nURL:http://<SERVERIP>/ConVoxCCS/Agent/callcontrol_api.php ?ACTION=CLOSE&agent_id= agentid&convoxid=convoxid&' +
            'disposition=disposition&mobile_number=mobile_number&set_foll owUp=set_followUp&callback_date=callback_date',
        'close certain',
        'sheet',
        'certain'
    ],
    [
        'a push as the sheet lists it',
        'MOBILE_NO=9876543201&USER_ID=AG_ASHA&CALL_STATUS=Connected&FOLLOWUP+TIME=&LEAD+ID=1001&CALL_REFERENCE_ID=R1&DIALER_DISPOSITION=NEW',
        'callStatus certain',
        'sheet',
        'certain'
    ],
    [
        'a push with underscores',
        'MOBILE_NO=9876543201&USER_ID=AG_ASHA&CALL_STATUS=Connected&FOLLOWUP_TIME=&LEAD_ID=1001&CALL_REFERENCE_ID=R1',
        'callStatus certain',
        'sheet',
        'likely'
    ],
    [
        'a push of ConVox 4',
        '{"mobile_number":"9876543201","agent_id":"AG_ASHA","call_status":"Completed","call_reference_id":"R1","disposition2":"A","remarks":""}',
        'callStatus certain',
        'rest',
        'certain'
    ],
    [
        'a late recording',
        'CALL_REFERENCE_ID=R1&RECORDING_FILE_NAME=/calls/R1.WAV',
        'callStatus likely',
        'sheet',
        'likely'
    ],
    [
        'a pop that the gateway logged',
        '10.0.0.1 - - [28/Nov/2026:15:29:00 +0530] "GET /pop?AgentID=AG_ASHA&CallerID=9876543201&CallReferenceID=R1 HTTP/1.1" 303 0 "-" "-"',
        'screenPop certain',
        'sheet',
        'certain'
    ],
    [
        'a pop that IIS logged',
        '2026-11-28 09:59:00 10.0.0.1 GET /pop AgentID=AG_ASHA&CallerID=9876543201&CallReferenceID=R1 443 - 10.0.0.9 Mozilla 200 0 0',
        'screenPop certain',
        'sheet',
        'certain'
    ],
    [
        'a pop of the Call PopUp API',
        '{"agent_id":"AG_ASHA","call_hit_reference_number":"R1","process_name":"S","mobile_number":"9876543201","lead_id":"1","entry_date":"2026-11-28 15:29:00","call_type":"incoming","station":"104"}',
        'screenPop likely',
        'rest',
        'certain'
    ],
    [
        'a pop of ConVox 3.0',
        'agentid=AG_ASHA&callernumber=9876543201&call_hit_referenceno=R1&convoxuid=7&callProcess=S&CALL_TYPE=IN',
        'screenPop likely',
        'scripts3',
        'certain'
    ],
    [
        'a page’s own address',
        'https://x.lightning.force.com/lightning/cmp/c__convoxScreenPop?c__AgentID=AG_ASHA&c__CallReferenceID=R1',
        'screenPop certain',
        'sheet',
        'certain'
    ],
    [
        'a CLOSE of ConVox 3.0',
        'http://192.0.2.1/ConVox3.0/Agent/callcontrol.php?ACTION=CLOSE&convoxid=7&agent_id=AG_ASHA&disposition=SALE',
        'close certain',
        'scripts3',
        'certain'
    ],
    [
        'a CLOSE of the web service',
        `curl http://192.0.2.1/ConVoxCCS/External/external_dialer.php -H "access_token: k" -d '{"action":"CLOSE","refno":"abc123","endcall_type":"CLOSE","agent_id":"AG_ASHA","convoxid":"7","disposition":"SALE","mobile_number":"9876543201","set_followUp":"N"}'`,
        'close certain',
        'webService',
        'certain'
    ],
    [
        'an ENDCALL of REST',
        '{"action":"ENDCALL","endcall_type":"CLOSE","userid":"AG_ASHA","mobile_number":"9876543201","refno":"abc123","callreferenceid":"R1","convoxid":"7","process_name":"S","disposition":"SALE","set_followUp":"N"}',
        'close certain',
        'rest',
        'certain'
    ],
    [
        'a dial of the sheet’s family',
        '/ConVoxCCS/Agent/bridge.php?ACTION=CALL&user=AG_ASHA&phone_number=9876543201',
        'dial certain',
        'sheet',
        'certain'
    ],
    [
        'a dial of the web service',
        '{"action":"CALL","refno":"abc123","user":"AG_ASHA","phone_number":"9876543201"}',
        'dial certain',
        'webService',
        'likely'
    ],
    [
        'a dial of REST as a request',
        'POST /ConVoxCCS/rest/api HTTP/1.1\r\nHost: 192.0.2.1\r\nAccess-Token: t\r\nContent-Type: application/json\r\n\r\n{"action":"CALL","userid":"AG_ASHA","phone_number":"9876543201","refno":"abc123"}',
        'dial certain',
        'rest',
        'certain'
    ],
    [
        'a request for a token',
        "curl -X POST https://192.0.2.1/ConVoxCCS/rest/secureToken -H 'Access-Token: k'",
        'token certain',
        'rest',
        'certain'
    ],
    [
        'a transfer',
        '{"action":"ENDCALL","endcall_type":"TRANSFER","userid":"AG_ASHA"}',
        'gatewayCommand certain',
        'rest',
        'certain'
    ],
    [
        'an agent who is ready',
        '{"action":"READYAGENT","refno":"SF_000001","user_id":"AG_ASHA","update_break":"NO"}',
        'gatewayCommand certain',
        'webService',
        'certain'
    ],
    [
        'a break of REST',
        '{"action":"BREAK","refno":"SF_000001","userid":"AG_ASHA","break_name":"Tea"}',
        'gatewayCommand certain',
        'rest',
        'certain'
    ],
    [
        'a number for a list',
        '{"action":"DATAUPLOAD","refno":"SF_000001","process":"SALES","list_id":"1001","batch_id":"7","data":[{"mobile":"9876543201","info_1":"Meera"}]}',
        'gatewayCommand certain',
        'webService',
        'certain'
    ],
    [
        'what Salesforce tells the gateway of a break',
        '/ConVoxCCS/Agent/callcontrol_api.php?ACTION=Break&agent_id=AG_ASHA&refno=SF_000001&target=Tea',
        'gatewayCommand certain',
        'sheet',
        'certain'
    ],
    [
        'a transfer to a mobile phone, which the gateway does not send',
        '{"action":"ENDCALL","endcall_type":"MOBILE_TRANSFER","userid":"AG_ASHA"}',
        'otherCommand certain',
        'rest',
        'certain'
    ],
    [
        'a command that is not used here',
        '{"action":"LOGINUSER","username":"AG_ASHA"}',
        'otherCommand certain',
        'webService',
        'certain'
    ],
    [
        'a pop that a browser on Windows copied',
        'curl ^"https://example.my.site/pop?AgentID=AG_ASHA^&CallerID=^%^2B919876543201^&CallReferenceID=R1^" ^\n  -H ^"accept: */*^"',
        'screenPop certain',
        'sheet',
        'certain'
    ],
    [
        'an address in a mail',
        'We open: GET https://example.my.site/pop?AgentID=AG_ASHA&CallerID=9876543201&CallReferenceID=R1',
        'screenPop certain',
        'sheet',
        'certain'
    ],
    [
        'an answer of ConVox',
        '{"STATUS":"CL000","MESSAGE":"Call request accepted"}',
        'reply certain',
        undefined,
        undefined
    ],
    [
        'the web service’s answer to a dial',
        '{"STATUS":"CL000","MESSAGE":"Call initiated","PHONE_NUMBER":"9876543201","PROCESS":"SALES","LEAD_ID":"4543201","refno":"SF_000001","CALL_HIT_REFERENCE_NUMBER":"1700000000001"}',
        'reply certain',
        undefined,
        undefined
    ],
    [
        'a dial’s answer without words',
        'STATUS=CL000&PHONE_NUMBER=9876543201&PROCESS=SALES&LEAD_ID=7&CALL_HIT_REFERENCE_NUMBER=R1',
        'reply certain',
        undefined,
        undefined
    ],
    [
        'the answer of bridge.php',
        '{"PHONE_NUMBER":"9876543201","PROCESS":"SALES","CONVOXID":"4543201"}',
        'reply likely',
        undefined,
        undefined
    ],
    [
        'the answer of bridge.php behind a script block',
        '<script type="text/javascript">var a = {"b": 1};</script>\n{"PHONE_NUMBER":"9876543201","PROCESS":"SALES","CONVOXID":"4543201"}',
        'reply likely',
        undefined,
        undefined
    ],
    [
        'an answer in a page',
        '<html><head><style>p { margin: 0 }</style></head><body><pre>{"STATUS":"CL006","MESSAGE":"Log in first"}</pre></body></html>',
        'reply certain',
        undefined,
        undefined
    ],
    [
        'the answer to a request for a token',
        '{"STATUS":"SUCCESS","MESSAGE":"Token","REFRESH_TOKEN":"abc","EXPIRES_AT":"2026-11-30 11:00:00"}',
        'reply certain',
        undefined,
        undefined
    ],
    [
        'the answer to numbers for a list',
        '{"STATUS":"DU000","MESSAGE":{"inserted_numbers":1},"refno":"SF_000001"}',
        'reply certain',
        undefined,
        undefined
    ],
    [
        'a pop that has a process and ids, and an agent',
        '{"AGENT_ID":"AG_ASHA","PHONE_NUMBER":"9876543201","PROCESS":"SALES","CONVOXID":"4543201"}',
        'screenPop certain',
        'sheet',
        'guessed'
    ],
    ['a page without an answer', '<html><body>{ Sign in }</body></html>', 'unknown certain', undefined, undefined],
    ['a shopping list', 'milk, bread and two apples', 'unknown certain', undefined, undefined]
];

const pop = 'AgentID=AG_ASHA&CallReferenceID=R1&CallerID=';
const push = 'CALL_REFERENCE_ID=R1&CALL_STATUS=Connected&';

/** Text, one name of it, and what that is understood as. */
export const values: readonly (readonly [text: string, name: string, understood: string])[] = [
    [`${pop}09876543201`, 'CallerID', '98765 43201'],
    [`${pop}%2B91+98765-43201`, 'CallerID', '98765 43201'],
    [`${pop}"RAVI K" <9876543243>`, 'CallerID', '98765 43243'],
    [`${pop}%E2%80%AD%2B91 98765 43245%E2%80%AC`, 'CallerID', '98765 43245'],
    [`${pop}%2B12025550123`, 'CallerID', '+12025550123'],
    [`${pop}anonymous`, 'CallerID', 'withheld'],
    [pop, 'CallerID', 'withheld'],
    [`${pop}43201`, 'CallerID', '43201'],
    ['AgentID=AG_ASHA&CallReferenceID=R1&TypeOfCall=incoming', 'TypeOfCall', 'Inbound'],
    ['AgentID=AG_ASHA&CallReferenceID=R 1&TypeOfCall=ride', 'CallReferenceID', 'R+1'],
    ['AgentID=AG_ASHA&CallReferenceID=R1&TypeOfCall=ride', 'TypeOfCall', 'unknownWord'],
    [`${push}CALL_DATE=2026-11-28T15:29:00`, 'CALL_DATE', '2026-11-28 15:29:00 Asia/Kolkata'],
    [`${push}CALL_DATE=2026-11-28 03:29:00 PM`, 'CALL_DATE', '2026-11-28 15:29:00 Asia/Kolkata'],
    [`${push}CALL_DATE=1796032740`, 'CALL_DATE', '2026-11-30 15:29:00 Asia/Kolkata'],
    [`${push}CALL_DATE=2026-11-28 09:59:00 UTC`, 'CALL_DATE', '2026-11-28 15:29:00 Asia/Kolkata'],
    [`${push}CALL_DATE=2026-11-28T15:29:00&CALL_HOUR=15`, 'CALL_HOUR', 'notUsed'],
    [`${push}CALL_DATE=2026-11-28&CALL_HOUR=15&CALL_MINUTE=29`, 'CALL_DATE', '2026-11-28 15:29:00 Asia/Kolkata'],
    [`${push}CALL_DATE=0000-00-00 00:00:00`, 'CALL_DATE', 'blank'],
    [`${push}CALL_DATE=02/11/2026`, 'CALL_DATE', 'unreadable'],
    [`${push}CALL_DURATION=00:03:00`, 'CALL_DURATION', '180 s'],
    [`${push}CALL_DURATION=long`, 'CALL_DURATION', 'unreadable'],
    [`${push}DISPOSITION=null`, 'DISPOSITION', 'blank'],
    [`${push}FOLLOWUP TIME=2026-12-02 11:00 AM`, 'FOLLOWUP TIME', '2026-12-02 11:00:00 Asia/Kolkata'],
    ['CALL_REFERENCE_ID=R1&CALL_DURATION=0&CALL_STATUS=Queue Abandoned', 'CALL_STATUS', 'notConnected'],
    ['CALL_REFERENCE_ID=R1&CALL_DURATION=0&CALL_STATUS=Connecting', 'CALL_STATUS', 'unknownWord'],
    [`${push}call_hit_reference_number=R2&CALL_DURATION=1`, 'call_hit_reference_number', 'notUsed'],
    ['{"CALL_REFERENCE_ID":1573204600.1000,"CALL_DURATION":95}', 'CALL_REFERENCE_ID', '1573204600.1000'],
    ['{"CALL_REFERENCE_ID":20261120090512346,"CALL_DURATION":95}', 'CALL_REFERENCE_ID', '20261120090512346']
];

/** Text and all that is suspicious about it, name by name. */
export const doubts: readonly (readonly [text: string, doubts: readonly string[]])[] = [
    [`${pop}9876543201`, []],
    [`${pop}<callerno>`, ['placeholder CallerID']],
    [`${pop}{{caller}}`, ['placeholder CallerID']],
    [`${pop}callerno`, ['sampleValue CallerID']],
    [`${pop}98765 43231 (Ravi 2)`, ['numberWithMore CallerID']],
    [`${pop}9876543291.0`, ['numberWithMore CallerID']],
    [`${pop}%2B12025550123`, ['numberForeign CallerID']],
    [`${pop}43201`, ['numberWithoutKey CallerID']],
    [`${pop}null`, ['wordForNothing CallerID']],
    [`${pop}9876543201&TypeOfCall=Inbound%2520call`, ['encodedTwice', 'encodedTwice TypeOfCall']],
    [`${pop}9876543201&amp;Process=SUPPORT`, ['escapedForHtml']],
    [`${pop}9876543201&Process=S%FCd`, ['notUtf8']],
    [`${pop}9876543201&Process=S%C3%83%C2%BCd`, ['brokenCharacters Process']],
    [`AgentID = AG_ASHA & CallReferenceID = R1`, ['blanksAround']],
    ['AgentID=AG_ASHA&CallReferenceID=R 1', ['blankInId CallReferenceID']],
    ['AgentID=AG_ASHA&CallReferenceID=R1&Agent_ID=AG_RAVI', ['repeated AgentID', 'repeated Agent_ID']],
    ['AgentID=AG_ASHA&CallReferenceID=R1&ConVoxServer=Austin 2', ['refusedValue ConVoxServer']],
    [`AgentID=AG_ASHA&CallReferenceID=${'R'.repeat(65)}`, ['tooLong CallReferenceID']],
    [`http://192.0.2.1/pop?${pop}9876543201`, ['notEncrypted']],
    [`https://example.my.site/pop?${pop}9876543201&PopKey=hush`, ['secretInAddress']],
    [`https://x.lightning.force.com/lightning/cmp/c__convoxScreenPop?${pop}9876543201`, ['withoutPagePrefix']],
    [
        'https://x.my.salesforce.com/?ec=302&startURL=%2Flightning%2Fcmp%2Fc__convoxScreenPop%3Fc__AgentID%3DAG_ASHA%26c__CallReferenceID%3DR1',
        ['loginFirst']
    ],
    [`https://example.my.site/pop?${push}CALL_DATE=2026-11-28 15:29:00`, ['misdirected']],
    ['10.0.0.1 - - [28/Nov/2026:15:29:00 +0530] "POST /call-status HTTP/1.1" 400 12 "-" "-"', ['bodyNotLogged']],
    ['MOBILE_NO=9876543201;USER_ID=AG_ASHA;CALL_STATUS=Connected;CALL_REFERENCE_ID=R1', ['semicolons']],
    ['{"CALL_REFERENCE_ID":"R1",', ['jsonInvalid']],
    ['data=%7B%22CALL_REFERENCE_ID%22%3A%22R1%22%2C%22CALL_STATUS%22%3A%22Connected%22%7D', ['jsonInField']],
    [`${push}CALL_DATE=2026-11-28 15:29:00`, []],
    [`${push}CALL_DATE=28-11-2026 03:29 PM`, ['dateUnusual CALL_DATE']],
    [`${push}CALL_DATE=1796032740`, ['dateUnusual CALL_DATE']],
    [`${push}CALL_DATE=2026-11-28T15:29:00%2B05:30`, ['dateUnusual CALL_DATE', 'dateWithOffset CALL_DATE']],
    [`${push}CALL_DATE=02/11/2026`, ['dateAmbiguous CALL_DATE']],
    [`${push}CALL_DATE=last Monday`, ['dateUnreadable CALL_DATE']],
    [`${push}CALL_DATE=0000-00-00 00:00:00`, ['dateNone CALL_DATE']],
    [`${push}CALL_DATE=2026-11-28`, ['timeMissing CALL_HOUR']],
    [`${push}CALL_DATE=2026-11-28&CALL_HOUR=24`, ['timeUnreadable CALL_HOUR']],
    [`${push}CALL_DATE=2026-12-28 15:29:00`, ['startInFuture CALL_DATE']],
    [`${push}CALL_DURATION=long`, ['secondsUnreadable CALL_DURATION']],
    [`${push}FOLLOWUP TIME=2026-12-02`, ['promiseWithoutTime FOLLOWUP TIME']],
    ['CALL_REFERENCE_ID=R1&CALL_DURATION=9&CALL_STATUS=CALLPATCH', ['statusUnknown CALL_STATUS']],
    [
        'MOBILE_NO=9876543201&CALL_STATUS=Connected&CALL_DATE=2026-11-28 15:29:00',
        ['referenceMissing CALL_REFERENCE_ID']
    ],
    [
        'ACTION=CLOSE&agent_id=AG ASHA&convoxid=7&disposition=SALE&mobile_number=987654320',
        ['refusedValue agent_id (EC021)', 'refusedValue mobile_number (EC005)']
    ],
    [
        '/ConVoxCCS/Agent/callcontrol_api.php?ACTION=ENDCALL&agent_id=AG_ASHA&convoxid=7&callreferenceid=R1&disposition=SALE',
        ['mixedDialects']
    ]
];
