import {
  GraphQLError,
  Kind,
  KnownFragmentNamesRule,
  NoFragmentCyclesRule,
  parse,
  validate,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Far above what a screen or an application asks for at once, far below what stops a server. */
export const MAX_ROOT_FIELDS = 10;
export const MAX_OBJECTS = 50;
/** Fields and fragments, each as often as its fragments are spread. */
export const MAX_SELECTIONS = 2_000;
/** Operations and fragments of one document: rules follow fragments of fragments by recursion. */
export const MAX_DEFINITIONS = 200;

interface Cost {
  /** On this level itself: what a fragment adds to the set it is spread in. */
  fields: number;
  /** Fields that lead to records: each list row asks the database for each of them. */
  objects: number;
  selections: number;
}

const NOTHING: Cost = { fields: 0, objects: 0, selections: 0 };

const sumOf = (left: Cost, right: Cost): Cost => ({
  fields: left.fields + right.fields,
  objects: left.objects + right.objects,
  selections: left.selections + right.selections,
});

/** What a set of selections costs, with its fragments opened. Each fragment is looked at once, however often it is spread. */
function createMeasure(context: ValidationContext): (set: SelectionSetNode) => Cost {
  const known = new Map<string, Cost>();
  const costOfFragment = (name: string): Cost => {
    const before = known.get(name);
    if (before) return before;
    // A fragment inside itself is refused by GraphQL's own rules; here it must only not go on for ever.
    known.set(name, NOTHING);
    const fragment = context.getFragment(name);
    const cost = fragment ? measure(fragment.selectionSet) : NOTHING;
    known.set(name, cost);
    return cost;
  };
  const measure = (set: SelectionSetNode): Cost => {
    let cost: Cost = { ...NOTHING, selections: set.selections.length };
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        cost = sumOf(cost, costOfFragment(selection.name.value));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        cost = sumOf(cost, measure(selection.selectionSet));
      } else if (selection.selectionSet) {
        const inner = measure(selection.selectionSet);
        // `__schema` leads to no record, and what tools ask of it has seventy objects.
        const objects = selection.name.value.startsWith('__') ? 0 : inner.objects + 1;
        cost = sumOf(cost, { ...inner, fields: 1, objects });
      } else cost.fields += 1;
    }
    return cost;
  };
  return measure;
}

/**
 * Limits how much one request may ask for by aliases and fragments, which neither the depth nor the page
 * limit counts: three hundred aliases of one list keep SQLite, and with it the server, for minutes.
 */
export function limitSelections(context: ValidationContext): ASTVisitor {
  const measure = createMeasure(context);
  return {
    OperationDefinition(node) {
      const { fields, objects, selections } = measure(node.selectionSet);
      const isTooMuch =
        fields > MAX_ROOT_FIELDS || objects > MAX_OBJECTS || selections > MAX_SELECTIONS;
      if (!isTooMuch) return;
      context.reportError(
        new GraphQLError(
          `Ask for less at once: at most ${MAX_ROOT_FIELDS} fields at the top, ${MAX_OBJECTS} objects ` +
            `and ${MAX_SELECTIONS} fields in all.`,
          { nodes: [node] },
        ),
      );
    },
  };
}

/** What has to hold before the other rules may look, those of GraphQL itself included. */
function findRefusal(schema: GraphQLSchema, document: DocumentNode): GraphQLError | undefined {
  if (document.definitions.length > MAX_DEFINITIONS) {
    return new GraphQLError(
      `Ask for less at once: at most ${MAX_DEFINITIONS} operations and fragments.`,
    );
  }
  const rules = [KnownFragmentNamesRule, NoFragmentCyclesRule, limitSelections];
  return validate(schema, document, rules)[0];
}

/** By the document that stands in for the refused one. */
const refusals = new WeakMap<DocumentNode, GraphQLError>();

/** The rule that says why, where `refuseEarly` has put another document in place of what was asked. */
export function reportRefusal(context: ValidationContext): ASTVisitor {
  return {
    Document(node) {
      const refusal = refusals.get(node);
      if (refusal) context.reportError(refusal);
    },
  };
}

interface Request {
  schema: GraphQLSchema;
  document: DocumentNode;
}

/**
 * A plugin of the Apollo server that comes before all rules. Strapi's own rule about depth stands first among them and
 * opens each fragment wherever it is spread: fragments of fragments double its work with every level, and one that holds
 * itself or does not exist breaks it. A plugin cannot answer itself, so it shows the rules a document without content.
 */
export const refuseEarly = {
  // eslint-disable-next-line @typescript-eslint/require-await -- Apollo waits for a promise
  async requestDidStart() {
    return {
      // eslint-disable-next-line @typescript-eslint/require-await
      async validationDidStart(request: Request): Promise<void> {
        const refusal = findRefusal(request.schema, request.document);
        if (!refusal) return;
        request.document = parse('{ __typename }');
        refusals.set(request.document, refusal);
      },
    };
  },
};
