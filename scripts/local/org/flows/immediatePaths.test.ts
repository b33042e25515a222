import type { CallOut, TestOrg } from './testOrg.ts';
import {
    assignXml,
    elementXml,
    fieldXml,
    filterXml,
    flowXml,
    formulaXml,
    openTestOrg,
    referenceXml,
    textXml,
    triggerXml,
    savedId,
    refusalOf
} from './testOrg.ts';

let org: TestOrg | undefined;
afterEach(() => {
    org?.close();
    org = undefined;
});

function open(flows: Record<string, string>, call?: CallOut): TestOrg {
    org = openTestOrg(flows, call);
    return org;
}

const stamp = (text: string) => elementXml('assignments', 'Stamp', assignXml('$Record.Department', textXml(text)));

test('before-save flows change the record without saving it, in their order', () => {
    const append = (text: string, order?: number) =>
        flowXml(
            triggerXml('Stamp', 'Contact', 'Before') + stamp(`{!$Record.Department}${text}`),
            order === undefined ? {} : { order }
        );
    const { store, acting } = open({
        Last: append('4', 1500),
        Unordered: append('3'),
        Second: append('2', 20),
        First: append('1', 10)
    });
    const id = savedId(store.create('Contact', [{ LastName: 'Rao' }], acting));
    expect(store.get('Contact', id)?.['Department']).toBe('1234');
});

test("what a before-save flow may not do is refused in the platform's words", () => {
    const { store, acting } = open({
        Save: flowXml(
            triggerXml('Make', 'Contact', 'Before') +
                elementXml('recordCreates', 'Make', `${fieldXml('LastName', textXml('Das'))}<object>Lead</object>`)
        )
    });
    const { statusCode, message } = refusalOf(store.create('Contact', [{ LastName: 'Rao' }], acting));
    expect(statusCode).toBe('CANNOT_EXECUTE_FLOW_TRIGGER');
    expect(message).toContain('cannot create records');
});

test('a callout while a record is saved is refused, and the record is not saved', () => {
    const { store, acting } = open({
        Call: flowXml(
            triggerXml('Send', 'Contact', 'After') +
                elementXml(
                    'actionCalls',
                    'Send',
                    '<actionName>Service.send</actionName><actionType>externalService</actionType>'
                )
        )
    });
    const { message } = refusalOf(store.create('Contact', [{ LastName: 'Rao' }], acting));
    expect(message).toContain('Callout from triggers are currently not supported');
    expect(store.count({ object: 'Contact' })).toBe(0);
});

test.each(['Before', 'After'] as const)('a custom error %s the save refuses its row only, at its field', (when) => {
    const { store, acting } = open({
        Refuse: flowXml(
            triggerXml(
                'No',
                'Contact',
                when,
                `<filterLogic>and</filterLogic>${filterXml('LastName', 'EqualTo', textXml('spam'))}`
            ) +
                elementXml(
                    'customErrors',
                    'No',
                    `<customErrorMessages><errorMessage>{!$Record.LastName} is not welcome.</errorMessage>
                    <fieldSelection>LastName</fieldSelection><isFieldError>true</isFieldError></customErrorMessages>`
                )
        )
    });
    expect(
        store.create('Contact', [{ LastName: 'Rao' }, { LastName: 'Spam' }, { LastName: 'Sen' }], acting)
    ).toMatchObject([
        { success: true },
        {
            success: false,
            errors: [
                {
                    statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
                    message: 'Spam is not welcome.',
                    fields: ['LastName']
                }
            ]
        },
        { success: true }
    ]);
});

test('entry formulas see new, changed and prior values', () => {
    const { store, acting } = open({
        Note: flowXml(
            triggerXml(
                'Stamp',
                'Contact',
                'Before',
                '<filterFormula>AND(NOT(ISNEW()), ISCHANGED({!$Record.Phone}), PRIORVALUE({!$Record.Phone}) = "1")</filterFormula>'
            ) + stamp('changed from {!$Record__Prior.Phone}')
        )
    });
    const id = savedId(store.create('Contact', [{ LastName: 'Rao', Phone: '1' }], acting));
    expect(store.get('Contact', id)?.['Department']).toBeNull();
    store.update('Contact', [{ id, values: { Title: 'x' } }], acting);
    expect(store.get('Contact', id)?.['Department']).toBeNull();
    store.update('Contact', [{ id, values: { Phone: '2' } }], acting);
    expect(store.get('Contact', id)?.['Department']).toBe('changed from 1');
});

test('a flow that needs a change to meet its criteria starts only when they are newly met', () => {
    const { store, acting } = open({
        Count: flowXml(
            triggerXml(
                'Stamp',
                'Contact',
                'Before',
                `<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>
                <filterLogic>and</filterLogic>${filterXml('Title', 'EqualTo', textXml('Go'))}`
            ) + stamp('{!$Record.Department}x')
        )
    });
    const id = savedId(store.create('Contact', [{ LastName: 'Rao', Title: 'Go' }], acting));
    ['Go', 'Stop', 'Go'].forEach((Title) => store.update('Contact', [{ id, values: { Title } }], acting));
    expect(store.get('Contact', id)?.['Department']).toBe('xx');
});

test('an after-save update starts flows again, until it goes too deep', () => {
    const { store, acting } = open({
        Loop: flowXml(
            triggerXml('Save', 'Contact', 'After') +
                elementXml(
                    'recordUpdates',
                    'Save',
                    `${fieldXml('Department', referenceXml('longer'))}<inputReference>$Record</inputReference>`
                ) +
                formulaXml('longer', 'String', '{!$Record.Department} & "x"')
        )
    });
    const { message } = refusalOf(store.create('Contact', [{ LastName: 'Rao' }], acting));
    expect(message).toMatch(/trigger depth exceeded/);
});

const perContact =
    triggerXml('Make', 'Contact', 'After') +
    elementXml(
        'recordCreates',
        'Make',
        `${fieldXml('LastName', referenceXml('$Record.LastName'))}${fieldXml('Company', textXml('Sunrise'))}<object>Lead</object>`,
        'Find'
    ) +
    elementXml(
        'recordLookups',
        'Find',
        `<filterLogic>and</filterLogic>${filterXml('LastName', 'EqualTo', referenceXml('$Record.LastName'))}
        <getFirstRecordOnly>true</getFirstRecordOnly><object>Lead</object><storeOutputAutomatically>true</storeOutputAutomatically>`
    );

test('200 rows saved together count as one query and one statement of their flow', () => {
    const { store, acting } = open({ Copy: flowXml(perContact) });
    const rows = Array.from({ length: 200 }, (_unused, index) => ({ LastName: `Rao ${index}` }));
    const create = jest.spyOn(store, 'create');
    expect(store.create('Contact', rows, acting).every(({ success }) => success)).toBe(true);
    expect(create.mock.calls.map(([object, saved]) => [object, saved.length])).toEqual([
        ['Contact', 200],
        ['Lead', 200]
    ]);
});

test('a query in a loop runs into the limit, which no fault connector catches', () => {
    const { store, acting } = open({
        Greedy: flowXml(
            triggerXml('Find', 'Contact', 'After') +
                elementXml(
                    'recordLookups',
                    'Find',
                    `<filterLogic>and</filterLogic>${filterXml('LastName', 'EqualTo', textXml('x'))}<getFirstRecordOnly>true</getFirstRecordOnly>
                    <object>Lead</object><storeOutputAutomatically>true</storeOutputAutomatically>`,
                    'Find_again',
                    'Find_again'
                ) +
                elementXml(
                    'recordLookups',
                    'Find_again',
                    `<filterLogic>and</filterLogic>${filterXml('LastName', 'EqualTo', textXml('x'))}<getFirstRecordOnly>true</getFirstRecordOnly>
                    <object>Lead</object><storeOutputAutomatically>true</storeOutputAutomatically>`,
                    'Find',
                    'Find'
                )
        )
    });
    const { message } = refusalOf(store.create('Contact', [{ LastName: 'Rao' }], acting));
    expect(message).toContain('Too many SOQL queries: 101');
});
