import { Hono } from 'hono';
import type { ExternalAction } from '../externalServices/externalServices.ts';
import { notFound, unsupported } from './apiError.ts';
import type { ApiVariables, DataContext } from './context.ts';
import { API_ROOT } from './context.ts';

/** `actions/custom/externalService`: the operations of the package's registrations, as flows see them. */
export function externalServiceActionRoutes({ externalActions }: DataContext): Hono<ApiVariables> {
    const app = new Hono<ApiVariables>();
    const url = (name: string): string => `${API_ROOT}/actions/custom/externalService/${name}`;
    app.get('/actions/custom/externalService', (c) =>
        c.json({
            actions: [...externalActions.keys()].map((name) => ({
                label: name,
                name,
                type: 'EXTERNALSERVICE',
                url: url(name)
            }))
        })
    );
    app.get('/actions/custom/externalService/:name', (c) => {
        const action = externalActions.get(c.req.param('name'));
        if (!action) {
            throw notFound();
        }
        return c.json(describe(action));
    });
    app.post('/actions/custom/externalService/:name', () => {
        throw unsupported('running an external service action by itself; run a flow that calls it');
    });
    return app;
}

function describe({ name, inputs, outputs }: ExternalAction): object {
    const parameter = (parameterName: string, dataType: string, required: boolean): object => ({
        name: parameterName,
        label: parameterName,
        type: dataType === 'text' ? 'STRING' : dataType.toUpperCase(),
        required,
        maxOccurs: 1
    });
    return {
        name,
        label: name,
        type: 'EXTERNALSERVICE',
        inputs: inputs.map((input) => parameter(input.name, input.dataType, input.required)),
        outputs: outputs.map((output) => parameter(output.name, output.dataType, false))
    };
}
