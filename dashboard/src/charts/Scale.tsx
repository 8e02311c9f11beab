/** What the colours of a chart stand for: samples from little to much, each with its figure. */

interface Props {
  label: string;
  samples: { colour: string; ink: string; text: string }[];
}

export function Scale({ label, samples }: Props) {
  return (
    <div className="scale">
      <span>{label}</span>
      <ol>
        {samples.map(({ colour, ink, text }) => (
          <li key={text} style={{ background: colour, color: ink }}>
            {text}
          </li>
        ))}
      </ol>
    </div>
  );
}
