import { z } from 'zod';
import {
  FIELD_KEY,
  FIELD_TYPES,
  OPTIONS_MAX,
  RESERVED_KEYS,
  type CustomField,
} from '../custom-fields';
import { nameSchema } from '../contact';

const options = z.array(nameSchema).max(OPTIONS_MAX);
const shape = {
  label: nameSchema,
  options: options.default([]),
  required: z.boolean().default(false),
  help: z.string().trim().max(500).nullish(),
  defaultValue: z.unknown(),
};

/** POST /custom-fields. Without a key one is made from the label. */
export const newFieldBody = z.object({
  ...shape,
  key: z
    .string()
    .regex(FIELD_KEY)
    .refine((key) => !RESERVED_KEYS.includes(key))
    .optional(),
  type: z.enum(FIELD_TYPES),
});
export type NewFieldBody = z.output<typeof newFieldBody>;

/** PUT /custom-fields/:documentId: key and type stay what they are. Absent attributes keep their value. */
export const fieldBody = z.object(shape).partial();
export type FieldBody = z.output<typeof fieldBody>;

/** POST /custom-fields/order: all documentIds in their new order. */
export const fieldOrderBody = z.object({ documentIds: z.array(z.string()).max(200) });

/** GET /custom-fields (any who may read contacts); also GET /api/contacts-manager/custom-fields for applications. */
export interface FieldsAnswer {
  results: CustomField[];
}
export interface FieldAnswer {
  data: CustomField;
}

/** GET /custom-fields/:documentId/usage: how many contacts have a value, and per option how many chose it. */
export interface FieldUsageAnswer {
  data: { contacts: number; options: Record<string, number> };
}
