import { getting } from "~/api/ask";
import { useAnswer } from "~/api/useAnswer";
import { usePage } from "~/page/page";

const CURRENCY = /^[A-Za-z]{3}$/;

/** Return the currencies of the website's purchases in the range, the most frequent first. */
export function useCurrencies(isNeeded = true): { currencies: string[]; isPending: boolean } {
  const { website, span, view } = usePage();
  const answer = useAnswer(
    isNeeded
      ? getting("/api/websites/{website_id}/event-data/values", {
          path: { website_id: website.id },
          query: { ...span, timezone: view.zone, propertyName: "currency" },
        })
      : null,
  );
  const found = (answer.data ?? []).map(({ value }) => value).filter((value) => CURRENCY.test(value));
  return { currencies: [...new Set(found.map((value) => value.toUpperCase()))], isPending: answer.isPending };
}
