import { invalidArgument, itemNotFound } from '../engine/errors';
import { HostObject, type HostClass } from '../engine/hostClass';
import type { Book, CustomXmlPart } from '../model/book';

interface PartState {
  readonly book: Book;
  readonly part: CustomXmlPart;
}
interface Scope {
  readonly book: Book;
  readonly namespace: string | null;
}

/** The namespace of a part's root element. */
function namespaceOf(xml: string): string {
  const root = /^\s*(?:<\?[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:([\w.-]+):)?[\w.-]+([^>]*)>/.exec(xml);
  if (!root) throw invalidArgument();
  const attribute = root[1] === undefined ? 'xmlns' : `xmlns:${root[1]}`;
  const found = new RegExp(`\\s${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(root[2] ?? '');
  return found?.[1] ?? found?.[2] ?? '';
}

const within = ({ book, namespace }: Scope): CustomXmlPart[] =>
  book.customXmlParts.filter((part) => namespace === null || namespaceOf(part.xml) === namespace);
const objectOf = (book: Book, part: CustomXmlPart | undefined): HostObject | null =>
  part ? HostObject.of(PART, { book, part }) : null;
const find = (scope: Scope, id: unknown): HostObject | null =>
  objectOf(
    scope.book,
    within(scope).find((part) => part.id === id),
  );

export const CUSTOM_XML_PARTS: HostClass<Scope> = {
  name: 'CustomXmlPartCollection',
  items: (scope) => within(scope).map((part) => HostObject.of(PART, { book: scope.book, part })),
  item: find,
  methods: {
    GetCount: (scope) => within(scope).length,
    GetItemOrNullObject: (scope, args) => find(scope, args.text(0)),
    GetByNamespace: ({ book }, args) => HostObject.of(SCOPED, { book, namespace: args.text(0) }),
    Add: ({ book }, args) => {
      const xml = args.text(0);
      namespaceOf(xml);
      const part = { id: book.newId(), xml };
      book.customXmlParts.push(part);
      return HostObject.of(PART, { book, part });
    },
  },
};

const SCOPED: HostClass<Scope> = {
  name: 'CustomXmlPartScopedCollection',
  items: (scope) => within(scope).map((part) => HostObject.of(PART, { book: scope.book, part })),
  item: find,
  methods: {
    GetCount: (scope) => within(scope).length,
    GetItemOrNullObject: (scope, args) => find(scope, args.text(0)),
    GetOnlyItem: (scope) => {
      const parts = within(scope);
      if (parts.length !== 1) throw itemNotFound();
      return objectOf(scope.book, parts[0]);
    },
    GetOnlyItemOrNullObject: (scope) => {
      const parts = within(scope);
      return parts.length === 1 ? objectOf(scope.book, parts[0]) : null;
    },
  },
};

const PART: HostClass<PartState> = {
  name: 'CustomXmlPart',
  identity: ({ part }) => ({ Id: part.id }),
  scalars: {
    Id: { get: ({ part }) => part.id },
    NamespaceUri: { get: ({ part }) => namespaceOf(part.xml) },
  },
  methods: {
    GetXml: ({ part }) => part.xml,
    SetXml: ({ part }, args) => {
      namespaceOf(args.text(0));
      part.xml = args.text(0);
    },
    Delete: ({ book, part }) => {
      book.customXmlParts = book.customXmlParts.filter((each) => each !== part);
    },
  },
};
