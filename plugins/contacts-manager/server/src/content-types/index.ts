import operation from './operation/schema.json';
import importSchema from './import/schema.json';

export default { operation: { schema: operation }, import: { schema: importSchema } };
