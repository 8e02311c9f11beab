import { type SubmitEvent, useState } from "react";

import { fieldErrors } from "./errorText";
import { failed } from "./toast";

/** Runs the work of a form that is submitted. If the server refuses it, `errors` says why, field by field. */
export function useSubmit(work: () => Promise<void>) {
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation(); // a dialog may be drawn inside another form
    setBusy(true);
    setErrors({});
    try {
      await work();
    } catch (error) {
      setErrors(fieldErrors(error));
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  return { submit, errors, isBusy };
}
