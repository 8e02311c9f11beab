import { Collapse, Group, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";

import { t } from "~/texts";

interface Props {
  /** How many of them are set. */
  set: number;
  children: ReactNode;
}

/** Options that few need, behind a button that says how many of them are set. */
export function MoreOptions({ set, children }: Props) {
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  const Chevron = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <div className="more-options">
      <UnstyledButton className="more-head" onClick={toggle} aria-expanded={isOpen} aria-controls={id}>
        {set === 0 ? t.parts.more : t.parts.moreSet(set)}
        <Chevron size={14} aria-hidden />
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id}>
        <Group gap="sm" align="flex-end" pt="xs">
          {children}
        </Group>
      </Collapse>
    </div>
  );
}
