/** An error the host reports inside a batch's response; the client makes an OfficeExtension.Error of it. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus: number,
    public location = '',
  ) {
    super(message);
  }
}

export const itemNotFound = (): HostError =>
  new HostError('ItemNotFound', "The requested resource doesn't exist.", 404);
export const itemAlreadyExists = (): HostError =>
  new HostError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', 409);
export const invalidArgument = (
  message = 'The argument is invalid or missing or has an incorrect format.',
): HostError => new HostError('InvalidArgument', message, 400);
export const accessDenied = (): HostError =>
  new HostError('AccessDenied', 'You cannot perform the requested operation.', 403);
export const invalidReference = (): HostError =>
  new HostError('InvalidReference', 'This reference is not valid for the current operation.', 400);
export const invalidOperation = (message: string): HostError => new HostError('InvalidOperation', message, 400);
export const generalException = (): HostError =>
  new HostError('GeneralException', 'There was an internal error while processing the request.', 500);
export const filteredRangeConflict = (): HostError =>
  new HostError('FilteredRangeConflict', 'The attempted operation causes a conflict with a filtered range.', 400);
export const mergedRangeConflict = (): HostError =>
  new HostError('MergedRangeConflict', 'Cannot complete the operation: it would change a part of a merged range.', 400);
export const apiNotFound = (member: string, set: string): HostError =>
  new HostError(
    'ApiNotFound',
    `The API you are trying to use could not be found (${member}, ${set}). It may be available in a newer version of Excel.`,
    404,
  );
/** No code of Excel's on purpose: a gap in the emulator must never pass for behaviour of Excel. */
export const notEmulated = (what: string): HostError =>
  new HostError('EmulatorNotImplemented', `The emulated Excel does not have ${what}.`, 501);

/** A whole request that fails before any action runs; the number is Office's own error code. */
export class RequestError extends Error {
  constructor(
    readonly officeCode: number,
    readonly richApiCode: string,
    message: string,
  ) {
    super(message);
  }
}
export const cellEditMode = (): RequestError =>
  new RequestError(5004, 'InvalidOperationInCellEditMode', 'Excel is in cell-editing mode. Please exit the edit mode.');
export const activityLimitReached = (): RequestError =>
  new RequestError(5102, 'ActivityLimitReached', 'Activity limit has been reached.');
export const requestTooLarge = (): RequestError =>
  new RequestError(5103, 'RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.');
export const responseTooLarge = (): RequestError =>
  new RequestError(5104, 'ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.');
