/** What a report says of itself; the frame around it does the rest. */

import type { ComponentType, ReactNode } from "react";

import type { Ask } from "~/api/ask";
import type { Parameters, ReportAnswer, ReportParameters, ReportType } from "~/api/types";
import type { Answer } from "~/api/useAnswer";
import type { Span } from "~/range/range";

import type { Told } from "./told";

export interface BuilderProps<P> {
  value: P;
  onChange: (value: P) => void;
}

export interface ViewProps<P, R> {
  parameters: P;
  answer: Answer<R>;
  ask: Ask;
  /** Asks the same of another range; nothing where a saved report says its own dates. */
  askWithin: ((within: Span) => Ask<R>) | null;
}

export interface Definition<P extends object, Type extends ReportType> {
  type: Type;
  /** Return the parameters that the address bar or a saved report holds, with defaults for what is not there. */
  read: (given: Parameters) => P;
  /** Return the parameters as the server takes them. */
  send: (parameters: P) => ReportParameters<Type>;
  /**
   * Return the parameters with what they leave open filled in from what the website has; nothing while that is
   * being found out.
   */
  useSettled?: (parameters: P) => P | undefined;
  /** Return what the page adds to each question, which is not kept with a saved report. */
  useExtra?: (parameters: P) => ReportParameters<Type>;
  /** Whether there is enough to ask the server. */
  isComplete: (parameters: P) => boolean;
  /** What to do first while there is not. */
  askFirst?: ReactNode;
  Builder?: ComponentType<BuilderProps<P>>;
  /** Whether a change of the builder runs at once; for reports with nothing to type. */
  isInstant?: boolean;
  /** Return what a number of the answer counts; nothing if the cell is none of the report's. */
  tell?: (cell: Parameters, parameters: P, zone: string) => Told | undefined;
  View: ComponentType<ViewProps<P, ReportAnswer<Type>>>;
}

/** Return a text of the parameters, or another if it is none. */
export function textOf(given: Parameters, name: string, otherwise: string): string {
  const value = given[name];
  return typeof value === "string" ? value : otherwise;
}

/** Return one of several texts of the parameters, or the first of them. */
export function choiceOf<Choice extends string>(
  given: Parameters,
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const value = given[name];
  return choices.find((choice) => choice === value) ?? choices[0];
}

/** Return a number of the parameters within its limits, or another if it is none. */
export function numberOf(
  given: Parameters,
  name: string,
  otherwise: number,
  least: number,
  most: number,
): number {
  const value = given[name];
  if (typeof value !== "number" || Number.isNaN(value)) return otherwise;
  return Math.min(most, Math.max(least, value));
}

/** Return the parameters that the address bar holds, or nothing if it holds none that can be read. */
export function parametersOf(text: string | null): Parameters | undefined {
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Parameters)
      : undefined;
  } catch {
    return undefined;
  }
}
