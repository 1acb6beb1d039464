import type { ApiLevel } from './apiSets';
import { HostError, invalidArgument, invalidReference, itemNotFound, notEmulated } from './errors';
import { Arguments, HostObject } from './hostClass';
import {
  ActionType,
  PathType,
  type Action,
  type ArgumentInfo,
  type ObjectPath,
  type ReferencedPaths,
  type RequestBody,
  type ResponseBody,
} from './protocol';
import { memberOf, project, querySelection } from './query';

export interface EngineOptions {
  readonly root: HostObject;
  readonly services: Readonly<Record<string, HostObject>>;
  readonly api: ApiLevel;
  readonly switches: () => {
    readonly apiSets: boolean;
    readonly itemNotFound: boolean;
    readonly loudGaps: boolean;
    readonly liveReferences: boolean;
  };
  /** Called before each action; throws where a failure was ordered. */
  readonly beforeAction: (action: Action, index: number) => void;
}

/** Runs request bodies against tables of classes; knows nothing of Excel. */
export class Engine {
  private readonly references = new Map<string, HostObject>();
  private current: Batch | null = null;
  private issued = 0;

  constructor(readonly options: EngineOptions) {}

  /** Objects kept by reference: what an `Excel.run` that ended must have given back. */
  get trackedCount(): number {
    return this.references.size;
  }

  /** Every object somebody may still hold: those kept by reference and those of the request under way. */
  *held(): Generator<HostObject> {
    yield* this.references.values();
    if (this.current) yield* this.current.objects();
  }

  execute(request: RequestBody): ResponseBody {
    const response: ResponseBody = { Results: [], TraceIds: [] };
    const batch = new Batch(this, request);
    this.current = batch;
    try {
      request.Actions.forEach((action, index) => {
        try {
          this.options.beforeAction(action, index);
          const value = batch.run(action);
          if (action.ActionType === ActionType.trace) response.TraceIds.push(action.Id);
          response.Results.push({ ActionId: action.Id, Value: value ?? null });
        } catch (error) {
          if (!(error instanceof HostError)) throw error;
          throw new Stopped(error, index);
        }
      });
    } catch (stop) {
      if (!(stop instanceof Stopped)) throw stop;
      const { error, index } = stop;
      response.Error = {
        Code: error.code,
        Message: error.message,
        Location: error.location,
        HttpStatusCode: error.httpStatus,
        ActionIndex: index,
      };
    } finally {
      this.current = null;
    }
    return response;
  }

  keep(object: HostObject): void {
    if (object.referenceId !== null) return;
    this.issued += 1;
    object.referenceId = `ref-${this.issued}`;
    this.references.set(object.referenceId, object);
  }
  release(referenceId: string): void {
    this.references.delete(referenceId);
  }
  dereference(referenceId: string): HostObject {
    const object = this.references.get(referenceId);
    if (!object) throw invalidReference();
    return object;
  }
}

class Stopped extends Error {
  constructor(
    readonly error: HostError,
    readonly index: number,
  ) {
    super(error.message);
  }
}

/** One request: an object path is resolved once, at its first use, so that `add()` runs once. */
class Batch {
  private readonly resolved = new Map<number, HostObject | null>();

  constructor(
    private readonly engine: Engine,
    private readonly request: RequestBody,
  ) {}

  *objects(): Generator<HostObject> {
    for (const object of this.resolved.values()) if (object) yield object;
  }

  run(action: Action): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const target = this.resolve(action.ObjectPathId);
    if (!target) return null;
    switch (action.ActionType) {
      case ActionType.instantiate:
        return identityOf(target);
      case ActionType.query:
        return project(target, querySelection(action.QueryInfo ?? {}), action.QueryInfo ?? {}, this.engine.options);
      case ActionType.method:
        return this.invoke(target, action.Name, action.ArgumentInfo);
      case ActionType.setProperty:
        this.assign(target, action.Name, this.arguments(action.ArgumentInfo)[0]);
        return null;
      case ActionType.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.assign(target, name, value);
        return null;
      default:
        throw notEmulated(`actions of type ${action.ActionType}`);
    }
  }

  private resolve(pathId: number): HostObject | null {
    const known = this.resolved.get(pathId);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[String(pathId)];
    if (!path) throw new HostError('InvalidObjectPath', `There is no object path ${pathId}.`, 400);
    const object = this.create(path);
    this.resolved.set(pathId, object);
    return object;
  }

  private create(path: ObjectPath): HostObject | null {
    const { options } = this.engine;
    switch (path.ObjectPathType) {
      case PathType.root:
        return options.root;
      case PathType.none:
        return null;
      case PathType.reference:
        return this.engine.dereference(path.Name);
      case PathType.service: {
        const service = options.services[path.Name];
        if (!service) throw notEmulated(`the service ${path.Name}`);
        return service;
      }
    }
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    switch (path.ObjectPathType) {
      case PathType.property: {
        const property = memberOf(parent.type.objects, path.Name);
        this.demandApi(parent, path.Name);
        if (!property) return this.gap(`${parent.type.name}.${camel(path.Name)}`);
        return located(`${parent.type.name}.${camel(path.Name)}`, () => property[1](parent.state));
      }
      case PathType.indexer: {
        const item = parent.type.item;
        if (!item) return this.gap(`an index on ${parent.type.name}`);
        return located(`${parent.type.name}.getItem`, () => {
          const found = item(parent.state, this.arguments(path.ArgumentInfo)[0]);
          if (!found && options.switches().itemNotFound) throw itemNotFound();
          return found;
        });
      }
      case PathType.method: {
        const result = this.invoke(parent, path.Name, path.ArgumentInfo);
        if (result !== null && !(result instanceof HostObject)) throw invalidArgument();
        return result;
      }
      default:
        throw notEmulated(`object paths of type ${path.ObjectPathType}`);
    }
  }

  private invoke(target: HostObject, name: string, info: ArgumentInfo | undefined): unknown {
    if (name === '_KeepReference' && target.type.tracked) return this.engine.keep(target);
    if (name === '_RemoveReference') return this.engine.release(String(info?.Arguments?.[0]));
    const method = memberOf(target.type.methods, name);
    this.demandApi(target, name);
    if (!method) return this.gap(`${target.type.name}.${camel(name)}()`);
    return located(`${target.type.name}.${camel(name)}`, () =>
      method[1](target.state, new Arguments(this.arguments(info))),
    );
  }

  private assign(target: HostObject, name: string, value: unknown): void {
    const scalar = memberOf(target.type.scalars, name);
    this.demandApi(target, name);
    const set = scalar?.[1].set;
    if (!set) {
      this.gap(`setting ${target.type.name}.${camel(name)}`);
      return;
    }
    located(`${target.type.name}.${camel(name)}`, () => set(target.state, value));
  }

  private demandApi(target: HostObject, name: string): void {
    const { api, switches } = this.engine.options;
    if (switches().apiSets)
      located(`${target.type.name}.${camel(name)}`, () => api.demand(target.type.name, camel(name)));
  }

  private gap(what: string): null {
    if (this.engine.options.switches().loudGaps) throw notEmulated(what);
    return null;
  }

  private arguments(info: ArgumentInfo | undefined): unknown[] {
    return this.substitute(info?.Arguments ?? [], info?.ReferencedObjectPathIds);
  }

  private substitute(values: readonly unknown[], paths: ReferencedPaths | undefined): unknown[] {
    return values.map((value, index) => {
      const path = paths?.[index];
      if (Array.isArray(value)) return this.substitute(value, typeof path === 'object' ? path : undefined);
      return typeof path === 'number' && path !== 0 ? this.resolve(path) : value;
    });
  }
}

/** What an object answers to being named: its id or its reference, with which the client rewrites its path. */
export function identityOf(object: HostObject): Record<string, unknown> {
  const identity = { ...object.type.identity?.(object.state) };
  if (object.referenceId !== null) identity._ReferenceId = object.referenceId;
  return identity;
}

const camel = (name: string): string => (name.startsWith('_') ? name : name.charAt(0).toLowerCase() + name.slice(1));

/** Says where an error arose, as Excel does in `debugInfo.errorLocation`. */
export function located<T>(location: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof HostError && error.location === '') error.location = location;
    throw error;
  }
}
