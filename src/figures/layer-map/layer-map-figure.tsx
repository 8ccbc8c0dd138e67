export default function LayerMapFigure() {
  return <p>To be drawn.</p>;
}
