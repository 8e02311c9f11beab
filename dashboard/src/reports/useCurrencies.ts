import { useAnswer } from "~/api/useAnswer";
import { usePage } from "~/page/page";

const CURRENCY = /^[A-Za-z]{3}$/;

/** Return the currencies of the purchases that the page shows, the most frequent first. */
export function useCurrencies(isNeeded = true): { currencies: string[]; isPending: boolean } {
  const { ask } = usePage();
  const answer = useAnswer(isNeeded ? ask("event-data/values", { propertyName: "currency" }) : null);
  const found = (answer.data ?? []).map(({ value }) => value).filter((value) => CURRENCY.test(value));
  const isPending = answer.isPending || answer.isPlaceholderData;
  return { currencies: [...new Set(found.map((value) => value.toUpperCase()))], isPending };
}
