/** An answer that is an error, in the one shape the server has for them. */

export interface ErrorDetail {
  path: string;
  message: string;
}

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: ErrorDetail[] = [],
  ) {
    super(message);
    this.name = "ApiError";
  }
}

/** The server could not be reached at all. */
export class OfflineError extends Error {
  constructor() {
    super("The server cannot be reached.");
    this.name = "OfflineError";
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function details(value: unknown): ErrorDetail[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isRecord)
    .map((each) => ({ path: String(each["path"]), message: String(each["message"]) }));
}

/** Return the error that an answer with a bad status stands for. */
export function errorOf(status: number, body: unknown): ApiError {
  const content = isRecord(body) && isRecord(body["error"]) ? body["error"] : {};
  const message = typeof content["message"] === "string" ? content["message"] : `The server said ${status}.`;
  const code = typeof content["code"] === "string" ? content["code"] : "unknown";
  return new ApiError(status, code, message, details(content["details"]));
}
