import { lookup, picklist, text } from './standardFields.ts';
import type { StandardObject } from './standardFields.ts';

/** Reports, dashboards and the folders that hold them, as far as queries ask about them. */
export const analyticsObjects: Readonly<Record<string, StandardObject>> = {
    Folder: {
        label: 'Folder',
        pluralLabel: 'Folders',
        keyPrefix: '00l',
        fields: [
            text('Name', 'Name', 120, { required: true, nameField: true }),
            text('DeveloperName', 'Folder Unique Name', 80, { required: true }),
            picklist('Type', 'Type', ['Report', 'Dashboard'], { required: true })
        ]
    },
    Report: {
        label: 'Report',
        pluralLabel: 'Reports',
        keyPrefix: '00O',
        fields: [
            text('Name', 'Report Name', 40, { required: true, nameField: true }),
            text('DeveloperName', 'Report Unique Name', 80, { required: true }),
            text('Description', 'Description', 255),
            text('FolderName', 'Folder Name', 256),
            picklist('Format', 'Format', ['Tabular', 'Summary', 'Matrix'])
        ]
    },
    Dashboard: {
        label: 'Dashboard',
        pluralLabel: 'Dashboards',
        keyPrefix: '01Z',
        fields: [
            text('Title', 'Title', 80, { required: true, nameField: true }),
            text('DeveloperName', 'Dashboard Unique Name', 80, { required: true }),
            text('Description', 'Description', 255),
            text('FolderName', 'Folder Name', 256),
            lookup('FolderId', 'Folder ID', ['Folder']),
            lookup('RunningUserId', 'Running User ID', ['User'])
        ]
    }
};
