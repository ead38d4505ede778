import type { Page } from 'playwright-core';
import type { AdminClient } from '../../../scripts/lib/admin-client.mjs';
import { API } from './panel';

/**
 * A field of each type: what is chosen on the settings screen, typed on the form, read on the screens, and what
 * applications are given.
 */
export const FIELDS = [
  { label: 'Employer', type: 'Text', typed: 'Rao & Co', shown: 'Rao & Co', value: 'Rao & Co' },
  {
    ...{ label: 'Story so far', type: 'Long text', typed: 'Met at the fair' },
    ...{ shown: 'Met at the fair', value: 'Met at the fair' },
  },
  { label: 'Score', type: 'Number', typed: '1234.5', shown: '1,234.5', value: 1234.5 },
  { label: 'Speaks French', type: 'Yes or no', chosen: 'Yes', shown: 'Yes', value: true },
  {
    ...{ label: 'Birthday', type: 'Date', typed: '2000-02-29' },
    ...{ shown: 'Feb 29, 2000', value: '2000-02-29' },
  },
  {
    ...{ label: 'Shirt', type: 'Single choice', options: 'Small\nLarge', chosen: 'Large' },
    ...{ shown: 'Large', value: 'Large' },
  },
  {
    ...{ label: 'Drinks', type: 'Several choices', options: 'Tea\nCoffee, black' },
    ...{ ticked: 'Coffee, black', shown: 'Coffee, black', value: ['Coffee, black'] },
  },
  {
    ...{ label: 'Office mail', type: 'E-mail address', typed: 'asha@office.example' },
    ...{ shown: 'asha@office.example', value: 'asha@office.example' },
  },
  {
    ...{ label: 'Web page', type: 'Link', typed: 'https://example.com/asha' },
    ...{ shown: 'https://example.com/asha', value: 'https://example.com/asha' },
  },
] as const;
export const LABELS: readonly string[] = FIELDS.map(({ label }) => label);

/** Other files of the run share the server, and expect the form and the template of a new one. */
export async function removeFields(owner: AdminClient): Promise<void> {
  const { results } = await owner.get(`${API}/custom-fields`);
  for (const { documentId } of results) {
    await owner.delete(`${API}/custom-fields/${documentId}`);
  }
}

/** Fills in a form that shows them. */
export async function fillInFields(page: Page): Promise<void> {
  for (const field of FIELDS) {
    if ('typed' in field) await page.getByLabel(field.label).fill(field.typed);
    if ('chosen' in field) {
      await page.getByRole('combobox', { name: field.label, exact: true }).click();
      await page.getByRole('option', { name: field.chosen, exact: true }).click();
    }
    if ('ticked' in field) {
      await page.getByRole('button', { name: field.label }).click();
      await page.getByRole('checkbox', { name: field.ticked }).check();
      await page.keyboard.press('Escape');
    }
  }
}
