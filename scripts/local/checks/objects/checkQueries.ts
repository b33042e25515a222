import { Kind, parse, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { buildGraphqlSchema } from '../../org/graphql/graphqlSchema.ts';
import { isOptional } from '../../org/graphql/optionalFields.ts';
import { hasNoPermissions } from '../../org/permissions/schemaView.ts';
import type { OrgSchema } from '../../metadata/objects/schema.ts';
import type { Finding } from '../finding.ts';
import type { PackageModel } from '../read/packageModel.ts';
import { fieldAt, modelOf } from '../read/packageModel.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { Role } from '../read/roles.ts';
import { mayReadField, mayReadObject, rolesOf } from '../read/roles.ts';
import { openFilters } from './openFilters.ts';

const QUERY = /\bgql`([^`]*)`/g;
const FILTER = '_Filter';
const AGGREGATE = 'Aggregate';

/** Everybody sees users; who may read a campaign reads its members, who have no permissions of their own. */
const ALWAYS_OPEN = new Set(['User', 'CampaignMember']);

/** Neither can be hidden: an object without its id is no object, and the rest is not the object's. */
const NEVER_HIDDEN = new Set(['Id', 'ApiName', 'DisplayValue']);

/**
 * GraphQL queries of components: they ask for what the objects have, every user of the package's app may read all of
 * it, and what an administrator may hide from somebody is marked `@optional`. UI API answers a query about a field that
 * the user cannot read with an error and no data, unless the field is marked so.
 */
export function checkQueries(project: Project, org: OrgSchema): Finding[] {
    const schema = buildGraphqlSchema(org);
    const model = modelOf(project);
    return queriesIn(project).flatMap(({ file, text }) => {
        const read = readQuery(text, schema);
        if ('problems' in read) {
            return read.problems.map((what) => ({ file, what, mend: 'Correct the query.' }));
        }
        const { document } = read;
        const users = usersOf(project, file);
        const spared = optionalObjects(document, schema);
        return [
            ...fieldsAskedFor(document, schema, org)
                .flatMap((path) => unreadable(path, users, model, org, spared))
                .map((what) => ({ file, what, mend: 'Let the role read it, or leave it out of the query.' })),
            ...unmarkedFields(document, schema, org).map((path) => ({
                file,
                what: `${path} is not @optional`,
                mend: 'Mark it, and read the answer without it: one hidden field fails the whole query.'
            })),
            ...openFilters(document).map((name) => ({
                file,
                what: `$${name} filters and may be null`,
                mend: 'Declare it with "!", and send a value that nothing has: a filter by null may fall away, and anybody comes back.'
            }))
        ];
    });
}

export interface Query {
    readonly file: string;
    readonly text: string;
}

/** Every GraphQL document in the components. */
export function queriesIn(project: Project): Query[] {
    return [...project.files]
        .filter(([file]) => file.includes('/lwc/') && file.endsWith('.ts'))
        .flatMap(([file, source]) =>
            [...source.matchAll(QUERY)].map(({ 1: text = '', index }) => ({
                file: `${file}:${source.slice(0, index).split('\n').length}`,
                text
            }))
        );
}

type ReadQuery = { readonly document: DocumentNode } | { readonly problems: readonly string[] };

function readQuery(text: string, schema: GraphQLSchema): ReadQuery {
    try {
        const document = parse(text);
        const problems = validate(schema, document).map(({ message }) => message);
        return problems.length > 0 ? { problems } : { document };
    } catch (error) {
        return { problems: [error instanceof Error ? error.message : String(error)] };
    }
}

/** `Contact.Title` for every field that the query shows, adds up or filters by. */
function fieldsAskedFor(document: DocumentNode, schema: GraphQLSchema, org: OrgSchema): string[] {
    const types = new TypeInfo(schema);
    const asked = new Set<string>();
    const ask = (object: string | undefined, name: string): void => {
        if (object !== undefined && org.objects.get(object)?.fields.has(name)) {
            asked.add(`${object}.${name}`);
        }
    };
    visit(
        document,
        visitWithTypeInfo(types, {
            enter(node) {
                if (node.kind === Kind.FIELD) {
                    const holder = types.getParentType()?.name ?? '';
                    ask(holder.endsWith(AGGREGATE) ? holder.slice(0, -AGGREGATE.length) : holder, node.name.value);
                } else if (node.kind === Kind.OBJECT_FIELD) {
                    const holder = String(types.getParentInputType());
                    ask(holder.endsWith(FILTER) ? holder.slice(0, -FILTER.length) : undefined, node.name.value);
                }
            }
        })
    );
    return [...asked];
}

/** Values, parents and child rows of a record, and standard objects, that the query cannot do without. */
function unmarkedFields(document: DocumentNode, schema: GraphQLSchema, org: OrgSchema): string[] {
    const types = new TypeInfo(schema);
    const unmarked: string[] = [];
    visit(
        document,
        visitWithTypeInfo(types, {
            Field(field) {
                const parent = types.getParentType()?.name ?? '';
                const name = field.name.value;
                const mayBeHidden =
                    parent === 'RecordQuery'
                        ? org.objects.get(name)?.custom === false
                        : org.objects.has(parent) && !NEVER_HIDDEN.has(name);
                if (mayBeHidden && !isOptional(field)) {
                    unmarked.push(parent === 'RecordQuery' ? name : `${parent}.${name}`);
                }
            }
        })
    );
    return unmarked;
}

/** Objects that the answer goes without where a user may not read them. */
function optionalObjects(document: DocumentNode, schema: GraphQLSchema): ReadonlySet<string> {
    const types = new TypeInfo(schema);
    const optional = new Set<string>();
    visit(
        document,
        visitWithTypeInfo(types, {
            Field(field) {
                if (types.getParentType()?.name === 'RecordQuery' && isOptional(field)) {
                    optional.add(field.name.value);
                }
            }
        })
    );
    return optional;
}

function roomOf(file: string): string {
    return file.split('/lwc/')[0]?.split('/applications/')[0] ?? '';
}

/** Who has an app of the query's room; where the room has none, who has any app of the package. */
function usersOf(project: Project, file: string): Role[] {
    const apps = componentsOf(project, 'CustomApplication');
    const own = apps.filter((app) => roomOf(app.file) === roomOf(file));
    const shown = (own.length > 0 ? own : apps).map(({ name }) => name);
    return rolesOf(project).filter((role) =>
        shown.some((app) => role.sets.some(({ apps: visible }) => visible.has(app)))
    );
}

function unreadable(
    path: string,
    users: readonly Role[],
    model: PackageModel,
    org: OrgSchema,
    spared: ReadonlySet<string>
): string[] {
    const [object = '', name = ''] = path.split('.');
    const facts = fieldAt(model, object, name);
    const field = org.objects.get(object)?.fields.get(name);
    if (!facts || !field || ALWAYS_OPEN.has(object)) {
        return [];
    }
    // No profile is known to open a standard field, so the package's sets do.
    const isOpened = (role: Role): boolean =>
        field.custom || hasNoPermissions(field) || role.sets.some(({ fields }) => fields.has(path));
    return users
        .filter((role) => !spared.has(object) || mayReadObject(role, object))
        .filter((role) => !mayReadField(role, object, facts) || !isOpened(role))
        .map((role) => `${role.name} uses the app and cannot read ${path}`);
}
