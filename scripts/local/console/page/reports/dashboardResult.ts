import * as z from 'zod/mini';
import { ReportResult } from './reportResult.ts';

const Named = z.object({ name: z.string() });

const Break = z.object({ color: z.string(), lowerBound: z.nullable(z.number()), upperBound: z.nullable(z.number()) });

const Visualization = z.object({
    breakPoints: z.optional(z.array(z.object({ aggregateName: z.string(), breaks: z.array(Break) }))),
    groupByType: z.optional(z.string()),
    tableColumns: z.optional(
        z.array(
            z.object({ column: z.string(), type: z.enum(['grouping', 'aggregate', 'detail']), showTotal: z.boolean() })
        )
    )
});

const Component = z.object({
    componentData: z.number(),
    footer: z.nullable(z.string()),
    header: z.nullable(z.string()),
    id: z.string(),
    properties: z.object({
        aggregates: z.array(Named),
        groupings: z.nullable(z.array(Named)),
        maxRows: z.nullable(z.number()),
        visualizationProperties: Visualization,
        visualizationType: z.string()
    }),
    reportId: z.string()
});

/** A dashboard's results, as far as the console shows them (Reports and Dashboards REST API). */
const DashboardResult = z.object({
    componentData: z.array(
        z.object({
            componentId: z.string(),
            reportResult: ReportResult,
            status: z.object({ dataStatus: z.string(), errorMessage: z.nullable(z.string()), refreshDate: z.string() })
        })
    ),
    dashboardMetadata: z.object({
        components: z.array(Component),
        description: z.nullable(z.string()),
        filters: z.array(
            z.object({
                name: z.string(),
                options: z.array(z.object({ id: z.string(), value: z.string() })),
                selectedOption: z.nullable(z.string())
            })
        ),
        layout: z.object({
            components: z.array(
                z.object({ colspan: z.number(), column: z.number(), row: z.number(), rowspan: z.number() })
            ),
            numColumns: z.number(),
            rowHeight: z.number()
        }),
        name: z.string(),
        runningUser: z.object({ displayName: z.string() })
    })
});

export type DashboardResult = z.infer<typeof DashboardResult>;
export type DashboardComponent = z.infer<typeof Component>;
export type BreakPoint = z.infer<typeof Break>;

/** @throws when the org sent something else */
export function readDashboardResult(content: unknown): DashboardResult {
    return z.parse(DashboardResult, content);
}
