/** Numbers as people read them, in the browser's language. */

const whole = new Intl.NumberFormat();
const decimal = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const short = new Intl.NumberFormat(undefined, { notation: "compact", maximumFractionDigits: 1 });
const percents = new Intl.NumberFormat(undefined, {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const wholePercents = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 0 });
const changes = new Intl.NumberFormat(undefined, {
  style: "percent",
  maximumFractionDigits: 0,
  signDisplay: "exceptZero",
});

/** Return 1234567 as 1,234,567. */
export function number(value: number): string {
  return whole.format(value);
}

/** Return a mean: 4.1, but 41. */
export function mean(value: number): string {
  return Math.abs(value) < 9.95 ? decimal.format(value) : whole.format(Math.round(value));
}

/** Return 1234567 as 1.2M. */
export function compact(value: number): string {
  return Math.abs(value) < 10_000 ? whole.format(value) : short.format(value);
}

/** Return 0.123 as 12.3%. */
export function percent(share: number): string {
  return percents.format(share);
}

/** Return a share with a decimal where it matters: 4.1%, but 41%. */
export function sharpPercent(share: number): string {
  return share > 0 && share < 0.0995 ? percent(share) : wholePercents.format(share);
}

/** Return by how much a figure changed, like +12%; nothing where there was none before. */
export function change(now: number, before: number): string | undefined {
  return before === 0 ? undefined : changes.format(now / before - 1);
}

/** Return a share; 0 of 0 is 0. */
export function ratio(part: number, whole_: number): number {
  return whole_ === 0 ? 0 : part / whole_;
}

/** Return an amount of money; the currency is an ISO 4217 code. */
export function money(value: number, currency: string): string {
  try {
    return new Intl.NumberFormat(undefined, { style: "currency", currency }).format(value);
  } catch {
    return `${whole.format(value)} ${currency}`;
  }
}

/** Return an amount of money as an axis shows it, like $12K. */
export function shortMoney(value: number, currency: string): string {
  try {
    return new Intl.NumberFormat(undefined, {
      style: "currency",
      currency,
      notation: Math.abs(value) < 10_000 ? "standard" : "compact",
      minimumFractionDigits: 0,
      maximumFractionDigits: Math.abs(value) < 10_000 ? 0 : 1,
    }).format(value);
  } catch {
    return `${compact(value)} ${currency}`;
  }
}

/** Return seconds as 1h 2m, 3m 4s or 5s. */
export function duration(seconds: number): string {
  const total = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
  if (hours > 0) return `${hours}h ${minutes}m`;
  return minutes > 0 ? `${minutes}m ${rest}s` : `${rest}s`;
}
