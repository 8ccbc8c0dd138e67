export default function DepthFigure() {
  return <p>To be drawn.</p>;
}
