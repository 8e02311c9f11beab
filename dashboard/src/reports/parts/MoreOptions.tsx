import { Button, Collapse, Group } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";

import { t } from "~/texts";

interface Props {
  /** Whether one of the options is set: then they are in sight from the start. */
  isSet: boolean;
  children: ReactNode;
}

/** Options that few people need, behind a button. */
export function MoreOptions({ isSet, children }: Props) {
  const [isOpen, setOpen] = useState(isSet);
  const id = useId();
  const Icon = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <div className="more-options">
      <Button
        size="compact-sm"
        variant="subtle"
        rightSection={<Icon size={14} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? t.options.fewer : t.options.more}
      </Button>
      <Collapse expanded={isOpen} id={id} transitionDuration={0}>
        <Group gap="md" align="flex-end" mt="xs">
          {children}
        </Group>
      </Collapse>
    </div>
  );
}
