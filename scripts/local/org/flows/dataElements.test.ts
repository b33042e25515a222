import type { TestOrg } from './testOrg.ts';
import {
    assignXml,
    elementXml,
    fieldXml,
    filterXml,
    flowXml,
    openTestOrg,
    referenceXml,
    startXml,
    textXml,
    variableXml
} from './testOrg.ts';

let org: TestOrg | undefined;
afterEach(() => {
    org?.close();
    org = undefined;
});

function open(flows: Record<string, string>): TestOrg {
    org = openTestOrg(flows);
    return org;
}

test('records are found, looped over, counted, created, updated and deleted', async () => {
    const { engine, store, acting } = open({
        Tidy: flowXml(
            startXml('Find') +
                elementXml(
                    'recordLookups',
                    'Find',
                    `<filterLogic>or</filterLogic>${filterXml('LastName', 'StartsWith', textXml('Ra'))}
                    ${filterXml('LastName', 'EqualTo', textXml('IYER'))}<getFirstRecordOnly>false</getFirstRecordOnly><object>Contact</object>
                    <queriedFields>LastName</queriedFields><sortField>LastName</sortField><sortOrder>Desc</sortOrder>
                    <storeOutputAutomatically>true</storeOutputAutomatically>`,
                    'Each'
                ) +
                `<loops><name>Each</name><label>Each</label><locationX>0</locationX><locationY>0</locationY>
                <collectionReference>Find</collectionReference><iterationOrder>Asc</iterationOrder>
                <nextValueConnector><targetReference>Note</targetReference></nextValueConnector>
                <noMoreValuesConnector><targetReference>Save</targetReference></noMoreValuesConnector></loops>` +
                elementXml(
                    'assignments',
                    'Note',
                    assignXml('Each.Phone', textXml('98765 43210')) +
                        assignXml('changed', referenceXml('Each'), 'Add') +
                        assignXml('names', textXml('{!names}{!Each.LastName};')) +
                        assignXml('count', referenceXml('Find'), 'AssignCount'),
                    'Each'
                ) +
                elementXml('recordUpdates', 'Save', '<inputReference>changed</inputReference>', 'Make') +
                elementXml(
                    'recordCreates',
                    'Make',
                    `${fieldXml('LastName', textXml('Nair'))}<object>Contact</object>`,
                    'Remove'
                ) +
                elementXml(
                    'recordDeletes',
                    'Remove',
                    `<filterLogic>and</filterLogic>${filterXml('LastName', 'EqualTo', textXml('Rao'))}<object>Contact</object>`,
                    'Remember'
                ) +
                elementXml('assignments', 'Remember', assignXml('made', referenceXml('Make'))) +
                variableXml('changed', 'SObject', 'collection<objectType>Contact</objectType>') +
                variableXml('names', 'String', '', 'out') +
                variableXml('count', 'Number', '<scale>0</scale>', 'out') +
                variableXml('made', 'String', '', 'out')
        )
    });
    store.create(
        'Contact',
        ['Rao', 'Iyer', 'Sen', 'Ramesh'].map((LastName) => ({ LastName })),
        acting
    );
    const result = await engine.run('Tidy', {}, acting);
    const contacts = store.find({ object: 'Contact', orderBy: [{ field: 'LastName' }] });
    expect(result).toMatchObject({ status: 'Finished', outputs: { names: 'Rao;Ramesh;Iyer;', count: 3 } });
    expect(contacts.map(({ LastName, Phone }) => [LastName, Phone])).toEqual([
        ['Iyer', '98765 43210'],
        ['Nair', null],
        ['Ramesh', '98765 43210'],
        ['Sen', null]
    ]);
    expect(result.outputs['made']).toBe(contacts[1]?.['Id']);
});

test('a record that was not found is null, and its fields cannot be read', async () => {
    const find = elementXml(
        'recordLookups',
        'Find',
        `<filterLogic>and</filterLogic>${filterXml('LastName', 'EqualTo', textXml('Nobody'))}<getFirstRecordOnly>true</getFirstRecordOnly>
        <object>Contact</object><storeOutputAutomatically>true</storeOutputAutomatically>`,
        'Use'
    );
    const { engine, acting } = open({
        Use: flowXml(
            startXml('Find') +
                find +
                elementXml('assignments', 'Use', assignXml('name', referenceXml('Find.LastName'))) +
                variableXml('name', 'String', '', 'out')
        )
    });
    expect((await engine.run('Use', {}, acting)).error).toContain(
        "Find.LastName because it hasn't been set or assigned"
    );
});

test('a refused save goes to the fault connector with its reason, and what was saved before stays', async () => {
    const { engine, store, acting } = open({
        Make: flowXml(
            startXml('First') +
                elementXml(
                    'recordCreates',
                    'First',
                    `${fieldXml('LastName', textXml('Das'))}<object>Contact</object>`,
                    'Second'
                ) +
                elementXml(
                    'recordCreates',
                    'Second',
                    `${fieldXml('FirstName', textXml('No last name'))}<object>Contact</object>`,
                    undefined,
                    'Tell'
                ) +
                elementXml('assignments', 'Tell', assignXml('reason', referenceXml('$Flow.FaultMessage'))) +
                variableXml('reason', 'String', '', 'out')
        )
    });
    const { status, outputs } = await engine.run('Make', {}, acting);
    expect(status).toBe('Finished');
    expect(outputs['reason']).toMatch(/create records: REQUIRED_FIELD_MISSING/);
    expect(store.count({ object: 'Contact' })).toBe(1);
});

test('an unhandled failure takes everything back', async () => {
    const { engine, store, acting } = open({
        Make: flowXml(
            startXml('First') +
                elementXml(
                    'recordCreates',
                    'First',
                    `${fieldXml('LastName', textXml('Das'))}<object>Contact</object>`,
                    'Second'
                ) +
                elementXml(
                    'recordCreates',
                    'Second',
                    `${fieldXml('FirstName', textXml('No last name'))}<object>Contact</object>`
                )
        )
    });
    expect((await engine.run('Make', {}, acting)).error).toMatch(/^Second: /);
    expect(store.count({ object: 'Contact' })).toBe(0);
});

test.each([
    ['last', 'false', 'Iyer Ann;Iyer Zoe;Iyer ;Rao Mia;'],
    ['first', 'true', 'Iyer ;Iyer Ann;Iyer Zoe;Rao Mia;']
])('a collection is sorted by several fields, blanks %s', async (_where, blanksFirst, expected) => {
    const option = (field: string) =>
        `<sortOptions><doesPutEmptyStringAndNullFirst>${blanksFirst}</doesPutEmptyStringAndNullFirst>
        <sortField>${field}</sortField><sortOrder>Asc</sortOrder></sortOptions>`;
    const { engine, store, acting } = open({
        Sort: flowXml(
            startXml('Find') +
                elementXml(
                    'recordLookups',
                    'Find',
                    `<filterLogic>and</filterLogic>${filterXml('LastName', 'NotEqualTo', textXml(''))}<getFirstRecordOnly>false</getFirstRecordOnly>
                    <object>Contact</object><storeOutputAutomatically>true</storeOutputAutomatically>`,
                    'Sort'
                ) +
                `<collectionProcessors><name>Sort</name><elementSubtype>SortCollectionProcessor</elementSubtype><label>Sort</label>
                <locationX>0</locationX><locationY>0</locationY><collectionProcessorType>SortCollectionProcessor</collectionProcessorType>
                <collectionReference>Find</collectionReference><connector><targetReference>Each</targetReference></connector>
                ${option('LastName')}${option('FirstName')}</collectionProcessors>
                <loops><name>Each</name><label>Each</label><locationX>0</locationX><locationY>0</locationY>
                <collectionReference>Find</collectionReference><iterationOrder>Asc</iterationOrder>
                <nextValueConnector><targetReference>Note</targetReference></nextValueConnector></loops>` +
                elementXml(
                    'assignments',
                    'Note',
                    assignXml('names', textXml('{!names}{!Each.LastName} {!Each.FirstName};')),
                    'Each'
                ) +
                variableXml('names', 'String', '', 'out')
        )
    });
    const names = [
        { LastName: 'Rao', FirstName: 'Mia' },
        { LastName: 'Iyer', FirstName: 'Zoe' },
        { LastName: 'Iyer', FirstName: null },
        { LastName: 'Iyer', FirstName: 'Ann' }
    ];
    store.create('Contact', names, acting);
    expect((await engine.run('Sort', {}, acting)).outputs).toMatchObject({ names: expected });
});
