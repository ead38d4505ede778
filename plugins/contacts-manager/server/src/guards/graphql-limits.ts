import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Far above what a screen or an application asks for at once, far below what stops a server. */
export const MAX_ROOT_FIELDS = 10;
export const MAX_OBJECTS = 50;

interface Cost {
  rootFields: number;
  /** Fields that lead to records: each list row asks the database for each of them. */
  objects: number;
}

/**
 * Limits how much one request may ask for by aliases and fragments, which neither the depth nor the page
 * limit counts: three hundred aliases of one list keep SQLite, and with it the server, for minutes.
 */
export function limitSelections(context: ValidationContext): ASTVisitor {
  const measure = (set: SelectionSetNode, isRoot: boolean, open: ReadonlySet<string>): Cost => {
    const cost: Cost = { rootFields: 0, objects: 0 };
    const add = (part: Cost) => {
      cost.rootFields += part.rootFields;
      cost.objects += part.objects;
    };
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        if (isRoot) cost.rootFields += 1;
        if (!selection.selectionSet) continue;
        cost.objects += 1;
        add(measure(selection.selectionSet, false, open));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        add(measure(selection.selectionSet, isRoot, open));
      } else {
        const name = selection.name.value;
        // A fragment inside itself is refused by GraphQL's own rules; here it must only not go on for ever.
        const fragment = open.has(name) ? null : context.getFragment(name);
        if (fragment) add(measure(fragment.selectionSet, isRoot, new Set([...open, name])));
      }
      // Fragments of fragments double with every level; what is too much already need not be counted out.
      if (cost.objects > MAX_OBJECTS || cost.rootFields > MAX_ROOT_FIELDS) return cost;
    }
    return cost;
  };
  return {
    OperationDefinition(node) {
      const { rootFields, objects } = measure(node.selectionSet, true, new Set());
      if (rootFields > MAX_ROOT_FIELDS || objects > MAX_OBJECTS) {
        context.reportError(
          new GraphQLError(
            `Ask for less at once: at most ${MAX_ROOT_FIELDS} fields at the top and ${MAX_OBJECTS} objects in all.`,
            { nodes: [node] },
          ),
        );
      }
    },
  };
}
