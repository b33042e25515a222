import { field, text } from './standardFields.ts';
import type { StandardObject } from './standardFields.ts';

/** What flows ask for before they notify, and what they leave. */
export const notificationObjects: Readonly<Record<string, StandardObject>> = {
    CustomNotificationType: {
        label: 'Custom Notification Type',
        pluralLabel: 'Custom Notification Types',
        keyPrefix: '0ML',
        fields: [
            text('DeveloperName', 'API Name', 80, { required: true, nameField: true, unique: true }),
            text('MasterLabel', 'Label', 80, { required: true })
        ]
    },
    // What the bell shows. The platform keeps it where no query finds it.
    LocalNotification: {
        label: 'Notification',
        pluralLabel: 'Notifications',
        keyPrefix: '0Zn',
        fields: [
            text('Title', 'Title', 250, { required: true, nameField: true }),
            field('Body', 'Body', 'TextArea', { length: 750 }),
            text('TargetId', 'Target', 18),
            text('RecipientIds', 'Recipients', 20000, { required: true })
        ]
    }
};
