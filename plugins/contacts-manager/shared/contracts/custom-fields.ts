import { z } from 'zod';
import {
  FIELD_KEY,
  FIELDS_MAX,
  FIELD_TYPES,
  HELP_MAX,
  OPTIONS_MAX,
  RESERVED_KEYS,
  type CustomField,
} from '../custom-fields';
import { nameSchema } from '../contact';

/** The attributes that can change as long as the field is there. */
const shape = {
  label: nameSchema,
  options: z.array(nameSchema).max(OPTIONS_MAX),
  required: z.boolean(),
  help: z
    .string()
    .trim()
    .max(HELP_MAX)
    .nullable()
    .transform((help) => help || null),
  /** Read as a value of the field, so that its problems have the codes of values. */
  defaultValue: z.unknown(),
};

/** POST /custom-fields. Without a key one is made from the label. */
export const newFieldBody = z.object({
  label: shape.label,
  options: shape.options.default([]),
  required: shape.required.default(false),
  help: shape.help.default(null),
  defaultValue: shape.defaultValue,
  key: z
    .string()
    .regex(FIELD_KEY)
    .refine((key) => !RESERVED_KEYS.includes(key))
    .optional(),
  type: z.enum(FIELD_TYPES),
});
export type NewFieldBody = z.output<typeof newFieldBody>;
export type NewFieldBodyInput = z.input<typeof newFieldBody>;

/** PUT /custom-fields/:documentId: key and type stay what they are. Absent attributes keep their value. */
export const fieldBody = z.object(shape).partial();
export type FieldBody = z.output<typeof fieldBody>;
export type FieldBodyInput = z.input<typeof fieldBody>;

/** POST /custom-fields/order: all documentIds in their new order. */
export const fieldOrderBody = z.object({ documentIds: z.array(z.string()).max(2 * FIELDS_MAX) });
export type FieldOrderBody = z.output<typeof fieldOrderBody>;

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
