import ExcelJS from 'exceljs';

/** Who is photographed. Names, numbers and addresses are those of the fictional demo people. */

/** @typedef {import('../admin-client.mjs').AdminClient} AdminClient */

/** Some people in every tab. @param {AdminClient} manager */
export async function arrangePeople(manager) {
  const found = async (/** @type {string} */ search) =>
    (await manager.get(`/contacts-manager/contacts?search=${search}&pageSize=6`)).results.map(
      (/** @type {{ documentId: string }} */ { documentId }) => documentId,
    );
  const change = (
    /** @type {string} */ action,
    /** @type {string[]} */ ids,
    /** @type {string} */ reason,
  ) =>
    manager.post('/contacts-manager/contacts/bulk', {
      action,
      selection: { kind: 'ids', ids },
      reason,
    });
  const maries = await found('mari');
  await change('archive', maries.slice(0, 3), 'Course finished');
  await change('block', maries.slice(3, 4), 'Asked us not to write any more');
  await change('archive', (await found('ali')).slice(0, 2), 'Moved away');
  await change('block', await found('Xiomara'), 'Sent advertising to the whole class');
  const moved = (await found('ali')).slice(0, 1);
  await change('delete', moved, '');
  await addTwins(manager);
  await describe(manager, 'groups', GROUPS);
  await describe(manager, 'categories', CATEGORIES);
}

/** One person, entered twice. @param {AdminClient} manager */
async function addTwins(manager) {
  const email = 'tomasz.wisniewski@example.com';
  await manager.post('/contacts-manager/contacts', {
    ...{ name: 'Tomasz Wiśniewski', primaryContact: '+48 512 345 678', email },
    notes: 'Asked about the evening course',
  });
  await manager.post('/contacts-manager/contacts', {
    ...{ name: 'Tomek Wisniewski', primaryContact: '+48 512 345 679', email },
  });
}

/** Some fields of every kind of use. @param {AdminClient} owner */
export async function addCustomFields(owner) {
  const fields = [
    { label: 'Company', type: 'text' },
    { label: 'Date of birth', type: 'date' },
    { label: 'Language', type: 'choice', options: ['English', 'French', 'Hindi'], required: false },
    { label: 'Interests', type: 'choices', options: ['Evening course', 'Choir', 'Sports'] },
    { label: 'Website', type: 'link', help: 'With https:// in front' },
  ];
  for (const field of fields) await owner.post('/contacts-manager/custom-fields', field);
}

/** @typedef {Record<string, [color: string, description: string]>} Descriptions */

/** @type {Descriptions} */
const GROUPS = {
  'Alumni network': ['#6366f1', 'Everybody who has finished a course'],
  'Careers fair': ['#3b82f6', 'Invited to the fair in spring'],
  'Certificate course': ['#30a46c', 'Runs until summer'],
  Choir: ['#9b51e0', 'Rehearses on Tuesdays'],
  'Degree 2026': ['#f76b15', 'Finishes in 2026'],
  'Degree 2027': ['#f76b15', 'Finishes in 2027'],
  'Degree 2028': ['#f76b15', 'Finishes in 2028'],
};
/** @type {Descriptions} */
const CATEGORIES = {
  Alumni: ['#6366f1', 'Has finished a course'],
  Customer: ['#3b82f6', 'Buys in the shop'],
  Inbound: ['#8e8ea9', 'Wrote to us first'],
  Lead: ['#f76b15', 'Asked about a course'],
  Student: ['#30a46c', 'Is on a course'],
};

/**
 * @param {AdminClient} manager
 * @param {'groups' | 'categories'} kind @param {Descriptions} descriptions
 */
async function describe(manager, kind, descriptions) {
  const { results } = await manager.get(`/contacts-manager/${kind}`);
  for (const { documentId, name } of results) {
    const [color, description] = descriptions[name] ?? [];
    if (color) await manager.put(`/contacts-manager/${kind}/${documentId}`, { color, description });
  }
}

/**
 * A file as people send it: new people, one who is there, an unknown group, a misspelt category and one
 * problem of each everyday kind.
 * @param {string} file
 */
export async function writeProblemWorkbook(file) {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Contacts').addRows([
    ['Name', 'Category', 'Primary Contact', 'Secondary Contact', 'Email', 'Groups', 'Notes'],
    ['Amara Nwosu', 'Student', '+234 803 555 7101', '', 'amara@example.com', 'Degree 2028', ''],
    ['Bruno Castellani', 'Student', '+39 347 555 7102', '', '', 'Degree 2028, Choir', ''],
    ['Chiara Lombardi', 'Student', '+39 347 55', '', 'chiara@example.com', 'Degree 2028', ''],
    ['Dae-jung Kim', 'Studnet', '+82 10 5557 7104', '', '', 'Degree 2028', ''],
    ['Zephyrine Okonkwo-Lindqvist', 'Student', '+234 802 196 4073', '', '', 'Degree 2026', ''],
    ['Emeka Adeyemi', 'Student', '9.19877E+11', '', 'emeka@example.com', 'Degree 2028', ''],
    ['Farah Haddad', 'Student', '+971 50 555 7107', '', 'farah(at)example.com', 'Hostel', ''],
    ['Goran Petrov', 'Student', '+359 88 555 7108', '', '', 'Rowing club', ''],
    ['Amara N.', 'Student', '00234 803 555 7101', '', '', 'Degree 2028', ''],
    ['Hana Suzuki', 'Student', '+81 90 5557 7110', '', 'hana@example.com', 'Hostel', ''],
    ['Ines Moreau', 'Parent', '+33 6 55 57 71 11', '', '', 'Newsletter', 'Mother of Louis'],
  ]);
  await workbook.xlsx.writeFile(file);
}
