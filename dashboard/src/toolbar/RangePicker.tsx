import { ActionIcon, Button, Divider, Group, Popover, Select, Stack, Text } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { useDisclosure } from "@mantine/hooks";
import { IconCalendar, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";

import { span as spanText } from "~/formats/dates";
import { usePage } from "~/page/page";
import { PRESETS, customDates, datesOf, isPreset, neighbour } from "~/range/range";
import { ZoneSelect } from "~/range/ZoneSelect";
import { t } from "~/texts";

/** Picks the range of dates, what to compare it with, and the zone they are in; all go to the address bar. */
export function RangePicker() {
  const { view, span, now, change } = usePage();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const text = spanText(span.startAt, span.endAt, view.zone);
  const label = isPreset(view.date) ? t.range.presets[view.date] : text;
  const move = (direction: -1 | 1) => change({ date: neighbour(view.date, span, view.zone, now, direction) });

  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon variant="default" size={34} onClick={() => move(-1)} aria-label={t.range.previous}>
        <IconChevronLeft size={16} />
      </ActionIcon>
      <Popover opened={isOpen} onChange={close} position="bottom-end" shadow="md" trapFocus withinPortal>
        <Popover.Target>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconCalendar size={16} />}
            onClick={toggle}
            title={text}
            aria-label={`${t.range.label}: ${label}`}
            aria-expanded={isOpen}
          >
            {label}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p={0} className="range-dropdown">
          {isOpen && <Choices close={close} />}
        </Popover.Dropdown>
      </Popover>
      <ActionIcon
        variant="default"
        size={34}
        onClick={() => move(1)}
        aria-label={t.range.next}
        disabled={span.endAt >= now}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </Group>
  );
}

function Choices({ close }: { close: () => void }) {
  const { view, span, change } = usePage();
  const [dates, setDates] = useState<[string | null, string | null]>(
    customDates(view.date) ?? datesOf(span, view.zone),
  );
  const choose = ([first, last]: [string | null, string | null]) => {
    setDates([first, last]);
    if (first === null || last === null) return;
    change({ date: `${first}..${last}` });
    close();
  };

  return (
    <div className="range-choices">
      <div className="range-presets">
        <Stack gap={2} p="xs">
          {PRESETS.map((preset, index) => (
            <Button
              key={preset}
              // Without it, the calendar would give the focus to a day of another month, which it hides.
              data-autofocus={index === 0 || undefined}
              size="compact-sm"
              variant={preset === view.date ? "light" : "subtle"}
              color={preset === view.date ? "kokumi" : "gray"}
              justify="flex-start"
              onClick={() => {
                change({ date: preset });
                close();
              }}
            >
              {t.range.presets[preset]}
            </Button>
          ))}
        </Stack>
      </div>
      <Stack gap="xs" p="sm">
        <Text size="xs" c="dimmed">
          {t.range.customHint}
        </Text>
        <DatePicker
          type="range"
          allowSingleDateInRange
          value={dates}
          onChange={choose}
          hideOutsideDates
          mx="auto"
          ariaLabels={{
            previousMonth: t.range.months.previous,
            nextMonth: t.range.months.next,
            monthLevelControl: t.range.months.choose,
            previousYear: t.range.months.previousYear,
            nextYear: t.range.months.nextYear,
            yearLevelControl: t.range.months.chooseYear,
            previousDecade: t.range.months.previousYears,
            nextDecade: t.range.months.nextYears,
          }}
          {...(dates[1] !== null && { defaultDate: dates[1] })}
          size="sm"
        />
        <Divider />
        <Select
          size="xs"
          label={t.range.compare}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          data={[
            { value: "none", label: t.range.compareNone },
            { value: "prev", label: t.range.comparePrev },
            { value: "yoy", label: t.range.compareYoy },
          ]}
          value={view.compare}
          onChange={(value) => change({ compare: value ?? "none" })}
        />
        <ZoneSelect value={view.zone} onChange={(zone) => change({ zone })} />
      </Stack>
    </div>
  );
}
