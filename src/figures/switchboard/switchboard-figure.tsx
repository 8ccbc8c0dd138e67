export default function SwitchboardFigure() {
  return <p>To be drawn.</p>;
}
