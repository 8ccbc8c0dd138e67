export default function ErrorGrowthFigure() {
  return <p>To be drawn.</p>;
}
