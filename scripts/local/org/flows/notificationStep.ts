import type { FieldValues } from '../records.ts';
import type { NotificationElement } from '../../metadata/flows/definition.ts';
import { ElementFault } from './failures.ts';
import type { FlowValue } from './flowValue.ts';
import type { Interview } from './interview.ts';
import { sourceValue } from './reference.ts';
import type { FlowSteps } from './request.ts';

const MOST_RECIPIENTS = 500;

function textsOf(value: FlowValue): string[] {
    const items = value.kind === 'collection' ? value.items : [value];
    return items.flatMap((item) =>
        item.kind === 'scalar' && typeof item.value.value === 'string' ? [item.value.value] : []
    );
}

/** What the bell is to show; what the platform would not send is a fault. */
function notificationOf(element: NotificationElement, interview: Interview): FieldValues {
    const inputs = new Map(element.inputs.map(({ name, source }) => [name, textsOf(sourceValue(interview, source))]));
    const textOf = (name: string): string => inputs.get(name)?.[0] ?? '';
    const recipients = inputs.get('recipientIds') ?? [];
    const type = textOf('customNotifTypeId');
    if (type === '' || interview.surroundings.store.get('CustomNotificationType', type) === undefined) {
        throw new ElementFault('The custom notification type does not exist.');
    }
    const [Title, Body] = [textOf('title'), textOf('body')];
    if (Title === '' || Body === '') {
        throw new ElementFault('A notification needs a title and a body.');
    }
    if (recipients.length === 0 || recipients.length > MOST_RECIPIENTS) {
        throw new ElementFault(`A notification needs 1 to ${MOST_RECIPIENTS} recipients.`);
    }
    return { Title, Body, TargetId: textOf('targetId'), RecipientIds: recipients.join(',') };
}

/** Send Custom Notification: the bell of each recipient has it once the transaction is committed. */
export function* sendNotification(element: NotificationElement, interview: Interview): FlowSteps<void> {
    const response = yield {
        kind: 'create',
        key: `${interview.flow.name}/${element.name}/notify`,
        acting: { ...interview.acting, systemContext: true },
        object: 'LocalNotification',
        rows: [notificationOf(element, interview)],
        upsertBy: undefined
    };
    if (response.kind === 'failed') {
        throw response.error;
    }
    const results = response.kind === 'saved' ? response.results : [];
    const errors = results.flatMap((one) => (one.success ? [] : one.errors));
    if (errors.length > 0) {
        throw new ElementFault(errors.map(({ message }) => message).join('; '));
    }
}
