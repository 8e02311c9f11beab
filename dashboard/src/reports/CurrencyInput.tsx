import { Autocomplete } from "@mantine/core";

import { t } from "~/texts";

import { useCurrencies } from "./useCurrencies";

interface Props {
  value: string;
  onChange: (currency: string) => void;
}

/** A currency by its three letters; those that purchases came in are offered. */
export function CurrencyInput({ value, onChange }: Props) {
  const { currencies } = useCurrencies();
  const offered = currencies.length > 0 ? currencies : ["USD", "EUR", "GBP"];
  return (
    <Autocomplete
      label={t.reports.currency}
      w={140}
      maxLength={3}
      data={offered}
      filter={({ options }) => options}
      value={value}
      onChange={(text) => onChange(text.toUpperCase())}
    />
  );
}
