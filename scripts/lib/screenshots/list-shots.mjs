import { openList, pickFromMenu, ROOT, settle } from './moves.mjs';

/** @type {import('./studio.mjs').Shot[]} */
export const LIST_SHOTS = [
  {
    name: 'empty',
    title: 'No contacts yet',
    notice: 'A new installation says what to do first.',
    before: 'people',
    async arrange(page) {
      await page.goto(`${ROOT}/active`);
      await page.getByText('No contacts yet.').waitFor();
      await settle(page);
    },
  },
  {
    name: 'list',
    title: 'The list',
    notice:
      "The newest first. A contact's groups are tags; `+1` opens the rest. Created At has the time below the date, in the time zone of whoever looks. On a phone each row is a card, with its menu in the corner.",
    arrange: (page) => openList(page, 'active'),
  },
  {
    name: 'search',
    title: 'Search',
    notice:
      '"mari" finds Μαρία and مريم by their e-mail addresses, which show under the names while one searches. The line above the table says what the other tabs hold; each is a link. The address bar has the search.',
    height: 720,
    arrange: (page) => openList(page, 'active?search=mari'),
  },
  {
    name: 'bulk-toolbar',
    title: 'Changing many',
    notice:
      'Four ticked rows. The toolbar has the verbs of the row menu; only those the person has the right to.',
    height: 720,
    async arrange(page) {
      await openList(page, 'active');
      for (const index of [0, 1, 3, 4]) {
        await page.locator('tbody tr[data-ticked]').nth(index).getByRole('checkbox').check();
      }
      await page.getByText('4 contacts selected').waitFor();
    },
  },
  {
    name: 'archive-dialog',
    title: 'Archive',
    notice: 'What archiving means, which groups it touches, and an optional reason.',
    height: 720,
    async arrange(page) {
      await openList(page, 'active?search=zephyr');
      await pickFromMenu(page, 'Zephyrine Okonkwo-Lindqvist', 'Archive');
      await page.getByText('In 2 groups').waitFor();
    },
  },
  {
    name: 'block-dialog',
    title: 'Block',
    notice: 'Blocking needs a reason.',
    height: 720,
    async arrange(page) {
      await openList(page, 'active?search=quillfea');
      await pickFromMenu(page, 'Ødegård Quillfeather', 'Block');
      await page.getByText('In 2 groups').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Block', exact: true }).click();
      await page.getByText('Enter a reason for blocking.').waitFor();
    },
  },
  {
    name: 'unblock-dialog',
    title: 'Unblock',
    notice: 'Who blocked, when and why stands above the button that undoes it.',
    height: 720,
    async arrange(page) {
      await openList(page, 'blocked?search=vandersl');
      await pickFromMenu(page, 'Xiomara Vandersloot', 'Unblock');
      await page.getByText(/^Blocked by /).waitFor();
      await page.getByText('In 2 groups').waitFor();
    },
  },
  {
    name: 'groups',
    title: 'Groups',
    notice:
      'Colour, what it is for, and members by status; each number leads to the list of exactly these people.',
    arrange: (page) => openList(page, 'groups'),
  },
  {
    name: 'categories',
    title: 'Categories',
    notice: 'The same care for categories, under More.',
    height: 720,
    arrange: (page) => openList(page, 'categories'),
  },
  {
    name: 'no-permission',
    title: 'Not allowed',
    notice: 'A contacts agent has opened the address of the categories.',
    role: 'contacts-agent',
    height: 720,
    async arrange(page) {
      await page.goto(`${ROOT}/categories`);
      await page
        .getByText(/permission/i)
        .first()
        .waitFor();
      await settle(page);
    },
  },
];
