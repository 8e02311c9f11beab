/** Opens the numbers of a report: which one is open, and on which page, stands in the address. */

import { type ReactNode, useCallback } from "react";

import type { Parameters, ReportParameters, ReportType } from "~/api/types";
import { narrowed } from "~/filters/conditions";
import { type Cell, OpenContext } from "~/frame/opening";
import { usePage } from "~/page/page";
import { useAddress, withParameter } from "~/page/useAddress";
import { useShows } from "~/session/shows";
import { PAGE_SIZE, SessionsBehind } from "~/sessions/SessionsBehind";

import { parametersOf } from "./definition";
import type { Told } from "./told";

interface Props<Type extends ReportType> {
  type: Type;
  parameters: ReportParameters<Type>;
  /** Return what a cell of the address counts; nothing if it is none of the report's. */
  tell: (cell: Parameters) => Told | undefined;
  children: ReactNode;
}

export function Behind<Type extends ReportType>({ type, parameters, tell, children }: Props<Type>) {
  const [search, changeAddress] = useAddress();
  const shows = useShows();
  const cell = parametersOf(search.get("cell"));
  const told = cell === undefined ? undefined : tell(cell);
  const mayOpen = shows("visitors");
  const open = useCallback(
    (next: Cell) => changeAddress((before) => withCell(before, JSON.stringify(next)), QUIET),
    [changeAddress],
  );
  return (
    <OpenContext value={mayOpen ? open : undefined}>
      {children}
      {mayOpen && cell !== undefined && told !== undefined && (
        <Opened type={type} parameters={parameters} cell={cell} told={told} />
      )}
    </OpenContext>
  );
}

const QUIET = { preventScrollReset: true };

/** Return the address with another number open, or with none. */
export function withCell(search: URLSearchParams, cell: string): URLSearchParams {
  return withParameter(withParameter(search, "cell", cell), "page", "");
}

interface OpenedProps<Type extends ReportType> {
  type: Type;
  parameters: ReportParameters<Type>;
  cell: Cell;
  told: Told;
}

function Opened<Type extends ReportType>({ type, parameters, cell, told }: OpenedProps<Type>) {
  const { askBehind, view, changeFilters, mayFilter } = usePage();
  const [search, changeAddress] = useAddress();
  const page = Math.max(1, Math.floor(Number(search.get("page"))) || 1);
  const { title, note, filter } = told;
  const filters =
    filter === undefined || !mayFilter ? undefined : narrowed(view.filters, filter.conditions, filter.scope);
  const close = () => changeAddress((before) => withCell(before, ""), QUIET);
  return (
    <SessionsBehind
      title={title}
      note={note}
      ask={askBehind(type, parameters, cell, { page, pageSize: PAGE_SIZE })}
      page={page}
      onPage={(next) =>
        changeAddress((before) => withParameter(before, "page", next === 1 ? "" : String(next)), QUIET)
      }
      onFilter={
        filters === undefined
          ? undefined
          : () => {
              close();
              changeFilters(filters);
            }
      }
      onClose={close}
    />
  );
}
