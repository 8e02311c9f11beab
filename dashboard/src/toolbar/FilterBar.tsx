/** The filters of the page, each to change or take away, and what goes with them. */

import { ActionIcon, Button, Group, Menu, Popover, Text, UnstyledButton } from "@mantine/core";
import { IconDots, IconFilter, IconX } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";

import { getting } from "~/api/ask";
import type { Segment } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { type Condition, replaced, without } from "~/filters/conditions";
import { filterSentence } from "~/filters/sentence";
import { conditionWords } from "~/filters/words";
import { usePage } from "~/page/page";
import { useShows } from "~/session/shows";
import { t } from "~/texts";

import { ConditionForm } from "./ConditionForm";
import { ScopeMenu } from "./ScopeMenu";

function useSegments(type: "segment" | "cohort"): Segment[] {
  const { website } = usePage();
  const shows = useShows();
  const answer = useAnswer(
    shows("segments")
      ? getting("/api/websites/{website_id}/segments", {
          path: { website_id: website.id },
          query: { type, pageSize: 200 },
        })
      : null,
  );
  return answer.data?.data ?? [];
}

export function FilterBar() {
  const { view, changeFilters, changeConditions } = usePage();
  const { conditions, match, segment, cohort, excludeBounce } = view.filters;
  const segments = useSegments("segment");
  const cohorts = useSegments("cohort");
  const isEmpty = conditions.length === 0 && segment === undefined && cohort === undefined && !excludeBounce;
  const nameOf = (list: Segment[], id: string | undefined): string =>
    list.find((each) => each.id === id)?.name ?? "…";
  const sentence = filterSentence(view.filters, {
    segment: nameOf(segments, segment),
    cohort: nameOf(cohorts, cohort),
  });

  return (
    <>
      <Group gap={6} role="group" aria-label={t.filters.title} className="filter-bar">
        {conditions.map((condition, at) => (
          <Chip
            key={`${at} ${conditionWords(condition)}`}
            text={conditionWords(condition)}
            onDrop={() => changeConditions((all) => without(all, condition))}
            form={(close) => (
              <ConditionForm
                initial={condition}
                onDone={(next) => {
                  changeConditions((all) => replaced(all, condition, next));
                  close();
                }}
              />
            )}
          />
        ))}
        {segment !== undefined && (
          <Chip
            text={`${t.filters.segment}: ${nameOf(segments, segment)}`}
            onDrop={() => changeFilters({ segment: undefined })}
          />
        )}
        {cohort !== undefined && (
          <Chip
            text={`${t.filters.cohort}: ${nameOf(cohorts, cohort)}`}
            onDrop={() => changeFilters({ cohort: undefined })}
          />
        )}
        {excludeBounce && (
          <Chip text={t.filters.excludeBounce} onDrop={() => changeFilters({ excludeBounce: false })} />
        )}
        {conditions.length > 1 && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={t.filters.match}
            onClick={() => changeFilters({ match: match === "all" ? "any" : "all" })}
          >
            {match === "all" ? t.filters.matchAll : t.filters.matchAny}
          </Button>
        )}
        <ScopeMenu />
        <AddCondition onAdd={(condition) => changeConditions((all) => [...all, condition])} />
        <Menu position="bottom-start" width={240}>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={t.filters.more}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => changeFilters({ excludeBounce: !excludeBounce })}>
              {t.filters.excludeBounce}
              <Text size="xs" c="dimmed">
                {t.filters.excludeBounceHint}
              </Text>
            </Menu.Item>
            {segments.length > 0 && <Menu.Label>{t.filters.segment}</Menu.Label>}
            {segments.map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => changeFilters({ segment: id })}>
                {name}
              </Menu.Item>
            ))}
            {cohorts.length > 0 && <Menu.Label>{t.filters.cohort}</Menu.Label>}
            {cohorts.map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => changeFilters({ cohort: id })}>
                {name}
              </Menu.Item>
            ))}
            {!isEmpty && (
              <>
                <Menu.Divider />
                <Menu.Item
                  onClick={() =>
                    changeFilters({
                      conditions: [],
                      scope: undefined,
                      segment: undefined,
                      cohort: undefined,
                      excludeBounce: false,
                    })
                  }
                >
                  {t.filters.clear}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      </Group>
      <Text size="sm" role="status" className="filter-sentence">
        {sentence}
      </Text>
    </>
  );
}

function AddCondition({ onAdd }: { onAdd: (condition: Condition) => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" shadow="md" trapFocus width={340}>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFilter size={14} />}
          onClick={() => setOpen(!isOpen)}
          aria-expanded={isOpen}
        >
          {t.filters.add}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {isOpen && (
          <ConditionForm
            onDone={(condition) => {
              onAdd(condition);
              setOpen(false);
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

interface ChipProps {
  text: string;
  onDrop: () => void;
  form?: (close: () => void) => ReactNode;
}

/** A filter that is set: click it to change it, its cross to take it away. */
function Chip({ text, onDrop, form }: ChipProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <span className="chip">
      {form === undefined ? (
        <span className="chip-text">{text}</span>
      ) : (
        <Popover opened={isOpen} onChange={setOpen} position="bottom-start" shadow="md" trapFocus width={340}>
          <Popover.Target>
            <UnstyledButton className="chip-text" onClick={() => setOpen(!isOpen)} title={text}>
              {text}
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown>{isOpen && form(() => setOpen(false))}</Popover.Dropdown>
        </Popover>
      )}
      <UnstyledButton className="chip-drop" onClick={onDrop} aria-label={t.filters.remove(text)}>
        <IconX size={14} aria-hidden />
      </UnstyledButton>
    </span>
  );
}
