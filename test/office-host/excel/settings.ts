import { invalidArgument, itemNotFound } from '../engine/errors';
import { HostObject, type HostClass } from '../engine/hostClass';
import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';

interface SettingState {
  readonly book: Book;
  readonly key: string;
}
const setting = (book: Book, key: unknown): HostObject | null =>
  book.settings.has(String(key)) ? HostObject.of(SETTING, { book, key: String(key) }) : null;

/** Settings of this add-in in this file, kept as JSON text; one store with `Office.context.document.settings`. */
export const SETTINGS: HostClass<Book> = {
  name: 'SettingCollection',
  items: (book) => [...book.settings.keys()].map((key) => HostObject.of(SETTING, { book, key })),
  item: setting,
  methods: {
    GetCount: (book) => book.settings.size,
    GetItemOrNullObject: (book, args) => setting(book, args.text(0)),
    Add: (book, args) => {
      book.settings.set(args.text(0), JSON.stringify(args.raw(1) ?? null));
      book.emit('settingsChanged');
      return HostObject.of(SETTING, { book, key: args.text(0) });
    },
  },
};

const SETTING: HostClass<SettingState> = {
  name: 'Setting',
  identity: ({ key }) => ({ _Id: key }),
  scalars: {
    Key: { get: ({ key }) => key },
    _Id: { get: ({ key }) => key },
    Value: {
      get: ({ book, key }) => {
        const json = book.settings.get(key);
        if (json === undefined) throw itemNotFound();
        return JSON.parse(json) as unknown;
      },
      set: ({ book, key }, value) => {
        book.settings.set(key, JSON.stringify(value ?? null));
        book.emit('settingsChanged');
      },
    },
  },
  methods: {
    Delete: ({ book, key }) => {
      book.settings.delete(key);
      book.emit('settingsChanged');
    },
  },
};

interface PropertyState {
  readonly sheet: Sheet;
  readonly key: string;
}
const property = (sheet: Sheet, key: unknown): HostObject | null => {
  const found = [...sheet.customProperties.keys()].find((each) => each.toLowerCase() === String(key).toLowerCase());
  return found === undefined ? null : HostObject.of(CUSTOM_PROPERTY, { sheet, key: found });
};

export const CUSTOM_PROPERTIES: HostClass<Sheet> = {
  name: 'WorksheetCustomPropertyCollection',
  items: (sheet) => [...sheet.customProperties.keys()].map((key) => HostObject.of(CUSTOM_PROPERTY, { sheet, key })),
  item: property,
  methods: {
    GetCount: (sheet) => sheet.customProperties.size,
    GetItemOrNullObject: (sheet, args) => property(sheet, args.text(0)),
    Add: (sheet, args) => {
      const key = args.text(0);
      if (key === '' || key.length > 255) throw invalidArgument();
      sheet.customProperties.set(key, args.text(1));
      return HostObject.of(CUSTOM_PROPERTY, { sheet, key });
    },
  },
};

const CUSTOM_PROPERTY: HostClass<PropertyState> = {
  name: 'WorksheetCustomProperty',
  identity: ({ key }) => ({ _Id: key }),
  scalars: {
    Key: { get: ({ key }) => key },
    _Id: { get: ({ key }) => key },
    Value: {
      get: ({ sheet, key }) => sheet.customProperties.get(key) ?? '',
      set: ({ sheet, key }, value) => {
        if (typeof value !== 'string') throw invalidArgument();
        sheet.customProperties.set(key, value);
      },
    },
  },
  methods: {
    Delete: ({ sheet, key }) => {
      sheet.customProperties.delete(key);
    },
  },
};
