import { ApiError, OfflineError } from "~/api/errors";
import { t } from "~/texts";

/** Return what to tell a person about an error: what is wrong, and what to do. */
export function errorText(error: unknown): string {
  if (error instanceof OfflineError) return t.states.offline;
  if (!(error instanceof ApiError)) return t.states.failed;
  switch (error.code) {
    case "query-too-large":
      return error.message === "" ? t.states.tooLarge : `${error.message} ${t.states.tooLarge}`;
    case "overloaded":
    case "too-many-requests":
      return error.message === "" ? t.states.overloaded : error.message;
    case "forbidden":
      return t.states.forbidden;
    case "not-found":
      return t.states.notFound;
    default:
      return error.message;
  }
}

/** Return what an error says of each field of a form, by the field's name. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  return Object.fromEntries(error.details.map(({ path, message }) => [path, message]));
}
