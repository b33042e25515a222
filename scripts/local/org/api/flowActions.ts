import { Hono } from 'hono';
import { z } from 'zod';
import { ApiError, badRequest, notFound } from './apiError.ts';
import type { FlowVariable } from '../../metadata/flows/definition.ts';
import type { FlowDescription } from '../flows/engine.ts';
import type { ApiVariables, DataContext } from './context.ts';
import { API_ROOT } from './context.ts';
import { parseBody, readJson } from './requestBody.ts';

const inputsShape = z.object({
    inputs: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])))
});

/** `actions/custom/flow`: lists, describes and runs the active autolaunched flows. */
export function flowActionRoutes({ flows, mayRunFlow }: DataContext): Hono<ApiVariables> {
    const app = new Hono<ApiVariables>();

    function describe(name: string): FlowDescription {
        const description = flows.describe(name);
        if (!description) {
            throw notFound(`The requested resource does not exist: there is no active autolaunched flow ${name}`);
        }
        return description;
    }

    app.get('/actions/custom/flow', (c) =>
        c.json({
            actions: flows.callableFlows.map((name) => ({
                label: describe(name).label,
                name,
                type: 'FLOW',
                url: `${API_ROOT}/actions/custom/flow/${name}`
            }))
        })
    );

    app.get('/actions/custom/flow/:name', (c) => {
        const name = c.req.param('name');
        const { label, inputs, outputs } = describe(name);
        return c.json({
            name,
            label,
            type: 'FLOW',
            inputs: inputs.map(parameter),
            outputs: [
                ...outputs.map(parameter),
                { name: 'Flow__InterviewStatus', label: 'Flow Interview Status', type: 'PICKLIST', maxOccurs: 1 }
            ]
        });
    });

    app.post('/actions/custom/flow/:name', async (c) => {
        const name = c.req.param('name');
        const description = describe(name);
        if (!mayRunFlow(name)) {
            throw new ApiError(403, [
                { errorCode: 'INSUFFICIENT_ACCESS', message: `You do not have permission to run the flow ${name}` }
            ]);
        }
        const { inputs } = parseBody(inputsShape, await readJson(c.req.raw));
        const known = new Set(description.inputs.map((input) => input.name));
        const unknown = inputs.flatMap((input) => Object.keys(input)).find((input) => !known.has(input));
        if (unknown !== undefined) {
            throw badRequest('INVALID_INPUT', `The flow ${name} has no input variable ${unknown}`);
        }
        const results = [];
        for (const input of inputs) {
            const result = await flows.run(name, input, c.get('acting'));
            const failed = result.status === 'Error';
            results.push({
                actionName: name,
                errors: failed
                    ? [
                          {
                              statusCode: 'UNKNOWN_EXCEPTION',
                              message: result.error ?? 'The flow failed',
                              fields: []
                          }
                      ]
                    : null,
                isSuccess: !failed,
                outputValues: { ...result.outputs, Flow__InterviewStatus: result.status }
            });
        }
        return c.json(results, results.every((result) => result.isSuccess) ? 200 : 400);
    });

    return app;
}

function parameter({ name, description, dataType, objectType, isCollection }: FlowVariable): object {
    return {
        name,
        label: name,
        description: description ?? null,
        type: dataType.toUpperCase(),
        sobjectType: objectType ?? null,
        required: false,
        maxOccurs: isCollection ? 2000 : 1
    };
}
