import { fieldError } from '../../../../shared/errors';
import {
  EMPTY_DEFINITION,
  findDefinitionProblems,
  newBodyOf,
  optionsIn,
  placeDefinitionProblems,
  type DefinitionForm,
} from './definition-form';

const form = (more: Partial<DefinitionForm>): DefinitionForm => ({
  ...EMPTY_DEFINITION,
  label: 'Size',
  ...more,
});

test('options are the lines that say something', () => {
  expect(optionsIn(form({ type: 'choice', options: ' S \n\nM, slim\n' }))).toEqual([
    'S',
    'M, slim',
  ]);
  expect(optionsIn(form({ type: 'text', options: 'S' }))).toEqual([]);
});

test('what is wrong is named at its place', () => {
  expect(findDefinitionProblems(form({}))).toEqual({});
  expect(findDefinitionProblems(form({ label: ' ', key: '1st' }))).toEqual({
    label: 'name.invalid',
    key: 'request.invalid',
  });
  expect(findDefinitionProblems(form({ key: 'email' }))).toEqual({ key: 'request.invalid' });
  expect(findDefinitionProblems(form({ type: 'choice' }))).toEqual({ options: 'field.options' });
  expect(
    findDefinitionProblems(form({ type: 'choices', options: 'Tea\ntea', defaultValue: ['Beer'] })),
  ).toEqual({ options: 'field.options', defaultValue: 'field.choice' });
});

test('an empty key is left for the server to make', () => {
  expect(newBodyOf(form({}))).not.toHaveProperty('key');
  expect(newBodyOf(form({ key: 'size' }))).toMatchObject({ key: 'size', help: null });
});

test('the server’s problems stand at the fields of the dialog', () => {
  expect(placeDefinitionProblems([fieldError(['label'], 'field.label-taken')])).toEqual({
    label: 'field.label-taken',
  });
  expect(placeDefinitionProblems([fieldError(['type'], 'request.invalid')])).toBeNull();
  expect(placeDefinitionProblems([])).toBeNull();
});
