export default function VerdictFigure() {
  return <p>To be drawn.</p>;
}
