import { openList, openMore, ROOT, settle } from './moves.mjs';

/** @type {import('./studio.mjs').Shot[]} */
export const WORKSPACE_SHOTS = [
  {
    name: 'more-filters',
    title: 'More filters',
    notice:
      'What is rare stays out of sight until asked for: any, all or none of groups, dates, source, and the fields of your own.',
    async arrange(page) {
      await openList(page, 'active?hasEmail=yes&source=import');
      await page.getByRole('button', { name: 'More filters' }).click();
      await page.getByRole('dialog').waitFor();
      await settle(page);
    },
  },
  {
    name: 'numbers',
    title: 'Pasted numbers',
    notice:
      'A column of numbers was pasted into the search field: who has them is listed below, and which of them nobody has can be copied.',
    height: 720,
    async arrange(page) {
      const numbers = [
        '+55 11 96127 0903',
        '+351 912 361 507',
        '+44 7400 102817',
        '+44 20 7946 0000',
      ];
      const query = numbers.map((number) => `numbers=${encodeURIComponent(number)}`).join('&');
      await openList(page, `active?${query}`);
      await page.getByRole('region', { name: 'Pasted numbers' }).waitFor();
      await settle(page);
    },
  },
  {
    name: 'contact',
    title: 'One contact',
    notice:
      'Each field is edited where it stands. Numbers can be copied, called and written to; below are the notes of the team and everything that ever happened, with who, when, before and after.',
    height: 1300,
    async arrange(page) {
      await openList(page, 'active?search=zephyr');
      await page.getByRole('link', { name: 'Zephyrine Okonkwo-Lindqvist' }).click();
      await page.getByRole('heading', { name: 'History of this contact' }).waitFor();
      await settle(page);
    },
  },
  {
    name: 'export-dialog',
    title: 'Export',
    notice:
      'Whatever is ticked, in the columns one chooses. Imported again, the file changes nothing.',
    async arrange(page) {
      await openList(page, 'active');
      await page.getByRole('checkbox', { name: 'Select all contacts on this page' }).check();
      const toolbar = page.getByRole('toolbar', { name: 'Bulk actions' });
      await toolbar.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Export', exact: true }).click();
      await page.getByRole('dialog').waitFor();
      await settle(page);
    },
  },
  {
    name: 'duplicates',
    title: 'Duplicates',
    notice: 'Two contacts that are likely one person, side by side, with the reason.',
    async arrange(page) {
      await page.goto(`${ROOT}/duplicates`);
      await page
        .getByRole('button', { name: /^Merge / })
        .first()
        .waitFor();
      await settle(page);
    },
  },
  {
    name: 'merge-dialog',
    title: 'Merging two contacts',
    notice:
      'A choice wherever they differ, and what happens to groups, status and numbers before it happens. Undo makes two of them again.',
    async arrange(page) {
      await page.goto(`${ROOT}/duplicates`);
      await page
        .getByRole('button', { name: /^Merge / })
        .first()
        .click();
      await page.getByRole('dialog').getByText('What happens').waitFor();
      await settle(page);
    },
  },
  {
    name: 'history',
    title: 'History',
    notice: 'What, who, when, how many and why; each change can be undone for 30 days.',
    arrange: (page) => openList(page, 'history'),
  },
  {
    name: 'change',
    title: 'One change',
    notice: 'Everybody it changed, with before and after, and whom it left out.',
    async arrange(page) {
      await openList(page, 'history');
      await page.getByRole('link', { name: 'Archived' }).first().click();
      await page.waitForURL(/history\/.+/);
      await page.getByRole('table').waitFor();
      await settle(page);
    },
  },
  {
    name: 'bin',
    title: 'The bin',
    notice: 'Whoever was deleted can be restored for 30 days, as long as the number is still free.',
    height: 720,
    arrange: (page) => openList(page, 'bin'),
  },
  {
    name: 'shortcuts',
    title: 'Keyboard shortcuts',
    notice: 'Behind `?`, and under More. They can be switched off.',
    async arrange(page) {
      await openList(page, 'active');
      await openMore(page, 'Keyboard shortcuts');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'custom-fields',
    title: 'Custom fields',
    notice: 'Defined on a screen, without code or restart, and at once wherever contacts are.',
    role: 'strapi-super-admin',
    async arrange(page) {
      await page.goto('/admin/settings/contacts-manager/custom-fields');
      await page.getByRole('table').waitFor();
      await settle(page);
    },
  },
  {
    name: 'settings',
    title: 'Settings',
    notice: 'In plain words, each with what it means.',
    role: 'strapi-super-admin',
    height: 1200,
    async arrange(page) {
      await page.goto('/admin/settings/contacts-manager/general');
      await page.getByRole('heading', { name: 'Contacts: General' }).waitFor();
      await settle(page);
    },
  },
];
