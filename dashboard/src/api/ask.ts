/** Questions to the server: what is asked, how it is sent, and what the answer holds. */

import { createFinalURL, createQuerySerializer, defaultPathSerializer } from "openapi-fetch";

import { api } from "./client";
import type { paths } from "./schema";

/** A question. Its address and body tell it from others, and the export menus show them. */
export interface Ask<Data = unknown> {
  /** Path and query. */
  address: string;
  /** With a body it is a POST. */
  body?: unknown;
  /** Send it, and return the answer; errors are those of the client. */
  send: (signal?: AbortSignal) => Promise<Data>;
}

type Method = "get" | "post";

/** The addresses that know a method. */
export type PathOf<M extends Method> = {
  [Path in keyof paths]: paths[Path] extends Record<M, object> ? Path : never;
}[keyof paths];

type Json<Data> = { content: { "application/json": Data } };

/** What an address answers. */
export type AnswerTo<M extends Method, Path extends PathOf<M>> =
  paths[Path] extends Record<M, { responses: { 200: Json<infer Data> } }> ? Data : never;

/** What the body of a POST holds. */
export type BodyOf<Path extends PathOf<"post">> = paths[Path]["post"] extends {
  requestBody: Json<infer Data>;
}
  ? Data
  : undefined;

/** An object whose optional properties may also be named and undefined. */
type Lenient<Parts> = {
  [Name in keyof Parts]: object extends Pick<Parts, Name> ? Parts[Name] | undefined : Parts[Name];
};
type ParametersOf<M extends Method, Path extends PathOf<M>> =
  paths[Path] extends Record<M, { parameters: infer Parts }>
    ? { [Kind in keyof Parts]: Lenient<Parts[Kind]> }
    : never;

/** What the query of a GET may hold. */
export type QueryOf<Path extends PathOf<"get">> =
  ParametersOf<"get", Path> extends { query?: infer Query } ? NonNullable<Query> : never;

/** Return a question by GET. */
export function getting<Path extends PathOf<"get">>(
  path: Path,
  params: ParametersOf<"get", Path>,
): Ask<AnswerTo<"get", Path>> {
  return {
    address: addressOf(path, params),
    // The types of this function's parameters say what the client's would.
    send: (signal) => answerOf(api.GET(path, { params, signal } as never)),
  };
}

/** Return a question by POST. */
export function posting<Path extends PathOf<"post">>(
  path: Path,
  params: ParametersOf<"post", Path>,
  body: BodyOf<Path>,
): Ask<AnswerTo<"post", Path>> {
  return {
    address: addressOf(path, params),
    ...(body === undefined ? {} : { body }),
    send: (signal) => answerOf(api.POST(path, { params, body, signal } as never)),
  };
}

/** Return a question that asks several at the same time, and answers all of them in their order. */
export function together<Data>(asks: readonly Ask<Data>[]): Ask<Data[]> {
  return {
    address: asks[0]?.address ?? "",
    body: asks.map(({ body }) => body),
    send: (signal) => Promise.all(asks.map((each) => each.send(signal))),
  };
}

async function answerOf<Data>(call: Promise<{ data?: unknown }>): Promise<Data> {
  return (await call).data as Data;
}

function addressOf(path: string, params: object): string {
  return createFinalURL(path, {
    baseUrl: "",
    params,
    querySerializer: createQuerySerializer(),
    pathSerializer: defaultPathSerializer,
  });
}
