import { notifications } from "@mantine/notifications";

import { errorText } from "./errorText";

/** Say that something worked. */
export function done(message: string): void {
  notifications.show({ message, color: "teal", autoClose: 4000 });
}

/** Say that something did not work, and what to do. */
export function failed(error: unknown): void {
  notifications.show({ message: errorText(error), color: "red", autoClose: 8000 });
}
